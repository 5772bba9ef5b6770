"""Days as they are typed on the command line."""

from __future__ import annotations

import calendar
import re
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def first_day(text: str) -> date:
    """Return the day that 2013-09-12 names, or the first one of 2013-09 or 2013.

    Raises:
        ValueError: it is none of these.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the day that 2013-09-12 names, or the last one of 2013-09 or 2013.

    Raises:
        ValueError: it is none of these.
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = _FORM.fullmatch(text.strip())
    if not found:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    if year is None or month == 0 or day == 0:
        raise ValueError(f"not a date: {text!r}")
    return year, month, day
