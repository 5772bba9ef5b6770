"""When and on what occasion something was said, as far as the question itself says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.dates import long_date
from index.stores.catalogue import Catalogue
from rag.filters import Filters
from rag.periods import Period, period_in
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
    "How many died in 2013?" names what was said. What is asked now goes before the earlier questions
    ("And in 2014?"), and `filters` before both.
    """
    if not is_about_saying(asked.text):
        return None
    _, newest = catalogue.dates()
    focus, whole = unquoted(asked.focus), unquoted(asked.text)
    words, notes = [], []
    if filters.since is None and filters.until is None:
        period = period_in(focus, newest) or period_in(whole, newest)
        if period:
            filters = replace(filters, since=period.since, until=period.until)
            words.append(period.words)
            notes.append(_dated(period))
    if not filters.kinds:
        kinds = catalogue.kinds()
        kind = _kind_in(focus, kinds) or _kind_in(whole, kinds)
        if kind:
            filters = replace(filters, kinds=(kind,))
            words.append(kind)
            notes.append(f"of the kind “{kind}”")
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


def _kind_in(question: str, kinds: list[str]) -> str | None:
    """Return the kind that is named as an occasion: "at the press conference", "in his speech"."""
    for kind in sorted(kinds, key=len, reverse=True):
        named = (
            rf"\b(?:at|in|during)\s+(?:the|a|an|his|her|their|that|this)\s+(?:\w+\s+)?{re.escape(kind)}s?\b"
        )
        if re.search(named, question, re.IGNORECASE):
            return kind
    return None
