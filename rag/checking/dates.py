"""Dates in a text, as far as they are given: a day, a month of a year, a year alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.dates import MONTH_NUMBERS, MONTHS

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
).split()
_DAY = rf"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?|{'|'.join(reversed(_ORDINALS))})"
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<![\w.,-]){form}(?![\w]|[,.]\d)", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<number>[01]\d)-(?P<day>[0-3]\d)",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?",
        rf"{_MONTH}\s+(?:the\s+)?{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        _YEAR,
    )
)
_CAPITAL_MONTH = re.compile(rf"\b(?:{'|'.join(month.title() for month in MONTHS)})\b")


@dataclass(frozen=True, slots=True)
class Date:
    """What is given of a date, and where it stands."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    def agrees_with(self, other: Date) -> bool:
        """Tell whether `other` gives all that this one does, and the same."""
        mine, others = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return all(one is None or one == two for one, two in zip(mine, others, strict=True))


def dates(text: str) -> list[Date]:
    """Return the dates of `text` in order; each stretch of it counts once, in the fullest form."""
    found: list[Date] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(date.start < match.end() and match.start() < date.end for date in found):
                found.append(_date(match))
    for match in _CAPITAL_MONTH.finditer(text):
        if not any(date.start < match.end() and match.start() < date.end for date in found):
            found.append(Date(None, MONTH_NUMBERS[match[0].lower()], None, *match.span()))
    return sorted(found, key=lambda date: date.start)


def without_dates(text: str) -> str:
    """Return `text` with its dates blanked, everything else in its place."""
    for date in dates(text):
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    return text


def _date(match: re.Match[str]) -> Date:
    given = match.groupdict()
    month = int(given["number"]) if given.get("number") else _month(given.get("month"))
    year, day = given.get("year"), given.get("day")
    return Date(int(year) if year else None, month, _day(day) if day else None, *match.span())


def _day(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else _ORDINALS.index(written.lower()) + 1


def _month(name: str | None) -> int | None:
    return MONTH_NUMBERS[name.lower().rstrip(".")] if name else None
