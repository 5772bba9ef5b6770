"""Times that a question names: "in 2013", "since May 2020", "last year"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from index.dates import MONTH_NUMBERS


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


def period_in(question: str, last_day: date | None) -> Period | None:
    """Return the period that `question` names, the first where it names several; None without one.

    "Last year" and "this month" count from `last_day`, the date of the corpus's newest statement,
    since a record knows no today.
    """
    for pattern in (_BETWEEN, _BOUNDED):
        match = pattern.search(question)
        if match:
            return _stated(match)
    match = _RELATIVE.search(question)
    return _counted(match, last_day) if match and last_day else None


def date_within(words: str) -> Period | None:
    """Return the day, month, year or decade that stands anywhere in `words` ("the June 2002 address").

    Unlike `period_in` it asks for no preposition: use it on words that name an occasion.
    """
    match = _WITHIN.search(words)
    try:
        return Period(match["when"], *_days(match["when"])) if match else None
    except ValueError:
        return None


_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d-])"
_ISO = r"(?:1[5-9]|20)\d\d-\d\d-\d\d"
_DOTTED = r"\d{1,2}\.\d{1,2}\.(?:1[5-9]|20)\d\d"  # the day stands first wherever dots are written
_DECADE = r"(?:1[5-9]|20)\d0['’]?s"
_CENTURY = r"\d\d(?:st|th) century"
_DATE = (
    rf"(?:(?:the\s+)?(?:{_ISO}|{_DOTTED}|{_DECADE}|{_CENTURY})"
    rf"|(?:(?:the\s+)?{_DAY}\s+(?:of\s+)?)?{_MONTH}\s+(?:{_DAY},?\s+)?{_YEAR}|{_YEAR})"
)
_BETWEEN = re.compile(
    rf"\b(?:between|from)\s+(?P<since>{_DATE})\s+(?:and|to|until|till)\s+(?P<until>{_DATE})\b"
    r"|\b(?:in|during|from)\s+(?P<first>(?:1[5-9]|20)\d\d)\s?[-–]\s?(?P<last>(?:1[5-9]|20)\d\d)\b(?!-)",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    r"\b(?P<bound>(?:in|during)(?:\s+the)?\s+(?:early|mid|late)[\s-]|(?:in|on|during|since|after|before|until"
    rf"|till|up to|by)\s)\s*(?:the year )?(?P<when>{_DATE})\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"\b(?P<when>{_DATE})\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?P<which>last|this)\s+(?P<unit>year|month)\b", re.IGNORECASE)


def _stated(match: re.Match[str]) -> Period | None:
    named = match.groupdict()
    try:
        if "when" not in named:
            first, last = named["since"] or named["first"], named["until"] or named["last"]
            begin, end = _days(first)[0], _days(last)[1]
            return Period(match[0], begin, end) if begin <= end else None
        start, end = _days(named["when"])
        since, until = {
            "since": (start, None),
            "after": (end + timedelta(1), None),
            "before": (None, start - timedelta(1)),
            **dict.fromkeys(("until", "till", "up to", "by"), (None, end)),
        }.get(named["bound"].strip().lower(), (start, end))
    except ValueError:
        return None  # 31 June
    return Period(match[0], since, until)


def _days(written: str) -> tuple[date, date]:
    """Return the first and last day of a written day, month, year, decade or century.

    Raises:
        ValueError: there is no such day.
    """
    written = written.lower()
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if written.endswith("century"):
        return date(100 * numbers[0] - 99, 1, 1), date(100 * numbers[0], 12, 31)
    if written.endswith("s"):
        return date(numbers[0], 1, 1), date(numbers[0] + 9, 12, 31)
    if len(numbers) == 3:
        day = date(*numbers) if numbers[0] > 31 else date(*reversed(numbers))
        return day, day
    month = next(
        (MONTH_NUMBERS[word] for word in re.findall(r"[a-z]+", written) if word in MONTH_NUMBERS), None
    )
    year = numbers[-1]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if len(numbers) == 1:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, numbers[0]), date(year, month, numbers[0])


def _counted(match: re.Match[str], last_day: date) -> Period:
    year, month = last_day.year, last_day.month
    if match["which"].lower() == "last":
        year, month = (year - 1, month) if match["unit"].lower() == "year" else _month_before(year, month)
    if match["unit"].lower() == "year":
        return Period(match[0], date(year, 1, 1), date(year, 12, 31), relative=True)
    last = calendar.monthrange(year, month)[1]
    return Period(match[0], date(year, month, 1), date(year, month, last), relative=True)


def _month_before(year: int, month: int) -> tuple[int, int]:
    return (year, month - 1) if month > 1 else (year - 1, 12)
