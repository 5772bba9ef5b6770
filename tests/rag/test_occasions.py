"""When and on what occasion a question says that something was said."""

from __future__ import annotations

from datetime import date

import pytest

from rag.assistant import Assistant
from rag.filters import Filters
from rag.occasions import occasion
from rag.question import analyse


def restricted(assistant: Assistant, question: str, filters: Filters | None = None) -> Filters | None:
    found = occasion(analyse(question), filters or Filters(), assistant.index.catalogue)
    return found.filters if found else None


@pytest.mark.parametrize(
    "question",
    [
        "Who joked at the press conference about the minister's hat?",
        "Which label did a journalist put to him at his last press conference?",
        "How many tonnes were mentioned at the joint Moscow news conference?",
        "What was agreed in Redkirk's long press conference on grain?",
    ],
)
def test_an_occasion_restricts_any_question(fixtures_assistant: Assistant, question: str) -> None:
    found = restricted(fixtures_assistant, question)

    assert found is not None
    assert found.kinds == ("press conference",)


def test_the_year_of_an_occasion_counts(fixtures_assistant: Assistant) -> None:
    found = restricted(fixtures_assistant, "How many guards were named in the second 2018 border interview?")

    assert found is not None
    assert (found.kinds, found.since, found.until) == (
        ("interview",),
        date(2018, 1, 1),
        date(2018, 12, 31),
    )


def test_a_speech_may_be_filed_as_remarks_or_a_statement(fixtures_assistant: Assistant) -> None:
    found = restricted(fixtures_assistant, "What number of ships did he name in his speech?")

    assert found is not None
    kinds = fixtures_assistant.index.catalogue.kinds()
    assert set(found.kinds) == {"speech", "address", "remarks", "statement"} & set(kinds)
    assert len(found.kinds) > 1


@pytest.mark.parametrize(
    ("question", "statements"),
    [
        ("How many ships pass, in the Straits Commission speech?", ["2019-04-02-corvin-straits-commission"]),
        (
            "How many ships pass, in Corvin's speech of 2 April 2019?",
            ["2019-04-02-corvin-straits-commission"],
        ),
        ("Summarise Adele Corvin's Straits Commission speech", ["2019-04-02-corvin-straits-commission"]),
        (
            "How many tonnes were there, according to Tomas Redkirk's press conference?",
            ["2018-12-20-redkirk-press-conference"],
        ),
        (
            "Which bridge was named in Varnholm's press conference?",
            ["2018-05-14-varnholm-press-conference", "2019-01-22-varnholm-vaude-joint"],
        ),
        (
            "Which bridge was named in the Varnholm-Vaude press conference?",
            ["2019-01-22-varnholm-vaude-joint"],
        ),
    ],
)
def test_title_and_speaker_of_an_occasion(
    fixtures_assistant: Assistant, question: str, statements: list[str]
) -> None:
    found = restricted(fixtures_assistant, question)

    assert found is not None
    assert [name.removeprefix("small-corpus-") for name in found.statements] == statements


@pytest.mark.parametrize("name", ["moon landing", "Monday's"])
def test_words_that_no_title_has_restrict_nothing_further(fixtures_assistant: Assistant, name: str) -> None:
    found = restricted(fixtures_assistant, f"Which bridge was named at the {name} press conference?")

    assert found is not None
    assert (found.kinds, found.statements) == (("press conference",), ())


def test_the_occasion_of_somebody_who_does_not_speak_here_restricts_nothing(
    fixtures_assistant: Assistant,
) -> None:
    assert restricted(fixtures_assistant, "What was warned of in Winston Churchill's speech?") is None


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "In the Straits Commission speech, how many ships pass the straits?",
            "Searched only what was said in “Speech by the President of Sorrenne",
        ),
        (
            "What number of ships was named at the moon landing briefing?",
            "Searched only what was said of the kind “briefing” (no title has “moon” or “landing”).",
        ),
        (
            "Which bridge was named in Varnholm's press conference?",
            "Searched only what was said of the kind “press conference” where Ilse Varnholm speaks.",
        ),
    ],
)
def test_the_answer_says_what_was_searched(fixtures_assistant: Assistant, question: str, note: str) -> None:
    found = occasion(analyse(question), Filters(), fixtures_assistant.index.catalogue)

    assert found is not None
    assert found.note.startswith(note)


