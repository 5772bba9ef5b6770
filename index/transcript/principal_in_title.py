"""Whom a title names: whose statement a document is, and who else holds an office."""

from __future__ import annotations

import re

from index.transcript.forms import Form, form_of
from index.transcript.places import is_known_place, place_beside_date
from index.transcript.principal import Principal, office_of
from index.transcript.title_words import (
    after_office,
    after_words_of_office,
    folded,
    is_office,
    name_at,
    words_of,
)
from index.transcript.vocabulary import HONORIFICS, NAME_PARTICLES, NO_PERSONS_WORDS, OFFICE_WORDS

_POSTS = frozenset(
    "delegation ministry observer head counsellor negotiator commander chief adviser rapporteur".split()
)
# "Message of Condolence", "Declaration of Human Rights": what is written has no speaker behind "of".
_SPOKEN = frozenset(
    "address answers briefing comments conference hearing interview lecture remarks speech statement"
    " testimony".split()
)

_GIVEN_TO = re.compile(r"\binterview of\b.*?\b(?:with|to|by) (?:the )?(?P<outlet>[^,;:]+)", re.IGNORECASE)


def principal_in_title(title: str) -> Principal | None:
    """Find the speaker that a title names: after an office, "by" or "speech of", or in front with "'s"."""
    tokens = words_of(title)
    place = place_beside_date(title)
    readers = (_after_an_office, _before_an_office, _after_by, _of_whom)
    found = [found for found in (read(tokens) for read in readers) if found]
    found = [(at, named) for at, named in found if named.name != place and not is_known_place(named.name)]
    if found:
        return min(found, key=lambda one: one[0])[1]
    first = name_at(tokens, 0)
    if len(first) in (2, 3) and re.search(r"['’]s?$", tokens[len(first) - 1]):
        return Principal(" ".join(first), "")
    before, colon, after = title.partition(":")
    is_name = len(before.split()) > 1 and form_of(before) is Form.NAME
    is_name = is_name and colon != "" and re.search(r"\bby\b", after) is None
    return Principal(before.strip(), "") if is_name else None


def gives_office(title: str) -> bool:
    """Whether a title speaks of an office: "Statement by the Minister of Foreign Affairs of Jordan"."""
    tokens = words_of(title)
    posts = OFFICE_WORDS | _POSTS
    return any(
        is_office(tokens, at) or folded(token).removesuffix("s") in posts for at, token in enumerate(tokens)
    )


def officials_in_title(title: str) -> frozenset[str]:
    """The surnames of all whom a title names after an office: both ministers who met the press."""
    tokens = words_of(title)
    found: set[str] = set()
    for at, token in enumerate(tokens):
        several = folded(token).removesuffix("s") in OFFICE_WORDS
        if several or folded(token) in OFFICE_WORDS:
            start = after_office(tokens, at + 1)
            name = name_at(tokens, start)
            found.update(name[-1:])
            if several and name and tokens[start + len(name) : start + len(name) + 1] == ["and"]:
                found.update(name_at(tokens, start + len(name) + 1)[-1:])
    return frozenset(map(str.casefold, found))


def interviewer_in_title(title: str) -> frozenset[str]:
    """The folded words of whom "Interview of the President with the Jornal da Tarde" was given to."""
    match = _GIVEN_TO.search(title)
    return frozenset(re.findall(r"[^\W_]+", match["outlet"].casefold())) if match else frozenset()


def _after_an_office(tokens: list[str]) -> tuple[int, Principal] | None:
    """The first name after an office, and the index at which it starts."""
    for i, token in enumerate(tokens):
        if not is_office(tokens, i):
            continue
        office = office_of(" ".join(tokens[max(0, i - 1) : after_words_of_office(tokens, i)]))
        at = after_office(tokens, i + 1)
        name = name_at(tokens, at)
        given = name[:-1] and not NAME_PARTICLES.issuperset(name[:-1])
        if given or (name and tokens[i + 1].startswith(name[0])):
            return at, Principal(" ".join(name if given else [token, *name]), office)
    return None


def _before_an_office(tokens: list[str]) -> tuple[int, Principal] | None:
    """The first full name between commas that an office follows, and the index at which it starts."""
    for at in range(len(tokens)):
        name = name_at(tokens, at) if at == 0 or tokens[at - 1] == "," else []
        behind = at + len(name)
        if len(name) < 2 or tokens[behind : behind + 1] != [","] or behind + 1 >= len(tokens):
            continue
        office = _office_behind(tokens, behind)
        words = {folded(word) for word in name}
        if office and form_of(" ".join(name)) is Form.NAME and words.isdisjoint(NO_PERSONS_WORDS):
            return at, Principal(" ".join(name), office)
    return None


def _after_by(tokens: list[str]) -> tuple[int, Principal] | None:
    """The first full name after "by" or a form of address, and the index at which it starts."""
    for i, token in enumerate(tokens):
        if token.casefold() in {"by", "interviews"} or folded(token) in HONORIFICS:
            at = after_office(tokens, i + 1)
            name = name_at(tokens, at)
            if len(name) > 1:
                return at, Principal(" ".join(name), _office_behind(tokens, at + len(name)))
    return None


def _of_whom(tokens: list[str]) -> tuple[int, Principal] | None:
    """The full name in "Speech of Nalini Varma", and the index at which it starts."""
    for at in range(2, len(tokens)):
        if tokens[at - 1] == "of" and folded(tokens[at - 2]) in _SPOKEN:
            name = name_at(tokens, at)
            if form_of(" ".join(name)) is Form.NAME and NO_PERSONS_WORDS.isdisjoint(map(folded, name)):
                return at, Principal(" ".join(name), _office_behind(tokens, at + len(name)))
    return None


def _office_behind(tokens: list[str], at: int) -> str:
    """The office of "..., Minister of Foreign Affairs", if one follows the name that ends near `at`."""
    comma = next((i for i in range(at, min(at + 3, len(tokens))) if tokens[i] == ","), None)
    if comma is None or comma + 1 >= len(tokens):
        return ""
    return office_of(" ".join(tokens[comma + 1 : comma + 4]).partition(" of ")[0].partition(",")[0])
