"""Times that a question names: "in 2013", "since May 2020", "last year"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included; None leaves that side open.

    `words` are those of the question; `relative` tells that they count from the corpus's last day.
    """

    words: str
    since: date | None
    until: date | None
    relative: bool = False


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


_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d-])"
_DATE = rf"(?:(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+(?:\d{{1,2}},?\s+)?{_YEAR}|{_YEAR})"
_BETWEEN = re.compile(
    rf"\b(?:between|from)\s+(?P<since>{_DATE})\s+(?:and|to|until|till)\s+(?P<until>{_DATE})\b", re.IGNORECASE
)
_BOUNDED = re.compile(
    rf"\b(?P<bound>in|on|during|since|after|before|until|till|up to|by)\s+(?:the year )?(?P<when>{_DATE})\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?P<which>last|this)\s+(?P<unit>year|month)\b", re.IGNORECASE)


def _stated(match: re.Match[str]) -> Period | None:
    named = match.groupdict()
    try:
        if "since" in named:
            return Period(match[0], _days(named["since"])[0], _days(named["until"])[1])
        first, last = _days(named["when"])
        since, until = {
            "since": (first, None),
            "after": (last + timedelta(1), None),
            "before": (None, first - timedelta(1)),
            **dict.fromkeys(("until", "till", "up to", "by"), (None, last)),
        }.get(named["bound"].lower(), (first, last))
    except ValueError:
        return None  # 31 June
    return Period(match[0], since, until)


def _days(written: str) -> tuple[date, date]:
    """Return the first and last day of a written day, month or year.

    Raises:
        ValueError: there is no such day.
    """
    words = re.findall(r"\w+", written)
    year = int(words[-1])
    month = next((_MONTHS[word.lower()] for word in words if word.lower() in _MONTHS), None)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    day = next((int(word) for word in words[:-1] if word.isdigit()), None)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


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
