"""Questions to the shipped corpus, worded by a scripted model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from index.build import build
from index.embedders.bge import BgeEmbedder
from index.settings import IndexSettings
from rag.answer import Answer, Sentence, Stage, Verdict
from rag.assistant import Assistant
from rag.serialise import answer_to_json
from rag.settings import ChatSettings, GeneratorName, RagSettings, Unsupported
from tests.rag.generators.chat_model import scripted_endpoint as scripted
from tests.rag.generators.chat_model.drafts import PLAN, QUESTION
from tests.rag.generators.chat_model.scripted_endpoint import Endpoint


@pytest.fixture(scope="module")
def seeds_index(project: Path, bge: BgeEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the shipped corpus."""
    folder = tmp_path_factory.mktemp("seeds")
    build(folder, [project / "seeds"], IndexSettings(), embedder=bge)
    return folder


@pytest.fixture
def assistant(seeds_index: Path, endpoint: Endpoint) -> Iterator[Assistant]:
    """An assistant whose answers are worded by the scripted endpoint, lies shown struck."""
    chat = ChatSettings(base_url=endpoint.url, model="tiny", show_unsupported=Unsupported.STRUCK)
    settings = RagSettings(generator=GeneratorName.CHAT, chat=chat)
    with rag.open(seeds_index, settings=settings) as opened:
        yield opened


def test_an_answer_in_the_models_words_with_the_statements_as_citation(
    assistant: Assistant, endpoint: Endpoint
) -> None:
    endpoint.does(scripted.sentences(PLAN, ("This Plan includes 45", 1, "There are 45 projects.")))
    answer = assistant.ask(QUESTION)
    assert answer.text == "The plan includes 44 projects. [1]"
    assert [sentence.verdict for sentence in answer.sentences] == [Verdict.VERIFIED, Verdict.MISQUOTED]
    assert [citation.quote for citation in answer.citations] == [
        "This Plan includes 44 projects, eleven are being implemented this year."
    ]
    assert answer.citations[0].speaker == "Sergey Lavrov"
    assert answer.notes == ()
    assert answer_to_json(answer)["sentences"][0] == {
        "text": "The plan includes 44 projects.",
        "citations": [1],
        "verbatim": False,
        "verdict": "verified",
        "reason": None,
    }


def test_sentences_come_before_the_answer(assistant: Assistant, endpoint: Endpoint) -> None:
    endpoint.does(scripted.sentences(PLAN))
    *before, answer = assistant.stream(QUESTION)
    assert isinstance(answer, Answer)
    assert [part for part in before if isinstance(part, Sentence)] == list(answer.sentences)
    assert [part for part in before if isinstance(part, Stage)][-1] is Stage.CHECKING


def test_closing_the_stream_cancels(assistant: Assistant, endpoint: Endpoint) -> None:
    quote, n, text = PLAN
    start = f'{{"sentences": [{{"quote": "{quote}", "evidence": {n}, "text": "{text}"}}'
    endpoint.does(scripted.reply(start + " " * 4000, size=40, pause=0.01))
    parts = assistant.stream(QUESTION)
    assert next(part for part in parts if isinstance(part, Sentence)).text == text
    del parts
    assert endpoint.hung_up.wait(3.0)


def test_the_model_is_not_asked_what_the_corpus_does_not_say(
    assistant: Assistant, endpoint: Endpoint
) -> None:
    assert assistant.ask("What did Lavrov say about Ukraine?").abstained
    assert not endpoint.requests


def test_without_the_endpoint_the_statements_answer_and_the_answer_says_so(seeds_index: Path) -> None:
    chat = ChatSettings(base_url="http://127.0.0.1:9/v1", model="tiny", retries=0)
    with rag.open(seeds_index, settings=RagSettings(generator=GeneratorName.CHAT, chat=chat)) as assistant:
        answer = assistant.ask(QUESTION)
    with rag.open(seeds_index) as assistant:
        extractive = assistant.ask(QUESTION)
    assert (answer.text, answer.sentences, answer.citations) == (
        extractive.text,
        extractive.sentences,
        extractive.citations,
    )
    assert "cannot be reached" in answer.notes[0]
