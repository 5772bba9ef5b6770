"""What a quotation gets back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.answer import CorpusSpan
from rag.quotes.difference import Difference
from rag.quotes.place import Place

ALTERED_FROM = 2 / 3
"""The share of a quotation's words, from 0 to 1, that must align for it to be an altered one.

Words align where they stand in the same order in one stretch of one turn and have the same stem; the
words between two of them count against a stretch, so that it cannot be put together from all over.
"""


class Verdict(StrEnum):
    """What became of a quotation.

    `verbatim`: the words were said, by the speaker named if one was. `said_by_other`: they were said,
    but not by that speaker. `across_turns`: they stand in the text one after another, but two turns
    of different people share them. `altered`: at least two thirds of the words align in order with
    words of one turn. `not_found`: fewer do, anywhere in the corpus.
    """

    VERBATIM = "verbatim"
    SAID_BY_OTHER = "said_by_other"
    ACROSS_TURNS = "across_turns"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


class Typography(StrEnum):
    """In what a verbatim quotation may differ from the text, beside quotation marks and dashes."""

    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    STAGE_NOTES = "stage_notes"


@dataclass(frozen=True, slots=True)
class Left:
    """What an ellipsis leaves out: the words as they were said, and how many there are."""

    said: str
    words: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets in the quotation, and what was said in its place, if anything was."""

    quoted: str
    said: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place that has the words of a quotation.

    `exact` is true where every character agrees but for white space, the kind of quotation marks and
    the length of dashes; `differs` tells in what else it does not.
    """

    place: Place
    exact: bool
    differs: tuple[Typography, ...]
    left_out: tuple[Left, ...]
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The stretch of one turn that comes closest, whole sentences where the verdict is `not_found`.

    `aligned`, from 0 to 1, is the share of the quotation's words that stand there in the same order.
    """

    place: Place
    aligned: float
    difference: Difference


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a quotation between its ellipses, and how often it was said by itself."""

    text: str
    occurrences: int


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The verdict on one quotation.

    `speaker` is the name it was put down to, and `meant` are the speakers of the corpus whom that
    name can mean. `occurrences` counts all places of the verdict, `by_others` those where somebody
    else says the same; `found` lists the first ones, in order of date. Where nothing is verbatim,
    `nearest` is what comes closest, and `fragments` tells of a quotation with ellipses how often each
    part was said. `milliseconds` is the time the check took.
    """

    quote: str
    speaker: str | None
    meant: tuple[str, ...]
    verdict: Verdict
    occurrences: int
    by_others: int
    found: tuple[Occurrence, ...]
    nearest: Nearest | None
    fragments: tuple[Fragment, ...]
    corpus: CorpusSpan
    milliseconds: float
