"""When and on what occasion something was said, as far as the question itself says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.dates import long_date
from index.stores.catalogue import Catalogue
from index.transcript.kinds import kind_of
from rag.filters import Filters
from rag.periods import Period, date_within, period_in
from rag.question import Question
from rag.quotation_marks import unquoted
from rag.saying import is_about_saying


@dataclass(frozen=True, slots=True)
class Occasion:
    """The filters that `words` of a question amount to, and a sentence that says so."""

    filters: Filters
    words: str
    note: str


def occasion(asked: Question, filters: Filters, catalogue: Catalogue) -> Occasion | None:
    """Return what a question restricts the search to beyond `filters`; None where it does not.

    Only the time and kind of a saying count: "What did he say in 2013 ..." names when it was said,
    "How many died in 2013?" names what was said. "In his 2013 speech" names a saying in any question.
    What is asked now goes before the earlier questions ("And in 2014?"), and `filters` before both.
    """
    _, newest = catalogue.dates()
    focus, whole = unquoted(asked.focus), unquoted(asked.text)
    kinds = catalogue.kinds()
    named = _named_in(focus, kinds) or _named_in(whole, kinds)
    if not named and not is_about_saying(asked.text):
        return None
    words, notes = [], []
    if filters.since is None and filters.until is None:
        period = named and date_within(named.words)
        period = period or period_in(focus, newest) or period_in(whole, newest)
        if period:
            filters = replace(filters, since=period.since, until=period.until)
            words.append(period.words)
            notes.append(_dated(period))
    if named and not filters.kinds:
        filters = replace(filters, kinds=named.kinds)
        words.append(named.kind)
        notes.append(f"of the kind {' or '.join(f'“{kind}”' for kind in named.kinds)}")
    if not notes:
        return None
    return Occasion(filters, " ".join(words), f"Searched only what was said {' and '.join(notes)}.")


def _dated(period: Period) -> str:
    since, until = (day and long_date(day) for day in (period.since, period.until))
    if since and until:
        words = f"on {since}" if since == until else f"from {since} to {until}"
    else:
        words = f"from {since} on" if since else f"until {until}"
    counted = ", counted from the newest statement of this corpus" if period.relative else ""
    return f"{words} (“{period.words}”{counted})"


_SPOKEN_ALONE = ("speech", "address", "remarks", "statement")  # a title says one, a question another


@dataclass(frozen=True, slots=True)
class _Named:
    """An occasion as it is named: "first 1984 presidential debate" is one of the kind "debate".

    `kinds` are those of the corpus that it may be filed under.
    """

    kind: str
    kinds: tuple[str, ...]
    words: str


_DETERMINER = r"(?:the|an?|his|her|their|its|our|that|this)"
_NO_PART = (
    rf"(?:{_DETERMINER}|of|at|in|on|to|with|about|from|for|by|before|after|during|since|until|under|over"
    r"|and|or|wh\w+)"
)
_NAMED = re.compile(
    rf"\b(?:at|in|during)\s+(?:{_DETERMINER}|(?-i:[A-Z])[\w.]*['’]s?)\s+"
    rf"(?P<words>(?:(?!{_NO_PART}\b)[\w'’&-]+\s*){{1,5}})",
    re.IGNORECASE,
)


def _named_in(question: str, kinds: Sequence[str]) -> _Named | None:
    """Return the occasion that is named, of one of `kinds`: "at the press conference", "in his speech"."""
    for match in _NAMED.finditer(question):
        words = match["words"].strip()
        kind = kind_of(words)
        if kind is None:
            continue
        filed = [other for other in (_SPOKEN_ALONE if kind in _SPOKEN_ALONE else (kind,)) if other in kinds]
        if filed:
            return _Named(kind, tuple(filed), words)
    return None
