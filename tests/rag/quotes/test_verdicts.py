"""Was it said, in these words, by this speaker?"""

from __future__ import annotations

import pytest

from index.errors import InvalidQuote
from index.statement import Role
from rag.quotes import QuoteChecker, Verdict
from rag.quotes.blocks import Change
from rag.quotes.check import Bracket, Left, Typography
from rag.quotes.wording import verdict, warnings
from tests.rag.quotes.conftest import TALKS


@pytest.mark.parametrize(
    "quote",
    [
        "we will not close the other 44",
        "“We shall reopen nine harbours, and we will not close”",
        "harbours, and we",
        "I said to him: “Come to Varnholm.”",
        "Our defence is strong... We do not resign",
        "We do not resign. [the] coast is clear",
    ],
)
def test_the_very_words(checker: QuoteChecker, quote: str) -> None:
    check = checker.check(quote)
    assert check.verdict is Verdict.VERBATIM
    [found] = check.found
    assert found.exact
    assert found.place.text == TALKS.text[found.place.start : found.place.end]
    assert (found.place.voice.speaker, found.place.voice.role) == ("Anna Bergström", Role.PRINCIPAL)
    assert (found.place.date, found.place.place, found.place.title) == (TALKS.date, TALKS.place, TALKS.title)


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("WE WILL NOT CLOSE THE OTHER 44", {Typography.CAPITALS}),
        ("we will not close - the other 44", {Typography.PUNCTUATION}),
        ("the US program costs", {Typography.SPELLING, Typography.PUNCTUATION}),
        ("costs $1000 and 3.5 percent", {Typography.SPELLING, Typography.PUNCTUATION}),
        ("costs $1,000 and 3.5% of", {Typography.SPELLING, Typography.PUNCTUATION}),
        ("It won't be canceled", {Typography.SPELLING}),
        ("agreed to cooperate with us", {Typography.SPELLING, Typography.PUNCTUATION}),
        ("agreed to co-\noperate with us", set()),
        ("That is self evident", {Typography.PUNCTUATION}),
        ("That is selfevident", {Typography.SPELLING, Typography.PUNCTUATION}),
        ("Our defense is", {Typography.SPELLING}),
        ("the other 44. The U.S.", {Typography.STAGE_NOTES}),
        ("I said to him: Come to Varnholm", {Typography.PUNCTUATION}),
    ],
)
def test_what_differs_in_no_word_is_verbatim_and_said_to_differ(
    checker: QuoteChecker, quote: str, differs: set[Typography]
) -> None:
    check = checker.check(quote)
    assert check.verdict is Verdict.VERBATIM
    assert set(check.found[0].differs) == differs
    assert check.found[0].exact is (not differs)


@pytest.mark.parametrize(
    "quote",
    [
        "we will close the other 44",
        "we will not close the other 45",
        "we will not close any other 44",
        "we will not close the 44",
        "we will not close the the other 44",
        "It will be cancelled",
        "It wont be cancelled",
        "costs €1,000 and 3.5 per cent",
        "costs 1,000 and 3.5 per cent",
        "costs $1,000 and 35 per cent",
        "The us programme costs",
        "agreed to co-operate with U.S.",
        "We do not re-sign",
        "Nine harbours will be a good beginning",
    ],
)
def test_one_changed_word_is_never_verbatim(checker: QuoteChecker, quote: str) -> None:
    check = checker.check(quote)
    assert check.verdict in {Verdict.ALTERED, Verdict.NOT_FOUND}
    assert not check.found
    assert check.nearest is not None
    assert any(step.change is not Change.SAME for step in check.nearest.difference.steps)


def test_every_place_is_found(checker: QuoteChecker) -> None:
    check = checker.check("We shall reopen nine harbours")
    assert [found.place.voice.speaker for found in check.found] == ["Anna Bergström", "Ben Roth"]
    assert check.occurrences == 2
    assert len(checker.check("We shall reopen nine harbours", most=1).found) == 1
    assert checker.check("We shall reopen nine harbours", most=1).occurrences == 2


def test_the_right_mouth(checker: QuoteChecker) -> None:
    check = checker.check("the harbours will never reopen", "Bergstrom")
    assert check.verdict is Verdict.SAID_BY_OTHER
    assert check.found[0].place.voice.role is Role.QUESTIONER
    assert "but by a journalist" in verdict(check)
    own = checker.check("We shall reopen nine harbours", "Ben Roth")
    assert (own.verdict, own.occurrences, own.by_others) == (Verdict.VERBATIM, 1, 1)
    assert own.found[0].place.voice.speaker == "Ben Roth"
    assert checker.check("People are worried", "Nobody").verdict is Verdict.SAID_BY_OTHER


@pytest.mark.parametrize(
    "written",
    [
        "“People are worried” — Ben Roth",
        "“People are worried.” – Roth, Geneva, 12 September 2013",
        "People are worried — Ben Roth",
        "People are worried\nBen Roth",
        "People are worried (Roth)",
        "Ben Roth: “People are worried”",
        '"People are worried," Ben Roth said.',
        "“People are worried,” said Mr. Roth",
    ],
)
def test_a_name_beside_the_quotation_is_whom_it_is_put_down_to(checker: QuoteChecker, written: str) -> None:
    check = checker.check(written)
    assert check.meant == ("Ben Roth",)
    assert check.verdict is Verdict.SAID_BY_OTHER
    assert checker.check(written, "Bergström").meant == ("Anna Bergström",)


