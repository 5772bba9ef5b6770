"""Dates as questions write them: "Friday, March 13, 2020", "the summer of 1919", "1969-70", "the 90s"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from index.dates import MONTH_NUMBERS

Span = tuple[date, date]
"""The first and the last day of a time."""
Held = tuple[date | None, date | None]
"""The first and the last day of a corpus."""

NOTHING_HELD: Held = (None, None)
"""The days of a corpus that is not known."""
_Form = tuple[str, Callable[[re.Match[str], Held], Span]]  # how it is written, and how to read it


def days(written: str, held: Held = NOTHING_HELD) -> Span:
    """Return the first and last day of what `DATE` matches; "the 90s" are those that a corpus holds.

    The whole stands for a vague part: 2009 for "the end of 2009".

    Raises:
        ValueError: there is no such day, or it is not told which: 31 June, 3/4/2020.
    """
    part = _PART.match(written)
    core = written[part.end() :] if part else written
    for pattern, read in _READERS:
        match = pattern.fullmatch(core)
        if match:
            whole = read(match, held)
            return _part(whole, part["nth"].lower(), part["size"].lower()) if part and part["nth"] else whole
    raise ValueError(written)


def span(written: str, held: Held = NOTHING_HELD) -> Span:
    """Return the first and last day of what `DATES` matches, over all dates that it lists.

    One without a year takes that of the last: "March and April 2020", "between November and May 2010".

    Raises:
        ValueError: there is no such day, or it is not told which.
    """
    found = [match[0] for match in _EACH.finditer(written)]
    last = days(found[-1], held)
    spans = [last]
    for each in found[:-1]:
        if _WITHOUT_YEAR.fullmatch(each):
            start, end = days(f"{each} {last[1].year}", held)
            spans.append((start, end) if start <= last[1] else days(f"{each} {last[1].year - 1}", held))
        else:
            spans.append(days(each, held))
    return min(start for start, _ in spans), max(end for _, end in spans)


def is_vague(written: str) -> bool:
    """Tell whether `days` returns more than what is written: "the end of 2009"."""
    part = _PART.match(written)
    return bool(part and part["vague"])


def months_later(day: date, months: int) -> date:
    """Return the day `months` later, or earlier where they are negative; the last where it has no such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _calendar_day(match: re.Match[str], _: Held) -> Span:
    named = match.groupdict()
    year, month = int(named["year"]), _month(named["month"])
    if not named.get("day"):
        return _months(year, month, 1)
    first, last = _number(named["day"]), _number(named.get("last") or named["day"])
    return _ordered(date(year, month, first), date(year, month, last))


