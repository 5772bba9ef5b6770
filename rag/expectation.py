"""Does a text hold the kind of thing that a question asks for?"""

from __future__ import annotations

import re

from rag.question import Expected

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion trillion dozen score half third quarter once twice thrice double triple none no "
    "zero first second percent per annual annually daily weekly monthly yearly"
).split()
_DAY_WORDS = (
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday today tomorrow yesterday tonight spring summer autumn fall "
    "winter year years month months week weeks day days century decade morning afternoon evening night "
    "noon midnight soon"
).split()
_PATTERNS = {
    Expected.NUMBER: re.compile(rf"\d|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE),
    Expected.DATE: re.compile(rf"\b\d{{4}}\b|\b(?:{'|'.join(_DAY_WORDS)})\b", re.IGNORECASE),
    Expected.PERSON: re.compile(r"(?<=\w )[A-Z][a-z]+|\b(?:I|we|he|she|they|me|us)\b"),
    Expected.PLACE: re.compile(r"(?<=\w )[A-Z][a-z]+|\b(?:here|there)\b"),
}


def holds(text: str, expected: Expected) -> bool:
    """Tell whether `text` holds something of the expected kind; anything holds `Expected.ANY`."""
    pattern = _PATTERNS.get(expected)
    return pattern is None or bool(pattern.search(text))