def test_words_over_two_turns_are_said_by_two(checker: QuoteChecker) -> None:
    check = checker.check("People are worried. We shall reopen nine harbours")
    assert check.verdict is Verdict.ACROSS_TURNS
    assert [voice.role for voice in check.found[0].place.voices] == [Role.QUESTIONER, Role.PRINCIPAL]
    assert "Said by two people" in verdict(check)
    stitched = checker.check("the harbours will never reopen ... We shall reopen")
    assert stitched.verdict is Verdict.ACROSS_TURNS


def test_ellipses(checker: QuoteChecker) -> None:
    for mark in ("...", "…", "[...]", "[…]", ". . .", "(...)"):
        check = checker.check(f"We shall reopen nine harbours {mark} The U.S. programme costs")
        assert check.verdict is Verdict.ALTERED  # "we will not close" is half a sentence
        assert check.nearest is not None
        assert check.nearest.difference.lost == ("not",)
    check = checker.check("It won't be cancelled ... He agreed to co-operate")
    assert check.verdict is Verdict.VERBATIM
    assert check.found[0].left_out == (Left("I said to him: “Come to Varnholm.”"[:-2], 7),)
    assert checker.check("He agreed to co-operate ... It won't be cancelled").verdict is not Verdict.VERBATIM


def test_brackets(checker: QuoteChecker) -> None:
    added = checker.check("nine harbours [of the east] are a good beginning").found[0]
    assert added.brackets == (Bracket("[of the east]", ""),)
    named = checker.check("I said to [Roth]: “Come to Varnholm.” [Roth] agreed to").found[0]
    assert named.brackets == (Bracket("[Roth]", "him"), Bracket("[Roth]", "He"))
    assert checker.check("[W]e will not close").verdict is Verdict.VERBATIM
    assert checker.check("That [was] self-evident").verdict is not Verdict.VERBATIM
    assert checker.check("we will [certainly] close the other 44").verdict is not Verdict.VERBATIM
    assert checker.check("We do [not] not resign").verdict is not Verdict.VERBATIM
    assert checker.check("We shall [not] reopen nine harbours").verdict is Verdict.ALTERED


def test_what_turns_the_sense_is_called_out(checker: QuoteChecker) -> None:
    lost = checker.check("and we will close the other 44")
    assert list(warnings(lost)) == ["A negation is lost: “not”."]
    added = checker.check("We shall not reopen eight harbours")
    assert added.nearest is not None
    assert (added.nearest.difference.added, added.nearest.difference.numbers) == (("not",), (("8", "9"),))
    same = checker.check("It will not be cancelled or delayed")
    assert same.nearest is not None
    assert same.nearest.difference.lost == same.nearest.difference.added == ()
    by_other = checker.check("the harbours will never ever reopen", "Roth")
    assert list(warnings(by_other))[-1] == "The nearest words are not by Roth, but by a journalist."


def test_the_difference_is_word_by_word(checker: QuoteChecker) -> None:
    check = checker.check("Nine big harbours are good starting")
    assert check.verdict is Verdict.ALTERED
    assert check.nearest is not None
    assert [(step.change, step.quoted, step.said) for step in check.nearest.difference.steps] == [
        (Change.SAME, "Nine", "Nine"),
        (Change.ADDED, "big", ""),
        (Change.SAME, "harbours are", "harbours are"),
        (Change.DROPPED, "", "a"),
        (Change.SAME, "good", "good"),
        (Change.CHANGED, "starting", "beginning"),
    ]
    assert verdict(check) == "Altered: 1 word added, 1 word dropped, 1 word changed."


def test_what_was_not_said(checker: QuoteChecker) -> None:
    check = checker.check("Bananas ripen slowly under northern skies")
    assert (check.verdict, check.nearest) == (Verdict.NOT_FOUND, None)
    assert verdict(check) == "Not in this corpus: 1 statement, dated 12 September 2013."
    near = checker.check("Bananas are a good idea for breakfast, he agreed")
    assert near.verdict is Verdict.NOT_FOUND
    assert near.nearest is not None
    assert near.nearest.place.text == "Nine harbours are a good beginning."


def test_parts_that_are_not_in_this_order_are_counted_by_themselves(checker: QuoteChecker) -> None:
    check = checker.check("That is self-evident ... bananas ripen slowly under northern skies")
    assert [fragment.occurrences for fragment in check.fragments] == [1, 0]


@pytest.mark.parametrize("quote", ["", "  ", "…", "?!", "🙂", "“”", "[...]", "(Applause.)", "\0", "— ..."])
def test_a_quotation_without_words(checker: QuoteChecker, quote: str) -> None:
    with pytest.raises(InvalidQuote, match="holds no words"):
        checker.check(quote)


def test_a_quotation_of_a_whole_book(checker: QuoteChecker) -> None:
    with pytest.raises(InvalidQuote, match="20,001 words and the limit is 20,000"):
        checker.check("word " * 20_001)
    assert checker.check("we will not close " * 2500).verdict is not Verdict.VERBATIM
