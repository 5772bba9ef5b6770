"""Matching a name as people write it with the speakers of a corpus."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TITLES = frozenset(
    """
    mr mrs ms miss dr sir madam president vice prime foreign minister secretary general senator
    governor ambassador chancellor chairman spokesman spokeswoman spokesperson congressman
    representative professor admiral colonel the of state former
    """.split()
)
_TITLES_AND_SURNAMES = frozenset({"king", "queen", "judge", "justice", "captain"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "any", "some"})
_ANYBODY = frozenset(
    """
    he she they it we you i who people everyone everybody anyone anybody someone somebody no nobody
    speaker speakers government governments critics opponents journalist journalists reporter reporters
    """.split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")


def matching(name: str, speakers: Iterable[str]) -> frozenset[str]:
    """Return the speakers that `name` can mean; several where it is ambiguous, none where it is unknown.

    Case, accents, titles and the order of words do not count. A single word must be a surname, or
    initials ("JFK"); of several, each must be part of the speaker's name, or its initial. A whole name
    beats a part, but "Reagan" means Ronald Reagan as well where "Mrs. Reagan" is a name of that one word.
    """
    known = {speaker: _parts(speaker) for speaker in speakers}
    wanted = _parts(name)
    if not wanted:
        return frozenset()
    written = " ".join(name.casefold().split())
    as_written = frozenset(speaker for speaker in known if speaker.casefold() == written)
    if as_written and " " in written:
        return as_written
    if len(wanted) == 1:
        surname = frozenset(
            speaker for speaker, parts in known.items() if parts and _surname(parts) == wanted[0]
        )
        return surname or frozenset(
            speaker for speaker, parts in known.items() if len(parts) > 1 and _initials(parts) == wanted[0]
        )
    whole = frozenset(speaker for speaker, parts in known.items() if parts == wanted)
    return whole or frozenset(
        speaker for speaker, parts in known.items() if all(_is_among(word, parts) for word in wanted)
    )


def looks_like_person(name: str) -> bool:
    """Tell whether `name`, as written in a question, must be a person's: "Obama", "Foreign Minister Ivanov".

    Written in lower case or in capitals, after an article, or as a title alone it need not be:
    "the minister", "NATO", "the Kremlin". A country is no person either (CLDR's English names).
    """
    words = name.split()
    if not words or words[0].lower() in _ARTICLES | _ANYBODY or name in _countries():
        return False
    named = [word for word in words if word.lower().strip(".") not in _TITLES]
    written_out = [word for word in named if not _INITIALS.fullmatch(word)]
    return bool(written_out) and all(word[0].isupper() and not word.isupper() for word in written_out)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").territories.values())


def closest(name: str, speakers: Iterable[str]) -> str | None:
    """Return the speaker whose surname is spelt most like the last word of `name`, if one is near."""
    wanted = _parts(name)
    if not wanted:
        return None
    surnames = {_surname(parts): speaker for speaker in sorted(speakers) if (parts := _parts(speaker))}
    near = difflib.get_close_matches(wanted[-1], surnames, n=1, cutoff=0.75)
    return surnames[near[0]] if near else None


def _parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDED))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = re.sub(r"'s\b|'", "", plain)
    parts = [part for part in re.findall(r"[^\W\d_]+", plain) if part not in _TITLES]
    if len(parts) > 1 and parts[0] in _TITLES_AND_SURNAMES and parts[1] not in _SUFFIXES:
        return parts[1:]
    return parts


# Letters that have no decomposition, and the typographic apostrophe.
_FOLDED = str.maketrans({"’": "'", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def _is_among(word: str, parts: list[str]) -> bool:
    return word in parts or (
        len(word) == 1 and any(part.startswith(word) for part in parts if part not in _SUFFIXES)
    )


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts if part not in _SUFFIXES)


def _surname(parts: list[str]) -> str:
    named = [part for part in parts if part not in _SUFFIXES]
    return (named or parts)[-1]
