from __future__ import annotations

import pytest

from rag.abstention import off_topic
from rag.question import analyse
from tests.rag.passages import evidence


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Lavrov say about Syria?", ["Syria"]),
        ("What did he think about the use of force, and when?", ["force"]),
        ("Lavrov's position on chemical weapons", ["chemical", "weapons"]),
        ("Did Kerry comment regarding Ukraine?", ["Ukraine"]),
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


def test_only_sentences_that_may_be_quoted_count() -> None:
    other, named = evidence("It depends on the weather.", 4.0), evidence("We hope for a good result.", 3.0)
    asked = analyse("What did Roth say about the result?")
    assert not off_topic(asked, [other, other, named])
    assert off_topic(asked, [other, other, other, named])
