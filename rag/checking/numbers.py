"""Numbers in a text, in digits or in words, with what they count and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rag.checking.content import is_content, stem
from rag.checking.dates import Date, dates
from rag.checking.words import Word, words

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 10 * tens for tens, word in enumerate(_TENS, start=2)}
    | {"twice": 2, "thrice": 3, "dozen": 12}
)
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DEFINITE = frozenset("the these those both our their".split())  # "the two presidents" counts nothing
_BEFORE_UNITS = frozenset((*_TENS, *_SCALES, "and"))
_REACH = 6  # words on either side of a number that can be what it counts
_FAR_REACH = 14  # words before a number with which a clause ends: "out of a total of 260."

_BOUNDS = (
    ("at least", r"(?:no|not)\s+(?:less|fewer)\s+than|at\s+least|a\s+minimum\s+of"),
    ("at most", r"(?:no|not)\s+more\s+than|at\s+most|up\s+to|a\s+maximum\s+of"),
    ("more than", r"more\s+than|over|above|exceed(?:s|ed|ing)?|in\s+excess\s+of|upwards\s+of"),
    ("less than", r"(?:less|fewer)\s+than|under|below"),
    ("about", r"about|around|approximately|nearly|almost|roughly|close\s+to|some"),
)
_BOUND = re.compile(
    "|".join(rf"(?P<b{n}>\b(?:{words})\W*$)" for n, (_, words) in enumerate(_BOUNDS)), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, the bound before it ("at least"), and the stems of the content words around it.

    `counts` are the words that it may count, the likeliest first: content words after it, then before.
    """

    written: str
    value: Decimal
    bound: str | None
    counts: tuple[str, ...]
    around: frozenset[str]


def numbers(text: str) -> list[Number]:
    """Return the numbers of `text` that are no dates, and not "one", which is a pronoun more often."""
    known = words(text)
    dated = dates(text)
    found = []
    for first, last, value in _runs(known, text):
        start, end = known[first].start, known[last].end
        counts_on = known[first].text == "two" and first > 0 and known[first - 1].text in _DEFINITE
        if known[first].text != "one" and not counts_on and not _within_any(dated, start):
            around = [*_before(known, first, last, text), *_after(known, last, text)]
            found.append(
                Number(
                    written=text[start:end],
                    value=value,
                    bound=_bound(text[:start]),
                    counts=_counted(known, first, last, text),
                    around=frozenset(stem(word.text) for word in around) | _unit(text, start, end),
                )
            )
    return found


def _within_any(dated: Sequence[Date], offset: int) -> bool:
    return any(day.start <= offset < day.end for day in dated)


def _runs(known: Sequence[Word], text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield first and last word, and value, of every number."""
    position = 0
    while position < len(known):
        if not _starts(known, position, text):
            position += 1
            continue
        last, value = _read(known, position)
        yield position, last, value
        position = last + 1


def _starts(known: Sequence[Word], position: int, text: str) -> bool:
    word = known[position].text
    if not word[0].isdigit():
        return word in _VALUES
    start, end = known[position].start, known[position].end
    # "Geneva-2", "F16" and "Covid-19" are names.
    return not (re.search(r"[^\W\d_]-?$", text[:start]) or re.match(r"(?!st|nd|rd|th)[^\W\d_]", text[end:]))


def _read(known: Sequence[Word], first: int) -> tuple[int, Decimal]:
    total, current, last = Decimal(0), Decimal(0), first
    for position in range(first, len(known)):
        word = known[position].text
        if word in _SCALES and position > first:
            total, current = _scaled(total, current, _SCALES[word])
        elif word in _VALUES and (position == first or known[last].text in _BEFORE_UNITS):
            current += _VALUES[word]
        elif word[0].isdigit() and position == first:
            current = Decimal(word.replace(",", ""))
        elif word == "and" and known[last].text in _SCALES and _goes_on(known, position):
            pass
        else:
            break
        last = position
    return last, total + current


def _scaled(total: Decimal, current: Decimal, scale: int) -> tuple[Decimal, Decimal]:
    if scale == _SCALES["hundred"]:
        return total, (current or Decimal(1)) * scale
    return total + (current or Decimal(1)) * scale, Decimal(0)


def _goes_on(known: Sequence[Word], position: int) -> bool:
    return position + 1 < len(known) and known[position + 1].text in _VALUES


def _bound(before: str) -> str | None:
    match = _BOUND.search(before)
    return _BOUNDS[int(str(match.lastgroup)[1:])][0] if match else None


def _counted(known: Sequence[Word], first: int, last: int, text: str) -> tuple[str, ...]:
    unit = _unit(text, known[first].start, known[last].end)
    if unit:
        return tuple(unit)
    around = [*_after(known, last, text), *reversed(_before(known, first, last, text))]
    return tuple(word.text for word in around if _is_countable(word))


def _is_countable(word: Word) -> bool:
    return is_content(word) and not word.text[0].isdigit() and word.text not in (*_VALUES, *_SCALES)


def _before(known: Sequence[Word], first: int, last: int, text: str) -> list[Word]:
    """Return the words before a number that can be what it counts.

    Where the clause ends with the number, or goes on with "of them", the noun may stand far before.
    """
    if re.match(r"\W*$|[,.;:)]|\s+of\s+(?:them|these|those|which)\b", text[known[last].end :]):
        return list(known[max(0, first - _FAR_REACH) : first])
    near = known[max(0, first - _REACH) : first + 1]
    ends = [at for at in range(1, len(near)) if _ends_sentence(text, near[at - 1], near[at])]
    return list(near[ends[-1] if ends else 0 : -1])


def _after(known: Sequence[Word], last: int, text: str) -> list[Word]:
    near = known[last + 1 : last + 1 + _REACH]
    for at, word in enumerate(near):
        if _ends_sentence(text, known[last + at], word):
            return list(near[:at])
    return list(near)


def _ends_sentence(text: str, word: Word, following: Word) -> bool:
    return re.search(r"[.!?]\W*\s", text[word.end : following.start]) is not None


def _unit(text: str, start: int, end: int) -> frozenset[str]:
    if re.match(r"\s*(?:%|per\s?cent)", text[end:], re.IGNORECASE):
        return frozenset({"percent"})
    sign = re.search(r"[$€£¥₽]\s*$", text[:start])
    return frozenset({sign[0].strip()}) if sign else frozenset()
