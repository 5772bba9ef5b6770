"""When and on what occasion something was said, as far as the question itself says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.dates import long_date
from index.stores.catalogue import Catalogue
from rag.filters import Filters
from rag.periods import Period, period_in
from rag.places import Place, place_of
from rag.question import Question
from rag.quotation_marks import unquoted
from rag.topic import is_about_saying


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
    focus, whole = unquoted(asked.focus), unquoted(asked.text)
    _, newest = catalogue.dates()
    now = period_in(focus, newest)
    place = None
    if not (filters.kinds or filters.statements):
        place = place_of(focus, whole, asked.sayer, catalogue, another_time=now is not None)
    about_saying = is_about_saying(asked.text)
    if not place and not about_saying:
        return None
    words, notes = [], []
    if filters.since is None and filters.until is None:
        told = now or period_in(whole, newest) if about_saying else None
        period = _period(place, now, told)
        if period:
            filters = replace(filters, since=period.since, until=period.until)
            words.append(period.words)
            notes.append(_dated(period))
    if place:
        filters = replace(filters, kinds=place.kinds, statements=place.statements)
        words.append(place.words)
        notes.append(place.note)
    if not notes:
        return None
    return Occasion(filters, " ".join(words), f"Searched only what was said {' and '.join(notes)}.")


def _period(place: Place | None, now: Period | None, told: Period | None) -> Period | None:
    """Return when it was said: at the time of the occasion, or at one that the question tells besides.

    `now` is what is asked now, which goes before an occasion of the earlier questions. A time in which
    there was no such occasion is what was spoken about.
    """
    if place and place.period and (place.asked_now or not now):
        return place.period
    return None if told and place and place.rules_out(told) else told


def _dated(period: Period) -> str:
    since, until = (day and long_date(day) for day in (period.since, period.until))
    if since and until:
        words = f"on {since}" if since == until else f"from {since} to {until}"
    else:
        words = f"from {since} on" if since else f"until {until}"
    counted = ", counted from the newest statement of this corpus" if period.relative else ""
    return f"{words} (“{period.words}”{counted})"
