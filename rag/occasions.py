"""When and on what occasion something was said, as far as the question itself says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.dates import long_date
from index.stores.catalogue import Catalogue
from rag.filters import Filters
from rag.periods import Period, period_in, period_of_year
from rag.places import Place, place_of
from rag.question import Question
from rag.quotation_marks import unquoted
from rag.saying import SAYING
from rag.topic import is_about_saying, topic_place


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
    now, before = _times(asked, catalogue)
    place = None
    if not (filters.kinds or filters.statements):
        place = place_of(focus, whole, asked.sayer, catalogue, another_time=now is not None)
    about_saying = is_about_saying(asked.text) or _heads(focus, now)
    if not place and not about_saying:
        return None
    words, notes, period, without = [], [], None, ""
    if filters.since is None and filters.until is None:
        told = (now or before) if about_saying else None
        period, without = _period(place, now, told, whole if about_saying else "")
    if period:
        filters = replace(filters, since=period.since, until=period.until)
        words.append(period.words)
        notes.append(_dated(period))
    if place and not without:
        filters = replace(filters, kinds=place.kinds, statements=place.statements)
        words.append(place.words)
        notes.append(place.note)
    if not notes:
        return None
    return Occasion(filters, " ".join(words), f"Searched only what was said {' and '.join(notes)}.{without}")


def _times(asked: Question, catalogue: Catalogue) -> tuple[Period | None, Period | None]:
    """Return the time that is asked now, and the last one of the questions before.

    One without a year is of the year before: "And in December?" after "in November 2024".
    """
    first, newest = catalogue.dates()
    focus, earlier = unquoted(asked.focus), unquoted(asked.text.removesuffix(asked.focus))
    found = (period_in(question, newest, first) for question in reversed(earlier.split("?")))
    before = next(filter(None, found), None)
    now = period_in(focus, newest, first)
    last = before and (before.until or before.since)
    return now or (period_of_year(focus, last.year) if last else None), before


def _heads(focus: str, now: Period | None) -> bool:
    """Whether the words are no sentence, and `now` stands in them as a date: "Trump, 23 April 2020: ..."."""
    name = _NAME_FIRST.match(focus)
    return bool(name and now and focus.startswith(now.words, name.end()))


def _period(
    place: Place | None, now: Period | None, told: Period | None, whole: str
) -> tuple[Period | None, str]:
    """Return when it was said: at the time of the occasion, or at one that the question tells besides.

    `now` is what is asked now, which goes before an occasion of the earlier questions. A time in which
    there was no such occasion is what was spoken about, unless the question puts it as that of the
    saying: then the occasion does not count, and the second value says so. `whole` is the question that
    asks what was said, or "".
    """
    if not place:
        return told, ""
    own = place.period if place.asked_now or not now else None
    period = own or told
    if not period or not place.rules_out(period) or (own and not whole):
        return period, ""
    if own or _is_of_saying(period, whole):
        return period, f" No such {place.kind} of that time is in this corpus."
    return None, ""


def _is_of_saying(period: Period, whole: str) -> bool:
    """Whether a time stands where a question tells when something was said.

    It does at the head ("And in 2014?"), after a verb of saying, and where it is one day that is not spoken
    about.
    """
    start = whole.find(period.words)
    if _TOLD_OF_SAYING.search(whole[: max(start, 0)]):
        return True
    place = topic_place(whole)
    return period.since == period.until and not (place and place[0] <= start < place[1])


_NAME_FIRST = re.compile(r"\W*[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}\s*[,:(]\s*")
_TOLD_OF_SAYING = re.compile(
    rf"(?:(?:^|\?)(?:\W*\b(?:and|but|so|or|(?:what|how)\s+about)\b)?|\b{SAYING})\W*$", re.IGNORECASE
)


def _dated(period: Period) -> str:
    since, until = (day and long_date(day) for day in (period.since, period.until))
    if since and until:
        words = f"on {since}" if since == until else f"from {since} to {until}"
    else:
        words = f"from {since} on" if since else f"until {until}"
    counted = ", counted from the newest statement of this corpus" if period.relative else ""
    return f"{words} (“{period.words}”{counted})"