def test_what_is_asked_now_goes_before_the_earlier_questions(fixtures_assistant: Assistant) -> None:
    catalogue = fixtures_assistant.index.catalogue
    before = "What did Varnholm say at her 2018 press conference about crossings?"
    again = occasion(analyse("And in 2019?", before), Filters(), catalogue)
    other = occasion(analyse("And in Quillon's briefing?", before), Filters(), catalogue)

    assert again is not None
    assert other is not None
    assert (again.filters.kinds, again.filters.since) == (("press conference",), date(2019, 1, 1))
    assert (other.filters.kinds, other.filters.since) == (("briefing",), None)


def test_a_year_that_is_told_of_does_not_move_the_occasion(fixtures_assistant: Assistant) -> None:
    found = restricted(fixtures_assistant, "In the Straits Commission speech, how many ships passed in 1950?")

    assert found is not None
    assert found.since is None


@pytest.mark.parametrize(
    "question",
    [
        "What did the conference in the capital decide?",
        "How many ships were in the harbour before the interview?",
        "How long was the interview?",
        "What was said of the debate?",
        "How many were killed in 1950?",
        "",
    ],
)
def test_no_occasion(fixtures_assistant: Assistant, question: str) -> None:
    assert restricted(fixtures_assistant, question) is None


def test_filters_go_before_the_occasion(fixtures_assistant: Assistant) -> None:
    mine = Filters(kinds=("briefing",), since=date(2019, 1, 1))
    assert restricted(fixtures_assistant, "What did he say in the 2018 interview?", mine) is None


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("What did Corvin say in her speech to Congress on 3 May 2017?", date(2017, 5, 3)),
        ("What did Corvin say on 3 May 2017 in her Straits Commission speech?", date(2017, 5, 3)),
        ("On 3 May 2017, what did Corvin say in her Straits Commission speech?", date(2017, 5, 3)),
    ],
)
def test_a_date_goes_before_an_occasion_of_another_time(
    fixtures_assistant: Assistant, question: str, day: date
) -> None:
    found = occasion(analyse(question), Filters(), fixtures_assistant.index.catalogue)

    assert found is not None
    assert found.filters == Filters(since=day, until=day)
    assert found.note.endswith(" No such speech of that time is in this corpus.")


def test_a_date_goes_before_the_title_of_an_occasion(fixtures_assistant: Assistant) -> None:
    question = "What did Corvin say in her speech to the Harbour Board on 2 April 2019?"
    found = occasion(analyse(question), Filters(), fixtures_assistant.index.catalogue)

    assert found is not None
    assert found.filters.since == found.filters.until == date(2019, 4, 2)
    assert [name.removeprefix("small-corpus-") for name in found.filters.statements] == [
        "2019-04-02-corvin-straits-commission"
    ]
    assert found.note.endswith("(2 April 2019) (no title of that time has “harbour” or “board”).")


def test_a_year_that_is_spoken_about_does_not_move_the_occasion(fixtures_assistant: Assistant) -> None:
    found = restricted(fixtures_assistant, "What did Corvin say in her speech about the ships of 3 May 1950?")

    assert found is not None
    assert found.since is None


@pytest.mark.parametrize(
    ("question", "before", "since", "until"),
    [
        ("And 2018?", "What did Corvin say in 2019?", date(2018, 1, 1), date(2018, 12, 31)),
        ("And in December?", "What did Corvin say in May 2018?", date(2018, 12, 1), date(2018, 12, 31)),
        (
            "And about ships?",
            "What did Corvin say in 2019? And in 2018?",
            date(2018, 1, 1),
            date(2018, 12, 31),
        ),
        (
            "And in 2016?",
            "What did Corvin say in the Straits Commission speech?",
            date(2016, 1, 1),
            date(2016, 12, 31),
        ),
    ],
)
def test_a_time_that_is_asked_now(
    fixtures_assistant: Assistant, question: str, before: str, since: date, until: date
) -> None:
    found = occasion(analyse(question, before), Filters(), fixtures_assistant.index.catalogue)

    assert found is not None
    assert found.filters == Filters(since=since, until=until)


def test_a_heading_tells_when(fixtures_assistant: Assistant) -> None:
    found = restricted(fixtures_assistant, "Corvin, 2 April 2019: straits")

    assert found == Filters(since=date(2019, 4, 2), until=date(2019, 4, 2))
