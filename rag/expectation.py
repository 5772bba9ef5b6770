"""Does a text hold the kind of thing that a question asks for?"""

from __future__ import annotations

import re

from index.dates import MONTHS
from rag.question import Expected

_NUMBERS = (
    r"\d|\b(?:one|once|two|twice|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|dozens?|half|thirds?"
    r"|quarters?|double|triple|none|every|daily|weekly|monthly|annual(?:ly)?)\b"
)
_DATES = (
    r"\b1[5-9]\d\d\b|\b20\d\d\b|\b(?:"
    + "|".join(MONTHS)
    + r")\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tomorrow|yesterday"
    r"|tonight|spring|summer|autumn|winter|morning|evening|noon|midnight)\b|\b[ap]\.m\."
    r"|\b(?:last|next|this|coming|past) (?:year|month|week|century)\b|\bend of the (?:year|month|century)\b"
    r"|\b(?:years|months|weeks|days|hours) (?:ago|from now|later|after)\b"
)
_PROPER_NAME = r"(?<=[\w,“\"] )[A-Z][a-z]+"
_PATTERNS = {
    Expected.NUMBER: re.compile(_NUMBERS, re.IGNORECASE),
    Expected.DATE: re.compile(_DATES, re.IGNORECASE),
    Expected.PERSON: re.compile(_PROPER_NAME),
    Expected.PLACE: re.compile(_PROPER_NAME),
}


def holds(text: str, expected: Expected) -> bool:
    """Tell whether `text` holds something of the expected kind; anything holds `Expected.ANY`."""
    pattern = _PATTERNS.get(expected)
    return pattern is None or bool(pattern.search(text))
