"""Matching a name as people write it with the speakers of a corpus."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from index.transcript.countries import is_country
from index.transcript.places import is_known_place
from index.transcript.vocabulary import NAME_PARTICLES, NO_PERSONS_WORDS, OFFICE_PREFIXES, SURNAMES_TOO
from rag.given_names import FAMILY_NAMES_FIRST, NEVER_LEFT_OUT, in_full, is_given
from rag.name_words import (
    SUFFIXES,
    SUFFIXES_IN_FULL,
    TITLES,
    is_joined,
    is_office,
    parts_after_office,
    parts_of,
    persons,
    surname_of,
    words_of,
)

Known = Mapping[str, list[str]]
"""The words of each speaker's name."""

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "any", "some"})
_ANYBODY = frozenset(
    """
    he she they it we you i who people everyone everybody anyone anybody someone somebody no nobody
    speaker speakers government governments critics opponents journalist journalists reporter reporters
    """.split()
)
_BESIDE_NAMES = TITLES | SUFFIXES | SUFFIXES_IN_FULL.keys()
# Labels of one name after such a word are a wife's, or hold a given name: "Mrs. Reagan", "King Haldor".
_OF_NO_FULLER_NAME = frozenset("mrs ms miss madam lady king queen prince princess pope emperor".split())
_NO_LONGER = re.compile(r"^(?:then|ex)-", re.IGNORECASE)
_PEOPLES = re.compile(r"(?:icans|ians|ists|crats)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")


def matching(name: str, speakers: Iterable[str]) -> frozenset[str]:
    """Return the speakers that `name` can mean; several where it is ambiguous, none where it is unknown.

    Case, accents, the order of words and offices with what stands before them ("Swedish Prime Minister
    Berg") do not count. A single word must be a surname, or initials ("JFK"); of several, each must be
    part of the speaker's name, or its initial. A whole name beats a part, and means "Richard M. Nixon" as
    well where "Richard Nixon" is asked for; "Reagan" means Ronald Reagan as well where "Mrs. Reagan" is a
    name of that one word. Only where that finds nobody, a name written out may stand for its initial, and
    "Bill" for "William"; then "William Howard Taft" for "William Taft", "Irarte" for "Rodrigo Irarte
    Salcedo". "Secretary Azar" is meant as well where Alex Azar alone bears the name; of
    "Alex Azar" and "Secretary Alex Azar" only the second must be "Secretary Azar".
    """
    known = {speaker: parts_of(speaker) for speaker in speakers}
    written = " ".join(name.casefold().split())
    as_written = frozenset(
        speaker for speaker, parts in known.items() if len(parts) == 1 and speaker.casefold() == written
    )
    if as_written and " " in written:
        return _also_by_surname(as_written, known)
    readings = list(persons(name))
    strictly = (_strictly(wanted, known) for wanted in readings)
    loosely = (_loosely(wanted, known) for wanted in readings if not is_joined(name))
    found = next(filter(None, chain(strictly, loosely)), frozenset()) or _of_title(name, known)
    return _also_by_surname(found, known)


def _strictly(wanted: list[str], known: Known) -> frozenset[str]:
    return _of_one_word(wanted[0], known) if len(wanted) == 1 else _of_several(wanted, known)


def _of_one_word(wanted: str, known: Known) -> frozenset[str]:
    surname = _bearers(wanted, known)
    if surname or wanted in _ANYBODY:
        return surname
    return frozenset(
        speaker for speaker, parts in known.items() if len(parts) > 1 and _initials(parts) == wanted
    )


def _bearers(surname: str, known: Known) -> frozenset[str]:
    return frozenset(speaker for speaker, parts in known.items() if parts and surname_of(parts) == surname)


def _of_several(wanted: list[str], known: Known) -> frozenset[str]:
    """Return whom several words mean: the first way of reading them that finds somebody."""
    ways: tuple[Callable[[list[str]], bool], ...] = (
        lambda parts: wanted in (parts, [part for part in parts if len(part) > 1]),
        lambda parts: all(_is_among(word, parts) for word in wanted),
        lambda parts: _written_out(wanted, parts),
        lambda parts: all(_is_among(word, _in_full(parts)) for word in _in_full(wanted)),
    )
    found = (frozenset(speaker for speaker, parts in known.items() if way(parts)) for way in ways)
    return next(filter(None, found), frozenset())


def _loosely(wanted: list[str], known: Known) -> frozenset[str]:
    """Return whom a name means that is fuller than the corpus has it, or the first of two surnames."""
    if len(wanted) == 1:
        return _of_first_surname(wanted[0], known)
    if not SUFFIXES.isdisjoint(wanted):
        return frozenset()
    return frozenset(speaker for speaker, parts in known.items() if _shortened(wanted, parts))


def _of_title(name: str, known: Known) -> frozenset[str]:
    """Return those of whom only title and surname are known, where `name` has both."""
    words = words_of(name)
    bearers = _bearers(words[-1], known) if words and not is_joined(name) else frozenset()
    return frozenset(
        speaker for speaker in bearers if _by_surname(speaker, known) and words_of(speaker)[0] in words[:-1]
    )