def _in_numbers(match: re.Match[str], _: Held) -> Span:
    """Read "13/03/2020" and "3/13/2020"; which of the two 3/4/2020 means is not told."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = [(first, second)] if match["mark"] == "." else [(first, second), (second, first)]
    found = {date(year, month, day) for day, month in readings if month <= 12}
    (day,) = found  # a ValueError where it may be two days
    return day, day


def _years(match: re.Match[str], _: Held) -> Span:
    first, last = int(match["year"]), match["last"]
    if len(last) == 2 and first % 100 >= int(last) > 0:
        return _months(first, int(last), 1)  # 2009-05
    until = int(last) if len(last) == 4 else first - first % 100 + int(last) + (100 if last == "00" else 0)
    return _ordered(date(first, 1, 1), date(until, 12, 31))


def _season(match: re.Match[str], _: Held) -> Span:
    year, name = int(match["year"]), match["season"].lower()
    if name == "winter":  # of 1919-20, or either of those that begin and end in 1919
        return _months(year, 12, 3) if match["next"] else _months(year - 1, 12, 15)
    return _months(year, {"spring": 3, "summer": 6}.get(name, 9), 3)


def _century(match: re.Match[str], _: Held) -> Span:
    last = 100 * int(match["number"])
    return date(last - 99, 1, 1), date(last, 12, 31)


def _decade(match: re.Match[str], held: Held) -> Span:
    named = match["decade"].lower()
    first = int(named[:4]) if named[:4].isdigit() else _first_of_decade(named.lstrip("'’"), held)
    return date(first, 1, 1), date(first + 9, 12, 31)


def _first_of_decade(named: str, held: Held) -> int:
    tens = int(named[:2]) if named[0].isdigit() else 10 * (_DECADES.index(named) + 2)
    first, last = held
    for century in (1900, 2000, 1800, 1700):
        if first and last and first.year <= century + tens + 9 and century + tens <= last.year:
            return century + tens
    return 1900 + tens


def _year(match: re.Match[str], _: Held) -> Span:
    return _months(int(match["year"]), 1, 12)


def _part(whole: Span, nth: str, size: str) -> Span:
    """Return the first, second ... half, third or quarter, in months where they come out even."""
    count = {"half": 2, "third": 3, "quarter": 4}[size]
    number = count - 1 if nth in ("last", "final") else _NTH.index(nth) % 4
    if number >= count:
        raise ValueError(nth)
    start, end = whole
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months % count == 0:
        size_in_months = months // count
        begin = months_later(start, number * size_in_months)
        return begin, months_later(begin, size_in_months) - timedelta(1)
    length = ((end - start).days + 1) // count
    begin = start + timedelta(number * length)
    return begin, end if number == count - 1 else begin + timedelta(length - 1)


def _months(year: int, month: int, count: int) -> Span:
    start = date(year, month, 1)
    return start, months_later(start, count) - timedelta(1)


def _ordered(start: date, end: date) -> Span:
    if start > end:
        raise ValueError(f"{start} is after {end}")
    return start, end


def _month(written: str) -> int:
    return int(written) if written.isdigit() else MONTH_NUMBERS[written.lower().rstrip(".")]


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


_NTH = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th")
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_FOUR = r"(?:1[5-9]|20)\d\d"
_ANY_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_END = rf"(?![\d/]|[-–—]\d|-(?!{_ANY_MONTH}))"  # not of "2013-13-40" or "2013-style"
_YEAR = rf"(?P<year>{_FOUR}){_END}"
_MONTH = rf"(?P<month>{_ANY_MONTH})"
_ANY_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"(?P<day>{_ANY_DAY})(?:\s?(?:[-–]|and|or|to|through)\s?(?P<last>{_ANY_DAY}))?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
_SEASONS = r"(?:spring|summer|autumn|fall|winter)"
_NO_DIGIT = r"(?![\d/-])"

_DAY_FORMS: tuple[_Form, ...] = (
    (rf"(?P<year>{_FOUR})-(?P<month>\d\d?)-(?P<day>\d\d?){_NO_DIGIT}", _calendar_day),
    (rf"(?P<year>{_FOUR})/(?P<month>\d\d?)/(?P<day>\d\d?){_NO_DIGIT}", _calendar_day),
    *(  # one mark for both, and the day first wherever dots are written
        (
            rf"(?P<first>\d\d?)(?P<mark>{mark})(?P<second>\d\d?){mark}(?P<year>{_FOUR}){_NO_DIGIT}",
            _in_numbers,
        )
        for mark in (r"\.", "/", "-")
    ),
    (rf"{_WEEKDAY}{_DAYS}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", _calendar_day),
    (rf"{_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAYS},?\s+{_YEAR}", _calendar_day),
)
_WIDER_FORMS: tuple[_Form, ...] = (
    (rf"(?P<season>{_SEASONS})(?:\s+of)?,?\s+(?P<year>{_FOUR})(?P<next>[-–/]\d\d)?{_END}", _season),
    (rf"(?P<decade>{_FOUR[:-2]}0['’]?s)", _decade),
    (r"(?P<number>\d\d)(?:st|th) century", _century),
)
_YEAR_FORMS: tuple[_Form, ...] = (  # no "the" before these: "the 2013 budget"
    (rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}", _calendar_day),
    (rf"(?P<year>{_FOUR})\s?[-–/]\s?(?P<last>{_FOUR}|\d\d){_NO_DIGIT}", _years),
    (_YEAR, _year),
)
_DECADE_FORM = (rf"(?P<decade>['’]?[1-9]0['’]?s|{'|'.join(_DECADES)})", _decade)
_READERS = [
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (*_DAY_FORMS, *_WIDER_FORMS, *_YEAR_FORMS, _DECADE_FORM)
]


def _ungrouped(pattern: str) -> str:
    """Return a pattern whose groups have no names, so that it may stand in another more than once."""
    return re.sub(r"[?]P<\w+>", "?:", pattern)


def _any_of(*forms: _Form) -> str:
    return f"(?:{'|'.join(_ungrouped(pattern) for pattern, _ in forms)})"


_VAGUELY = (
    r"(?:very\s+)?(?:early|mid|middle|late|end|beginning|start|close)"
    r"(?:\s+(?:part|days|weeks|months|years))?(?:\s+of)?[\s-]+(?:the\s+)?"
)
_EXACTLY = rf"(?P<nth>{'|'.join(_NTH)}|last|final)\s+(?P<size>half|third|quarter)\s+of\s+(?:the\s+)?"
_YEAR_OF = r"(?:calendar\s+)?years?\s+"
_PART = re.compile(rf"(?:the\s+)?(?:(?P<vague>{_VAGUELY})|{_EXACTLY})?(?:{_YEAR_OF})?", re.IGNORECASE)
_PARTLY = rf"(?:the\s+)?(?:{_VAGUELY}|{_ungrouped(_EXACTLY)})"

DAY = rf"(?:the\s+)?{_any_of(*_DAY_FORMS)}"
"""A pattern for one day, or for days of one month."""
DATE = (
    rf"(?:(?:{_PARTLY}|the\s+)?{_any_of(*_DAY_FORMS, *_WIDER_FORMS)}"
    rf"|(?:{_PARTLY}(?:{_YEAR_OF})?|(?:the\s+)?{_YEAR_OF})?{_any_of(*_YEAR_FORMS)}"
    rf"|(?:(?=the\s){_PARTLY}|the\s+){_any_of(_DECADE_FORM)})"
)
"""A pattern for a day, month, season, year, decade or century, or a part of one."""
PART_OF_YEAR = (
    rf"(?:(?:the\s+)?(?:{_ANY_DAY}\s+(?:of\s+)?{_ANY_MONTH}|{_SEASONS})|{_ANY_MONTH}(?:\s+{_ANY_DAY})?)"
)
"""A pattern for a day, month or season without its year."""
AND = r"\s*(?:[-–]|,?\s*\b(?:and|or|to|through|until|till)\b)\s*(?:(?:in|on|during)\s+)?"
"""A pattern for what stands between the first and the last of several dates."""
DATES = rf"(?:(?:{DATE}|{PART_OF_YEAR})(?:,\s+(?:{DATE}|{PART_OF_YEAR})){{0,3}}{AND})?{DATE}"
"""A pattern for one date or several."""
_EACH = re.compile(rf"\b{DATE}(?!\w)|\b{PART_OF_YEAR}(?!\w)", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(PART_OF_YEAR, re.IGNORECASE)
