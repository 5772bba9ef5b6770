"""Dates as people write them."""

from __future__ import annotations

from datetime import date

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
"""The English months in lower case, January first."""

MONTH_NUMBERS = {
    form: number for number, month in enumerate(MONTHS, start=1) for form in (month, month[:3])
} | {"sept": 9}
"""The number of each month, 1 to 12, by its English name and by its short form, in lower case."""


def long_date(day: date) -> str:
    """Return a date as it is written in a sentence: 12 September 2013."""
    return f"{day.day} {day:%B} {day.year}"
