"""Times that a question names: "in 2013", "since May 2020", "in the week after 1 May", "last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.dates import MONTHS
from rag.saying import AUXILIARY
from rag.written_dates import (
    AND,
    DATE,
    DATES,
    DAY,
    PART_OF_YEAR,
    Held,
    is_vague,
    months_later,
    span,
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included; None leaves that side open.

    `words` are those of the question; `relative` tells that they count from the corpus's last day.
    """

    words: str
    since: date | None
    until: date | None
    relative: bool = False

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.since or date.min) <= day <= (self.until or date.max)


def period_in(question: str, last_day: date | None, first_day: date | None = None) -> Period | None:
    """Return the period that `question` names, the first where it names several; None without one.

    It spans all of "in 2009 and 2010". A date without a preposition counts where it stands by itself:
    "And 1861?", "Trump, 23 April 2020: ...". "Last year" and "this month" count from `last_day`, the date
    of the corpus's newest statement, since a record knows no today; the century of "the 90s" is one
    that it holds from `first_day` on.
    """
    return next(_periods(question, (first_day, last_day)), None)


def period_of_year(question: str, year: int) -> Period | None:
    """Return what `question` names without a year, as of `year`: "And in December?"; None without it."""
    match = _WITHOUT_YEAR.search(question)
    found = period_in(f"{match[0]} {year}", None) if match else None
    return replace(found, words=match[0]) if match and found else None


def date_within(words: str) -> Period | None:
    """Return the time that stands anywhere in `words`, one date or several ("the June 2002 address").

    Unlike `period_in` it asks for no preposition: use it on words that name an occasion.
    """
    match = _WITHIN.search(words)
    try:
        return Period(match["when"], *span(match["when"])) if match else None
    except ValueError:
        return None


def _periods(question: str, held: Held) -> Iterator[Period]:
    for pattern, read in ((_COUNTED_OFF, _counted_off), (_BOUNDED, _bounded), (_ALONE, _alone)):
        for match in pattern.finditer(question):
            try:
                found = read(match, held)
            except (ValueError, OverflowError):
                continue  # 31 June
            if found:
                yield found
    last_day = held[1]
    counted = _RELATIVE.search(question)
    if counted and last_day:
        yield _relative(counted, last_day)


def _bounded(match: re.Match[str], held: Held) -> Period | None:
    bound = _SPACE.sub(" ", match["bound"].lower())
    written = match["when"]
    several = _ONE.fullmatch(written) is None or bool(_RANGE.search(written))
    if _counts(match, bound, several=several):
        return None
    start, end = span(written, held)
    if bound in ("from", "between"):
        if not (several or match["on"]):
            return None
        return Period(match[0], start, None if match["on"] else end)
    return Period(match[0], *_sides(bound, start, end, several=several, vague=is_vague(written)))


def _counts(match: re.Match[str], bound: str, *, several: bool) -> bool:
    """Whether the year is none: "after 2000 soldiers died"."""
    may_count = bound in _UP_TO or bound in ("after", "before", "on", "prior to")
    return may_count and not several and bool(_COUNTED_THINGS.match(match.string, match.end("when")))


def _sides(
    bound: str, start: date, end: date, *, several: bool, vague: bool
) -> tuple[date | None, date | None]:
    """Return the sides of a time; what is before or after the end of 2009 may be of that year."""
    if bound == "since" or bound.startswith(("starting", "beginning")):
        return start, end if several else None
    if bound == "after":
        return (start if vague else end + timedelta(1)), None
    if bound in ("before", "prior to"):
        return None, (end if vague else start - timedelta(1))
    return (None if bound in _UP_TO else start), end


def _counted_off(match: re.Match[str], held: Held) -> Period | None:
    """Read "the two weeks after 13 March 2020" as all of them, "two years after 2009" as 2011."""
    if match["more"] and not match["number"]:
        return None  # "in the weeks after": how many is not told
    start, end = span(match["when"], held)
    number = match["number"]
    count = 1 if number is None else int(number) if number.isdigit() else _NUMBERS[number.lower()]
    all_of_them = match["place"] or match["the"]
    unit = match["unit"].lower()
    origin, first, last = end + timedelta(1), 0 if all_of_them else count - 1, count
    if match["side"].lower() == "before":
        origin, first, last = start, -last, -first
    return Period(match[0], _moved(origin, first, unit), _moved(origin, last, unit) - timedelta(1))


