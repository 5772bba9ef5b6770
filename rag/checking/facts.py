"""Do the numbers, dates and names of a sentence occur in its evidence, and with the same meaning?"""

from __future__ import annotations

from rag.checking.attribution import is_said_on
from rag.checking.case import Case
from rag.checking.content import known_stems, mentions
from rag.checking.dates import Date, dates, without_dates
from rag.checking.fault import Fault, unsupported
from rag.checking.names import names, unknown
from rag.checking.numbers import numbers


def check_numbers(case: Case) -> Fault | None:
    """Find a number that the evidence lacks, bounds in another way, or gives of something else."""
    said, known = numbers(case.said), known_stems([case.said])
    for number in numbers(case.text):
        same = [other for other in said if other.value == number.value]
        if not same:
            return unsupported(f"the number {number.written} does not occur in the evidence")
        if number.bound not in {other.bound for other in same}:
            bounds = sorted({other.bound or "exactly" for other in same})
            return unsupported(f"the evidence says “{' or '.join(bounds)}” of {number.written}")
        counts = next((word for word in number.counts if mentions(known, word)), None)
        if counts and not any(mentions(other.around, counts) for other in same):
            return unsupported(f"{number.written} in the evidence is the number of something else")
    return None


def check_dates(case: Case) -> Fault | None:
    """Find a date that the evidence does not give.

    The date of the statement itself tells only when something was said.
    """
    given = [date for text in (case.said, *case.context) for date in dates(text)]
    occasions = [date for text in case.occasion for date in dates(text)]
    text = case.text
    for date in dates(text):
        on_occasion = any(date.agrees_with(day) for day in occasions) and is_said_on(
            text, date.start, date.end
        )
        if not on_occasion and not _given(date, given):
            return unsupported(f"the date {text[date.start : date.end]} does not occur in the evidence")
    return None


def _given(date: Date, given: list[Date]) -> bool:
    return any(date.agrees_with(other) for other in given)


def check_names(case: Case) -> Fault | None:
    """Find a name that the evidence and its context lack.

    The place of the statement tells only where something was said.
    """
    text = case.text
    for name in unknown(names(without_dates(text)), [case.said, *case.context]):
        start = text.find(name)
        if not unknown([name], case.occasion) and is_said_on(text, start, start + len(name)):
            continue
        return unsupported(f"the name {name} does not occur in the evidence")
    return None
