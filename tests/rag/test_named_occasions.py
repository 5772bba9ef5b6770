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
        ("In the President's farewell address, what was said?", "address", "President", ("farewell",)),
        ("How many oil wells were there, in Reagan's speech?", "speech", "Reagan", ()),
        ("what did george w. bush's farewell speech mention", "speech", "george w. bush", ("farewell",)),
        ("What is in George W. Bush's farewell speech?", "speech", "George W. Bush", ("farewell",)),
        ("What does Washington's Farewell Address say of parties?", "address", "Washington", ("farewell",)),
        ("Who joked at the Gridiron dinner speech?", "speech", "", ("gridiron", "dinner")),
        ("In his “Evil Empire” speech, what was said?", "speech", "", ("evil", "empire")),
        ("How many, according to Jefferson's final annual message?", "message", "Jefferson", ("annual",)),
        ("In his annual messages, what did Monroe say?", "message", "", ("annual",)),
        ("What was announced in the State of the Union?", "address", "", ("state", "union")),
        ("In Obama's speech in Cairo, what was said?", "speech", "Obama", ("cairo",)),
        ("In his speech at the Brandenburg Gate?", "speech", "", ("brandenburg", "gate")),
        ("Who spoke at Monday's news conference with Kerry?", "press conference", "Monday", ("kerry",)),
        ("In the Nixon–Kennedy debate, who won?", "debate", "", ("nixon", "kennedy")),
        ("At Varnholm and Vaude's joint press conference?", "press conference", "Varnholm and Vaude", ()),
        ("Which states are named in the Emancipation Proclamation?", "proclamation", "", ("emancipation",)),
    ],
)
def test_the_first_occasion(question: str, kind: str, whose: str, words: tuple[str, ...]) -> None:
    first = next(named_occasions(question))

    assert (first.kind, first.whose, first.words, first.sure) == (kind, whose, words, True)


@pytest.mark.parametrize(
    "question",
    [
        "How did the president address the deficit?",
        "Does the treaty address verification?",
        "Why did the President veto it?",
        "Did the Senate debate the treaty?",
        "What did the minister talk about?",
        "What did the two agree on in the capital before Lincoln's inauguration?",
        "How many were killed in the conflict?",
        "How long was the debate?",
        "Was hat er in der Rede gesagt?",
        "",
    ],
)
def test_no_occasion(question: str) -> None:
    assert not [named for named in named_occasions(question) if named.sure]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was the debt at the commencement of the year?", ()),
        ("What are men endowed with in the Declaration of Independence?", ("independence",)),
        ("What was Reagan's message to the Soviets?", ("soviets",)),
        ("Summarise Eisenhower's farewell address", ("farewell",)),
    ],
)
def test_an_occasion_that_only_a_title_can_tell(question: str, words: tuple[str, ...]) -> None:
    (named,) = named_occasions(question)
    assert (named.words, named.sure) == (words, False)


def test_its_date_comes_with_it() -> None:
    (named,) = named_occasions("Who joked in the first 1984 presidential debate?")
    assert named.period == Period("1984", date(1984, 1, 1), date(1984, 12, 31))


def test_several_occasions() -> None:
    found = named_occasions("Did he say in the interview what he had said in his May 2013 briefing?")
    assert [named.kind for named in found] == ["interview", "briefing"]


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("What was said in the debate of October 6, 1996?", date(1996, 10, 6)),
        ("What did Reagan ask in his speech of 12 June 1987?", date(1987, 6, 12)),
        ("In his September 20, 2001 address, what did he ask?", date(2001, 9, 20)),
        ("What did he ask in his speech to Congress on September 20, 2001?", date(2001, 9, 20)),
        ("In his address to a joint session of Congress on 20 September 2001?", date(2001, 9, 20)),
        ("What did he say in his address to the nation on Monday, March 17, 2003?", date(2003, 3, 17)),
        ("In his State of the Union address of 5 February 2019?", date(2019, 2, 5)),
        ("Trump State of the Union address of 5 February 2019", date(2019, 2, 5)),
    ],
)
def test_the_day_may_stand_before_or_after_the_kind(question: str, day: date) -> None:
    named = next(named_occasions(question))
    assert named.period is not None
    assert (named.period.since, named.period.until) == (day, day)


@pytest.mark.parametrize(
    "text", ["in the " * 300, "in his a's " * 200, "in the " + "a.b-" * 500, "does the " * 250]
)
def test_odd_input_takes_no_time_to_speak_of(text: str) -> None:
    assert not list(named_occasions(text))


@pytest.mark.parametrize(
    "question",
    [
        "In the Straits speech, how many ships passed in 1950?",
        "In his speech to Congress he told how many had come in 1950",
        "What did he say in his speech about the war in 1950?",
    ],
)
def test_a_time_that_the_occasion_tells_of_is_not_its_own(question: str) -> None:
    assert [named.period for named in named_occasions(question)] == [None]


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("In Obama's remarks from 2009 to 2011?", 2009, 2011),
        ("What did Bush say in his speeches between 2001 and 2003?", 2001, 2003),
        ("What did he say in his speeches to Congress in 2001 and 2003?", 2001, 2003),
    ],
)
def test_occasions_of_several_years(question: str, first: int, last: int) -> None:
    named = next(named_occasions(question))

    assert named.period is not None
    assert (named.period.since, named.period.until) == (date(first, 1, 1), date(last, 12, 31))


def test_an_open_time_is_not_cut_to_its_first_year() -> None:
    assert next(named_occasions("What did he say in his speeches from 2009 onwards?")).period is None