def _moved(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(count * (7 if unit == "week" else 1))
    return months_later(day, count * (12 if unit == "year" else 1))


def _alone(match: re.Match[str], held: Held) -> Period:
    written = next(filter(None, (match["whole"], match["apart"], match["day"])))
    return Period(written, *span(written, held))


def _relative(match: re.Match[str], last_day: date) -> Period:
    size = 12 if match["unit"].lower() == "year" else 1
    start = last_day.replace(day=1, month=1 if size == 12 else last_day.month)
    if match["which"].lower() == "last":
        start = months_later(start, -size)
    return Period(match[0], start, months_later(start, size) - timedelta(1), relative=True)


_SPACE = re.compile(r"\s+")
_UP_TO = ("until", "till", "up to", "by")
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
} | {"a": 1, "an": 1}
_BOUND = (
    r"(?P<bound>in|on|during|throughout|within|between|from|since|after|before|prior\s+to|until|till|up\s+to|by"
    r"|(?:starting|beginning)\s+(?:in|on|from|with)"
    r"|(?:at|towards?)(?=\s+the\s+(?:very\s+)?(?:end|beginning|start|close)\b))\s+(?:(?:either|both)\s+)?"
)
_ONE = re.compile(DATE, re.IGNORECASE)
_RANGE = re.compile(r"\d\w*\s?(?:and|or|to|through)\s|^\d{4}\s?[-–]\s?\d+$", re.IGNORECASE)
_BOUNDED = re.compile(
    rf"\b{_BOUND}(?P<when>{DATES})(?!\w)(?P<on>\s+(?:onwards?|forward|on(?=\W*$|\s*[,;:])))?", re.IGNORECASE
)
_COUNTED_OFF = re.compile(
    r"\b(?:(?P<place>in|on|during|within|over|for)\s+)?(?P<the>the\s+)?(?:(?:first|next|last)\s+)?"
    rf"(?:(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+)?(?P<unit>day|week|month|year)(?P<more>s)?"
    rf"\s+(?P<side>after|following|before)\s+(?P<when>{DATES})(?!\w)",
    re.IGNORECASE,
)
_COUNTED_THINGS = re.compile(
    r"\s+(?:[A-Za-z]+(?:an|ish|ese|ed|al)\s+)?(?!(?:was|has|does|says|as|towards|regards|always)\b)"
    r"(?:people|men|women|children|dead|[a-z]{2,}[^sui\W]s)\b"  # not "crisis", "congress"
)
_NO_MONTH = "".join(rf"(?<!{month})" for month in MONTHS)
_NOT_BEFORE = (
    r"(?:the|an?|of|about|regarding|concerning|on|in|at|to|for|from|with|by|like|than|as|and|or|before|after"
    r"|since|until|between|during|\w+day)\b"
)
_ALONE = re.compile(
    r"^\W*(?:(?:and|but|so|or|also|then)\s+)?(?:(?:what|how)\s+about\s+)?"
    rf"(?P<whole>{DATES})\W*$"
    rf"|(?<!\d){_NO_MONTH}[,;:(]\s*(?P<apart>{DATES})(?=\s*[:)]|\W*$)"
    rf"|\b(?!{_NOT_BEFORE})[^\W\d]+[,;:]?\s+(?P<day>{DAY})"
    rf"(?=\W*$|\s*[,;:)?]|\s+(?:about|regarding|concerning|on|to|in|at|when|{AUXILIARY})\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"\b(?P<when>{DATES})\b", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(
    rf"\b{_BOUND}{PART_OF_YEAR}(?:{AND}{PART_OF_YEAR})?(?!\w)(?!,?\s+\d)", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?P<which>last|this)\s+(?P<unit>year|month)\b", re.IGNORECASE)
