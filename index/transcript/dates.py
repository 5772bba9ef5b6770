"""Dates as people write them, in titles, header lines and file names."""

from __future__ import annotations

import re
from datetime import date

from index.dates import MONTH_NUMBERS

_IN_OTHER_LANGUAGES = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
_NUMBER = MONTH_NUMBERS | {
    name: number for names in _IN_OTHER_LANGUAGES for number, name in enumerate(names.split(), 1)
}

_MONTH = "(?P<month>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:\.|er)? (?:day )?(?:of |de )?{_MONTH},? (?:de )?{_YEAR}",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
        rf"(?<!\d){_YEAR}(?P<mark>[-_./])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d|[-./]\d{{4}}(?![\d-]))",
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}(?!\.\d)",
        r"(?<![^\W_])(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})(?![^\W_])",
    )
)


def dates_in(text: str) -> list[tuple[int, int, date]]:
    """Return start, end and value of each date written in `text`, in reading order.

    `12.09.2013` and `12/09/2013` are read day first; month first only where nothing else is
    possible (`09/23/2013`). Impossible dates (`31 June 2013`) are passed over.
    """
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _as_date(match)
            if day is not None:
                found.append((match.start(), match.end(), day))
    found.sort()
    return [
        one for one, before in zip(found, [None, *found], strict=False) if not before or one[0] >= before[1]
    ]


def last_date(text: str) -> date | None:
    """Return the last date in `text`, which in a title is the day of the event; None without one."""
    found = dates_in(text)
    return found[-1][2] if found else None


def _as_date(match: re.Match[str]) -> date | None:
    written = match["month"]
    year, day = int(match["year"]), int(match["day"])
    month = int(written) if written.isdigit() else _NUMBER[written.lower()]
    if match.re is _FORMS[3] and month > 12 >= day:
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
