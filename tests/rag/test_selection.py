from __future__ import annotations

from index.chunker import Chunker
from index.settings import ChunkerSettings
from index.statement import Role
from rag.answer import Evidence
from rag.selection import quotations, select
from tests.index.statements import statement
from tests.rag.passages import TALKS, evidence


def texts(chosen: list[str]) -> list[list[str]]:
    """The sentences of each quotation of the chosen sentences."""
    found = quotations(
        [evidence(quote, 5.0 - position) for position, quote in enumerate(chosen)], lambda _: TALKS
    )
    return [[TALKS.text[start:end] for start, end in quotation.spans] for quotation in found]


def test_selects_the_best_and_what_is_near_it() -> None:
    items = [
        evidence("We send twelve experts to Geneva.", 6.0),
        evidence("The talks will last three days.", 4.5),
        evidence("We hope for a good result.", 1.0),
    ]
    assert select(items, most=3, margin=2.0) == items[:2]
    assert select(items, most=1, margin=2.0) == items[:1]
    assert select(items, most=3, margin=22.0) == items


def test_leaves_out_a_second_copy_of_the_same_words() -> None:
    item = evidence("We send twelve experts to Geneva.", 6.0)
    assert select([item, item], most=3, margin=2.0) == [item]


def test_selects_nothing_from_nothing() -> None:
    assert select([], most=3, margin=2.0) == []


def test_reading_order_within_a_statement() -> None:
    assert texts(["The talks will last three days.", "We send twelve experts to Geneva."]) == [
        ["We send twelve experts to Geneva."],
        ["The talks will last three days."],
    ]


def test_a_sentence_that_points_back_takes_the_one_before_it_along() -> None:
    assert texts(["They know the subject well."]) == [
        ["We send twelve experts to Geneva.", "They know the subject well."]
    ]


def test_neighbours_become_one_quotation_and_share_their_antecedent() -> None:
    assert texts(["They know the subject well.", "This was agreed in May."]) == [
        ["We send twelve experts to Geneva.", "They know the subject well.", "This was agreed in May."]
    ]


def test_the_first_sentence_of_a_turn_never_reaches_into_the_turn_before() -> None:
    assert texts(["It depends on the weather."]) == [["It depends on the weather."]]


def test_neighbours_of_two_speakers_stay_apart() -> None:
    assert texts(["Is that long?", "It depends on the weather."]) == [
        ["Is that long?"],
        ["It depends on the weather."],
    ]


def test_a_sentence_that_ends_in_a_colon_takes_the_one_after_it_along() -> None:
    source = statement(
        [
            (
                "Ada Lind",
                Role.PRINCIPAL,
                "In his letter he said: We shall never leave the river. That was all.",
            ),
            ("Ben Roth", Role.PRINCIPAL, "I say this in reply: "),
            (None, Role.QUESTIONER, "Is that all?"),
        ]
    )
    passages = Chunker(ChunkerSettings()).chunk(source)
    ends_in_colon = [
        Evidence(passages[place], start, start + len(quote), 5.0)
        for place, quote in ((0, "In his letter he said:"), (1, "I say this in reply:"))
        for start in (source.text.index(quote),)
    ]

    found = quotations(ends_in_colon, lambda _: source)

    assert [[source.text[start:end] for start, end in quotation.spans] for quotation in found] == [
        ["In his letter he said:", "We shall never leave the river."],
        ["I say this in reply:"],
    ]
