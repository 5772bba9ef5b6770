"""The words of a name as people write it: which name the person, and which an office."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.transcript.vocabulary import DEPARTMENTS, HONORIFICS, OFFICE_PREFIXES, OFFICE_WORDS, TITLE_JOINTS

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SUFFIXES_IN_FULL = {"junior": "jr", "senior": "sr"}
TITLES = frozenset(
    """
    mr mrs ms miss dr sir madam president vice prime foreign minister secretary general senator
    governor ambassador chancellor chairman spokesman spokeswoman spokesperson congressman
    representative professor admiral colonel the of state former
    """.split()
)
"""Words that are no part of a name, wherever they stand."""

_DESCRIBING = frozenset("first elect then ex late elder younger".split())
# Letters that have no decomposition, and the typographic apostrophe.
_FOLDED = str.maketrans(
    {"’": "'", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "}
)


def words_of(name: str) -> list[str]:
    """Return the words of `name` without case, accents and possessives; "junior" is "jr"."""
    plain = re.sub(r"'s\b|'", "", _folded(name))
    return [SUFFIXES_IN_FULL.get(word, word) for word in re.findall(r"[^\W\d_]+", plain)]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    return "".join(character for character in plain if not unicodedata.combining(character))


# "M." is an initial, and "Sr." comes after a name.
_OFFICES = {
    *(_folded(word) for word in OFFICE_WORDS | HONORIFICS),
    *"madam lady candidate nominee vp mp mep deputy member pres prof capt col lt sgt rev".split(),
} - {"m", *SUFFIXES}
_BESIDE_OFFICES = OFFICE_PREFIXES | DEPARTMENTS | _DESCRIBING | {"of", "for", "the", "and"}
JOINTS = TITLE_JOINTS | {"of", "or", "nor", "by", "about", "against"}
"""Words that tell that several are named, or one by another: "Bush and Clinton", "the wife of Bush"."""


@lru_cache(maxsize=1 << 16)
def is_office(word: str) -> bool:
    """Tell whether a word of `words_of` names an office: "minister", "presidents", "undersecretary"."""
    singular = {word, word.removesuffix("s"), re.sub("ies$", "y", word)}
    return not singular.isdisjoint(_OFFICES) or any(
        word.removeprefix(prefix) in OFFICE_WORDS for prefix in OFFICE_PREFIXES
    )


def parts_of(name: str) -> list[str]:
    """Return the words of a person's name, without the office before it: ["anna", "berg"]."""
    return list(_parts_of(name))


@lru_cache(maxsize=1 << 14)  # every question is compared with every speaker
def _parts_of(name: str) -> tuple[str, ...]:
    return tuple(_parts(words_of(name)))


def parts_after_office(name: str) -> list[str]:
    """Return the words of the name after the last office; [] where it is before a name of its own.

    Of "Swedish Prime Minister Anna Berg" they are ["anna", "berg"]; "the wife of President Berg" is not
    Berg, nor is "Lind and Minister Berg".
    """
    words = words_of(name)
    last = max(
        (at for at, word in enumerate(words) if is_office(word) and _named(words[at + 1 :])), default=0
    )
    return [] if last == 0 or not JOINTS.isdisjoint(words[:last]) else _parts(words[last:])


def persons(name: str) -> Iterator[list[str]]:
    """Yield the names that `name` may hold, the likeliest first: with the words before an office, without.

    Of what follows "President of", a country or a town may come before the name.
    """
    owned = _OWNED.search(name)
    if owned and all(map(_leads, words_of(owned["what"]))):
        return
    if owned:  # "Ghana's Asare-Donkoh"
        yield parts_of(owned["what"])
    parts, after = parts_of(name), parts_after_office(name)
    yield from filter(None, (parts, after))
    end = after or parts
    if end and re.search(rf"\bof (?:the )?{end[0]}\b", " ".join(words_of(name))):
        yield from (end[first:] for first in range(1, len(end) - 1))


def is_joined(name: str) -> bool:
    """Tell whether several are named, or one by another: "Bush and Clinton", "critics of Bush"."""
    words = words_of(name)
    return not JOINTS.isdisjoint(words[_start(words) :])


def surname_of(parts: Sequence[str]) -> str:
    """Return the last word of a name that is no suffix."""
    named = _named(parts)
    return (named or parts)[-1]


def _named(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part not in SUFFIXES]


def _parts(words: Sequence[str]) -> list[str]:
    if _BY_ANOTHER.search(" ".join(words)):
        return list(words)
    parts = [word for word in words[_start(words) :] if word not in TITLES]
    while len(parts) > 1 and parts[0] in _DESCRIBING and parts[1] not in SUFFIXES:
        parts = parts[1:]
    return parts


def _start(words: Sequence[str]) -> int:
    """Return where the name begins after offices and what belongs to them; 0 where none follows."""
    led = next((at for at, word in enumerate(words) if not _leads(word)), len(words))
    before = words[:led]
    if not any(map(is_office, before)) or not _named(words[led:]):
        return 0
    return led


def _leads(word: str) -> bool:
    return word in _BESIDE_OFFICES or is_office(word)


# "The spokesman for President Berg" is somebody else, and so is "Berg's Secretary of State".
_OTHERS = "|".join(sorted(_OFFICES - DEPARTMENTS - OFFICE_PREFIXES))
_BY_ANOTHER = re.compile(rf"\b(?:of|for) (?:the )?(?:(?:former|then|us) )?(?:{_OTHERS})\b")
_OWNED = re.compile(r"\S['’]s\s+(?P<what>\S.*)")
