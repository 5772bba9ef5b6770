from __future__ import annotations

from pathlib import Path

import pytest

import rag
from index.build import build
from index.embedders.bge import BgeEmbedder
from index.settings import IndexSettings
from rag import retriever
from rag.abstention import off_topic
from rag.question import analyse
from rag.settings import AnswerSettings, RagSettings
from tests.rag.passages import evidence


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Lavrov say about Syria?", ["Syria"]),
        ("What did he think about the use of force, and when?", ["force"]),
        ("Lavrov's position on chemical weapons", ["chemical", "weapons"]),
        ("Did Kerry comment regarding Ukraine?", ["Ukraine"]),
        ("lavrov on chemical weapons", ["chemical", "weapons"]),
        ("And Lavrov on sanctions: when?", ["sanctions"]),
        ("Lavrov on Thursday", []),
        ("Lavrov on 12 September", []),
        ("Lavrov on why the talks failed", []),
        ("When was the attack on the convoy?", []),
        ("What was said about 1945?", []),
        ("What did Lavrov say on Thursday?", []),
        ("How many projects are about energy?", []),
        ("What did he say about it?", []),
        ("What did Lavrov say?", []),
        ("", []),
    ],
)
def test_the_topic_of_what_was_said(question: str, topic: list[str]) -> None:
    assert [term.text for term in analyse(question).topic] == topic


@pytest.mark.parametrize(
    ("question", "off"),
    [
        ("What did Lind say about experts?", False),
        ("What did Lind say about an expert's pay?", False),
        ("What did Lind say about sanctions?", True),
        ("lind on sanctions", True),
        ("lind on experts", False),
        ("How many sanctions are there?", False),
    ],
)
def test_evidence_that_says_no_word_of_the_topic(question: str, off: bool) -> None:
    best = [evidence("We send twelve experts to Geneva.", 3.0), evidence("They know the subject well.", 2.0)]
    assert off_topic(analyse(question), best) is off


def test_what_was_asked_names_the_topic_too() -> None:
    answer = evidence("The talks will last three days.", 1.0)
    assert answer.passage.question is not None
    assert "meeting" in answer.passage.question
    assert not off_topic(analyse("What did Lind say about the meeting?"), [answer])


@pytest.mark.parametrize(("sentences", "off"), [(1, True), (3, False)])
def test_only_sentences_that_may_be_quoted_count(
    project: Path, bge: BgeEmbedder, tmp_path: Path, sentences: int, off: bool
) -> None:
    build(tmp_path, [project / "tests" / "data" / "small-corpus"], IndexSettings(), embedder=bge)
    settings = RagSettings(answer=AnswerSettings(sentences=sentences))
    with rag.open(tmp_path, settings=settings) as assistant:
        finding = assistant.trace("What did Tomas Redkirk say about rail?").finding

    assert "rail" not in finding.evidence[0].quote
    assert any("rail" in item.quote for item in finding.evidence[1:3])
    assert finding.off_topic is off
    assert finding.probability > 0 or off


@pytest.mark.parametrize(
    ("question", "large", "unused"),
    [
        ("What did Redkirk say about bitcoin and the railway?", True, 1.0),
        ("What did Redkirk say about the railway in 1871?", True, 0.0),
        ("What did TR say about the railway?", True, 0.0),
        ("What did Redkirk say about bitcoin and the railway?", False, 0.0),
    ],
)
def test_a_word_that_a_large_corpus_never_uses(
    project: Path,
    bge: BgeEmbedder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    question: str,
    large: bool,
    unused: float,
) -> None:
    build(tmp_path, [project / "tests" / "data" / "small-corpus"], IndexSettings(), embedder=bge)
    if large:
        monkeypatch.setattr(retriever, "_LARGE", 1)
    with rag.open(tmp_path) as assistant:
        found = assistant.trace(question).finding.signals

    assert found is not None
    assert found.unused_word == unused
