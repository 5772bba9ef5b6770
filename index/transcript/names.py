"""The people a document names in full, so that "MR. NIXON" can be called "Richard M. Nixon"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from index.transcript.forms import name_words
from index.transcript.vocabulary import (
    DEPARTMENTS,
    HONORIFICS,
    MONTHS_AND_DAYS,
    NAME_PARTICLES,
    NEVER_IN_A_NAME,
    OFFICE_PREFIXES,
    OFFICE_WORDS,
    ORDINALS,
    ORGANISATION_WORDS,
)

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄ"
_CAPITAL = rf"[{_UPPER}][\w'’-]{{0,40}}\.?"  # bounded: a chain of hyphens is no name, and is read once
_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:von|van|der|den|de|la|del|bin|al|el) ){{0,2}}{_CAPITAL})+")
_INTRODUCTION, _INTRODUCED = 4000, 40
_SENTENCE_ENDS = (*'.?!:;“"', "")
_NO_FIRST_NAME = (
    HONORIFICS
    | OFFICE_WORDS
    | OFFICE_PREFIXES
    | DEPARTMENTS
    | ORGANISATION_WORDS
    | MONTHS_AND_DAYS
    | NEVER_IN_A_NAME
    | ORDINALS
    | frozenset(
        """okay ok well yeah sure please hello hi welcome sorry congratulations alright right ask tell
        because although while since before after about like both either between under over against
        during without reporter journalist correspondent today yesterday tonight sen rep gov gen
        american russian soviet chinese democratic republican republic white black new old great big
        young house u.s us eh uh um er did does do has have had can could would should will may
        might must see look our whether than then such only just even nor not never""".split()
    )
)


class Names:
    """Full names by surname, collected in one pass over a text for the surnames that are asked for."""

    def __init__(self, text: str, surnames: Iterable[str]) -> None:
        wanted = {surname.casefold() for surname in surnames}
        self._full: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._introduced: dict[str, str] = {}
        self._spelling: defaultdict[str, Counter[str]] = defaultdict(Counter)
        if wanted:
            for run in _RUN.finditer(text):
                sentence = text[max(0, run.start() - 2) : run.start()].strip()[-1:] in _SENTENCE_ENDS
                self._read_run(run[0].split(), wanted, sentence, run.start() < _INTRODUCTION)

    def add(self, full: str, weight: int = 1) -> None:
        """Count a full name that stands elsewhere: in the header, the file name or a label."""
        surname = full.split()[-1]
        self._full[surname.casefold()][full] += weight
        self._spelling[surname.casefold()][surname] += weight

    def full(self, surname: str, first: str = "", besides: str | None = None) -> str | None:
        """Return the full name with this surname and a first name that begins with `first`.

        The name by which the text introduces the person counts more than the commonest; `besides`
        is a name to leave out: that of another person of the same surname.
        """
        introduced = self._introduced.get(surname.casefold())
        found = [
            (count + (_INTRODUCED if name == introduced else 0), name)
            for name, count in self._full[surname.casefold()].items()
            if name != besides and name.casefold().startswith(first.casefold())
        ]
        return max(found, key=lambda item: (item[0], -len(item[1]), item[1]))[1] if found else None

    def spell(self, word: str) -> str:
        """Return a word of a name in its usual letters: "McGee" for "McGEE"."""
        if not word.isupper() and not re.search(r"[a-z][A-Z]{2}", word):
            return word
        seen = [
            (count, form)
            for form, count in self._spelling[word.casefold()].items()
            if not re.search(r"[A-Z]{2}", form)
        ]
        if seen:
            return max(seen)[1]
        if word.startswith("Mc"):
            return "Mc" + word[2:].capitalize()
        return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word) if len(word) > 1 else word

    def _read_run(self, run: list[str], wanted: set[str], starts_sentence: bool, early: bool) -> None:
        for at, token in enumerate(run):
            surname = re.sub(r"['’]s$", "", token.strip("."))
            folded = surname.casefold()
            if folded in wanted:
                self._spelling[folded][surname] += 1
                # The first word of a sentence has its capital for another reason.
                given = _given_names(run[max(starts_sentence and at > 1, at - 4) : at])
                if given and not surname.isupper():
                    self._full[folded][f"{given} {surname}"] += 1
                    if early:
                        self._introduced.setdefault(folded, f"{given} {surname}")


def _given_names(before: list[str]) -> str | None:
    """The given names and initials at the end of `before`: "Richard M." of "Vice President Richard M."."""
    given: list[str] = []
    for token in reversed(before):
        if not _may_be_given(token) or sum(map(_is_full, given)) == 2:
            break
        given.insert(0, token)
    if sum(map(_is_full, given)) == 2 and given[0].endswith(("ian", "ish", "ese", "ican")):
        given.pop(0)
    while given and not given[0][0].isupper():
        given.pop(0)
    if not any(map(_is_full, given)) and len(given) < 2:
        return None
    return " ".join(given)


def _is_full(word: str) -> bool:
    """Whether a given name is more than an initial or a particle."""
    return len(word) > 2 and word[0].isupper() and word.casefold() not in NAME_PARTICLES


def _may_be_given(token: str) -> bool:
    if token.endswith(".") and len(token) == 2:
        return True
    if re.search(r"['’](?:m|ll|ve|re|d|s|t)$", token):
        return False
    shouted = token.isupper() and len(token) > 4
    return not token.endswith(".") and not shouted and token.casefold() not in _NO_FIRST_NAME


def surname_of(name: str) -> str:
    """The last word of a name, folded."""
    words = name_words(name)
    return words[-1].casefold() if words else ""
