from __future__ import annotations

import pytest

from rag.coverage import uncovered
from rag.expectation import holds
from rag.question import Expected, analyse


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("What did Lavrov say about Ukraine?", "Lavrov spoke of Syria.", ["Ukraine"]),
        ("What about Syria?", "the Syrian arsenals", []),
        ("the Kazakh plan", "a plan of Kazakhstan", []),
        ("Which projects were agreed in 2015?", "They agreed on a project in 2013.", ["2015"]),
        ("war and peace", "", ["war", "peace"]),
        ("", "anything", []),
    ],
)
def test_uncovered(question: str, text: str, missing: list[str]) -> None:
    assert [term.text for term in uncovered(analyse(question).terms, [text])] == missing


@pytest.mark.parametrize(
    ("expected", "text", "answer"),
    [
        (Expected.NUMBER, "This Plan includes 44 projects.", True),
        (Expected.NUMBER, "eleven are being implemented", True),
        (Expected.NUMBER, "Many are being implemented.", False),
        (Expected.DATE, "It was signed on the 19 December 2012.", True),
        (Expected.DATE, "Tomorrow there will be another contact.", True),
        (Expected.DATE, "It was signed by both.", False),
        (Expected.PLACE, "The Forum will be held in Yekaterinburg.", True),
        (Expected.PLACE, "The forum will be held soon.", False),
        (Expected.PERSON, "We met with John Kerry.", True),
        (Expected.PERSON, "The meeting was long.", False),
        (Expected.ANY, "", True),
    ],
)
def test_holds(expected: Expected, text: str, answer: bool) -> None:
    assert holds(text, expected) is answer
