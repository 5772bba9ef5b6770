"""Matching a name as people write it with the speakers of a corpus."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from rag.given_names import in_full

_TITLES = frozenset(
    """
    mr mrs ms miss dr sir madam president vice prime foreign minister secretary general senator
    governor ambassador chancellor chairman spokesman spokeswoman spokesperson congressman
    representative professor admiral colonel the of state former
    """.split()
)
# Words that are titles before a name, and may be names elsewhere: "Judge Hand", "Sen. Kennedy".
_TITLES_BEFORE_NAMES = frozenset(
    """
    king queen judge justice captain first lady candidate nominee elect then ex late elder younger
    pres sen gen gov sec rep amb prof adm col capt lt sgt rev hon
    """.split()
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "any", "some"})
_ANYBODY = frozenset(
    """
    he she they it we you i who people everyone everybody anyone anybody someone somebody no nobody
    speaker speakers government governments critics opponents journalist journalists reporter reporters
    """.split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SUFFIXES_IN_FULL = {"junior": "jr", "senior": "sr"}
_BESIDE_NAMES = _TITLES | _SUFFIXES | _SUFFIXES_IN_FULL.keys()
_NO_LONGER = re.compile(r"^(?:then|ex)-", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")


def matching(name: str, speakers: Iterable[str]) -> frozenset[str]:
    """Return the speakers that `name` can mean; several where it is ambiguous, none where it is unknown.

    Case, accents, titles and the order of words do not count. A single word must be a surname, or
    initials ("JFK"); of several, each must be part of the speaker's name, or its initial. A whole name
    beats a part, and means "Richard M. Nixon" as well where "Richard Nixon" is asked for; "Reagan" means
    Ronald Reagan as well where "Mrs. Reagan" is a name of that one word. Only where that finds nobody,
    a name written out may stand for its initial, and "Bill" for "William".
    """
    known = {speaker: _parts(speaker) for speaker in speakers}
    wanted = _parts(name)
    if not wanted:
        return frozenset()
    written = " ".join(name.casefold().split())
    if len(wanted) == 1:
        as_written = frozenset(speaker for speaker in known if speaker.casefold() == written)
        return as_written if as_written and " " in written else _of_one_word(wanted[0], known)
    return _of_several(wanted, known)


def _of_one_word(wanted: str, known: dict[str, list[str]]) -> frozenset[str]:
    surname = frozenset(speaker for speaker, parts in known.items() if parts and _surname(parts) == wanted)
    if surname or wanted in _ANYBODY:
        return surname
    return frozenset(
        speaker for speaker, parts in known.items() if len(parts) > 1 and _initials(parts) == wanted
    )


def _of_several(wanted: list[str], known: dict[str, list[str]]) -> frozenset[str]:
    """Return whom several words mean: the first way of reading them that finds somebody."""
    ways: tuple[Callable[[list[str]], bool], ...] = (
        lambda parts: wanted in (parts, [part for part in parts if len(part) > 1]),
        lambda parts: all(_is_among(word, parts) for word in wanted),
        lambda parts: _written_out(wanted, parts),
        lambda parts: all(_is_among(word, _in_full(parts)) for word in _in_full(wanted)),
    )
    found = (frozenset(speaker for speaker, parts in known.items() if way(parts)) for way in ways)
    return next(filter(None, found), frozenset())


def _in_full(parts: list[str]) -> list[str]:
    return [part if part == _surname(parts) else in_full(part) for part in parts]


def _written_out(wanted: list[str], parts: list[str]) -> bool:
    """Tell whether `wanted` is the name `parts` with its initials written out, such as a middle name."""
    return (
        len(wanted) == len(parts)
        and (wanted[0], wanted[-1]) == (parts[0], parts[-1])
        and all(word.startswith(part) for word, part in zip(wanted, parts, strict=True) if len(part) == 1)
        and all(word == part for word, part in zip(wanted, parts, strict=True) if len(part) > 1)
    )


def looks_like_person(name: str) -> bool:
    """Tell whether `name`, as written in a question, must be a person's: "Obama", "Foreign Minister Ivanov".

    Written in lower case or in capitals, after an article, or as a title alone it need not be:
    "the minister", "NATO", "the Kremlin". A country is no person either (CLDR's English names).
    """
    words = _NO_LONGER.sub("", name).split()
    if not words or words[0].lower() in _ARTICLES | _ANYBODY or name in _countries():
        return False
    named = [word for word in words if word.lower().strip(".") not in _BESIDE_NAMES]
    if len(named) > 1 and named[0].lower().strip(".") in _TITLES_BEFORE_NAMES:
        named = named[1:]
    written_out = [word for word in named if not _INITIALS.fullmatch(word)]
    return bool(written_out) and all(word[0].isupper() and not word.isupper() for word in written_out)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").territories.values())


def closest(name: str, speakers: Iterable[str]) -> str | None:
    """Return the speaker whose surname is spelt most like that of `name`, if one is near.

    Of several who bear it, the one whose whole name is most like `name` is meant.
    """
    wanted = _parts(name)
    if not wanted:
        return None
    known = {speaker: parts for speaker in sorted(speakers) if (parts := _parts(speaker))}
    surnames = {_surname(parts) for parts in known.values()}
    near = difflib.get_close_matches(_surname(wanted), sorted(surnames), n=1, cutoff=0.75)
    bearers = [speaker for speaker, parts in known.items() if near and _surname(parts) == near[0]]
    return max(bearers, key=lambda speaker: _likeness(wanted, known[speaker]), default=None)


def _likeness(wanted: list[str], parts: list[str]) -> float:
    return difflib.SequenceMatcher(None, " ".join(wanted), " ".join(parts)).ratio()


def _parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDED))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = re.sub(r"'s\b|'", "", plain)
    words = (_SUFFIXES_IN_FULL.get(word, word) for word in re.findall(r"[^\W\d_]+", plain))
    parts = [word for word in words if word not in _TITLES]
    while len(parts) > 1 and parts[0] in _TITLES_BEFORE_NAMES and parts[1] not in _SUFFIXES:
        parts = parts[1:]
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
