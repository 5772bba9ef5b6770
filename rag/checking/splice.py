"""Is a sentence put together from the halves of another?"""

from __future__ import annotations

import re

from rag.checking.attribution import without_saying
from rag.checking.case import Case
from rag.checking.content import content, known_stems, mentions
from rag.checking.dates import without_dates
from rag.checking.fault import Fault, unsupported

_BETWEEN_HALVES = re.compile(
    r";\s|,\s+(?:while|whereas|but|and|or|yet|though|although)\s|\s+(?:while|whereas)\s"
)
_STRAY = 2  # words beside the best half that make a sentence one of both


def splice(case: Case) -> Fault | None:
    """Find a single clause whose words stand in both halves of its evidence, and in neither as a whole.

    "Tolls are frozen, while costs have doubled" does not say that costs are frozen.
    """
    text = without_dates(without_saying(case.text))
    if re.search(r"[,;:“\"]|\b(?:and|while|but|whereas|which|who)\b", text):
        return None
    halves = [half for half in _BETWEEN_HALVES.split(case.said) if half]
    if len(halves) < _STRAY:
        return None
    known = known_stems([case.said])
    told = [word.text for word in content(text) if mentions(known, word.text)]
    stray = min(_missing(told, half) for half in halves)
    if stray >= _STRAY:
        return unsupported("it joins halves of the evidence that do not belong together")
    return None


def _missing(told: list[str], half: str) -> int:
    known = known_stems([half])
    return sum(not mentions(known, word) for word in told)
