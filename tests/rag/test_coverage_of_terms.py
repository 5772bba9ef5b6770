from __future__ import annotations

import pytest

from rag.coverage import uncovered
from rag.question import analyse


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