def _shortened(wanted: list[str], parts: list[str]) -> bool:
    """Tell whether `parts`, a given name and a surname, leave out what `wanted` has beside these."""
    while len(wanted) > 2 and len(wanted[0]) == 1:
        wanted = wanted[1:]
    return (
        len(parts) == 2
        and in_full(wanted[0]) == in_full(parts[0])
        and wanted[-1] == parts[-1]
        and NEVER_LEFT_OUT.isdisjoint(wanted)
    )


def _of_first_surname(wanted: str, known: Known) -> frozenset[str]:
    """Return the one speaker who bears `wanted` as the first of two surnames, or before the given name."""
    if any(parts[0] == wanted and wanted not in FAMILY_NAMES_FIRST for parts in known.values() if parts):
        return frozenset()
    found = frozenset(speaker for speaker, parts in known.items() if wanted == _first_surname(parts))
    return found if len(found) == 1 else frozenset()


def _first_surname(parts: list[str]) -> str | None:
    if len(parts) > 1 and parts[0] in FAMILY_NAMES_FIRST:
        return parts[0]
    if len(parts) < 3 or not SUFFIXES.isdisjoint(parts) or len(parts[-2]) == 1:
        return None
    return None if parts[-2] in NAME_PARTICLES or is_given(parts[-2]) else parts[-2]


def _also_by_surname(found: frozenset[str], known: Known) -> frozenset[str]:
    """Return `found` with "Secretary Azar" beside Alex Azar, and he beside it, if he alone bears the name."""
    for surname in {surname_of(known[speaker]) for speaker in found if known[speaker]}:
        bearers = _bearers(surname, known)
        alone = frozenset(speaker for speaker in bearers if _by_surname(speaker, known))
        written_out = frozenset(speaker for speaker in bearers if len(known[speaker]) > 1)
        if alone and _one_person([known[speaker] for speaker in written_out]):
            found |= (alone if found & written_out else frozenset()) | (
                written_out if found & alone else frozenset()
            )
    return found


def _by_surname(speaker: str, known: Known) -> bool:
    return len(known[speaker]) == 1 and words_of(speaker)[0] not in _OF_NO_FULLER_NAME


def _one_person(names: list[list[str]]) -> bool:
    """Tell whether names of one surname differ only by an initial that some leave out."""
    written_out = {tuple(in_full(part) for part in parts if len(part) > 1) for parts in names}
    initials = {tuple(part for part in parts if len(part) == 1) for parts in names} - {()}
    return len(written_out) <= 1 and len(initials) <= 1


def _in_full(parts: list[str]) -> list[str]:
    return [part if part == surname_of(parts) else in_full(part) for part in parts]


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

    Written in lower case or in capitals, after an article, or as an office alone it need not be:
    "the minister", "NATO", "the Kremlin", "Russian Foreign Minister". Nor is a country a
    person (CLDR's English names), or "New York", or "Republicans".
    """
    words = _NO_LONGER.sub("", name.split(",")[0]).split()
    if not words or words[0].lower() in _ARTICLES | _ANYBODY - {"speaker"}:
        return False
    if is_country(name) or is_known_place(name) or _PEOPLES.search(name):
        return False
    named = _after_office(words)
    named = [word for word in named if word.lower().strip(".") not in _BESIDE_NAMES]
    written_out = [word for word in named if not _INITIALS.fullmatch(word)]
    return bool(written_out) and all(word[0].isupper() and not word.isupper() for word in written_out)


def _after_office(words: list[str]) -> list[str]:
    """Return what follows the last office, or all where that is a name too: "King"."""
    offices = [at for at, word in enumerate(words) if any(map(is_office, words_of(word)))]
    after = words[offices[-1] + 1 :] if offices else words
    return words if len(words) == 1 and not SURNAMES_TOO.isdisjoint(words_of(words[0])) else after


def is_body(name: str) -> bool:
    """Tell whether `name` is made of words for bodies, fields and offices: "Congress", "Foreign Affairs"."""
    return (NO_PERSONS_WORDS | OFFICE_PREFIXES | {"of"}) - SURNAMES_TOO >= set(words_of(name))


def closest(name: str, speakers: Iterable[str]) -> str | None:
    """Return the speaker whose surname is spelt most like that of `name`, if one is near.

    Of several who bear it, the one whose whole name is most like `name` is meant.
    """
    wanted = parts_after_office(name) or parts_of(name)
    if not wanted:
        return None
    known = {speaker: parts for speaker in sorted(speakers) if (parts := parts_of(speaker))}
    surnames = {surname_of(parts) for parts in known.values()}
    near = difflib.get_close_matches(surname_of(wanted), sorted(surnames), n=1, cutoff=0.75)
    bearers = [speaker for speaker, parts in known.items() if near and surname_of(parts) == near[0]]
    return max(bearers, key=lambda speaker: _likeness(wanted, known[speaker]), default=None)


def _likeness(wanted: list[str], parts: list[str]) -> float:
    return difflib.SequenceMatcher(None, " ".join(wanted), " ".join(parts)).ratio()


def _is_among(word: str, parts: list[str]) -> bool:
    return word in parts or (
        len(word) == 1 and any(part.startswith(word) for part in parts if part not in SUFFIXES)
    )


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts if part not in SUFFIXES)
