from __future__ import annotations

from datetime import date

import pytest

from rag.named_occasions import named_occasions
from rag.periods import Period


@pytest.mark.parametrize(
    ("question", "kind", "whose", "words"),
    [
        ("What did he say at the press conference?", "press conference", "", ()),
        ("In his farewell address, what did Eisenhower warn against?", "address", "", ("farewell",)),
        ("How many oil wells were there, in Reagan's speech?", "speech", "Reagan", ()),
        ("what did george w. bush's farewell speech mention", "speech", "george w. bush", ("farewell",)),
        ("What is in George W. Bush's farewell speech?", "speech", "George W. Bush", ("farewell",)),
        ("What does Washington's Farewell Address say of parties?", "address", "Washington", ("farewell",)),
        ("Who joked at the Gridiron dinner speech?", "speech", "", ("gridiron", "dinner")),
        ("How many, according to Jefferson's final annual message?", "message", "Jefferson", ("annual",)),
        ("What was announced in the State of the Union?", "address", "", ("state", "union")),
        ("Who spoke at Monday's news conference with Kerry?", "press conference", "Monday", ()),
        ("Which states are named in the Emancipation Proclamation?", "proclamation", "", ("emancipation",)),
        ("What did the two agree on in the capital before Lincoln's inauguration?", None, "", ()),
        ("How many were killed in the conflict?", None, "", ()),
        ("How long was the debate?", None, "", ()),
        ("", None, "", ()),
    ],
)  # fmt: skip
def test_the_first_occasion(question: str, kind: str | None, whose: str, words: tuple[str, ...]) -> None:
    first = next(named_occasions(question), None)

    assert (first.kind if first else None) == kind
    if first:
        assert (first.whose, first.words) == (whose, words)


def test_its_date_comes_with_it() -> None:
    (named,) = named_occasions("Who joked in the first 1984 presidential debate?")
    assert named.period == Period("1984", date(1984, 1, 1), date(1984, 12, 31))


def test_several_occasions() -> None:
    found = named_occasions("Did he say in the interview what he had said in his May 2013 briefing?")
    assert [named.kind for named in found] == ["interview", "briefing"]
