"""Whose statement a document is, as its header or title tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.transcript.forms import Form, form_of, name_words, title_and_name
from index.transcript.kinds import kind_of
from index.transcript.lines import Line
from index.transcript.places import is_known_place, place_beside_date
from index.transcript.vocabulary import (
    BODY_WORDS,
    COUNTRY_TAILS,
    DEPARTMENTS,
    HONORIFICS,
    NAME_PARTICLES,
    OFFICE_PREFIXES,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    TITLE_JOINTS,
    TITLE_VERBS,
)

_TOKEN = re.compile(r"[^\W_][\w.'’-]*|[,:“”\"«»„()–—]")
_SKIPPED = (
    DEPARTMENTS
    | OFFICE_WORDS
    | OFFICE_PREFIXES
    | ORGANISATION_WORDS
    | BODY_WORDS
    | HONORIFICS
    | {",", "the", "and", "h.e", "his", "her"}
)
_SHORT_OFFICES = {"pm": "minister", "fm": "minister", "sec": "secretary"}
_MAX_TOKENS = 60
# "ministre des Affaires étrangères, ...", "Ministro degli Esteri, ...": the name stands behind the comma.
_FOREIGN_OF = frozenset("des du del degli dell della für".split())
_DOMAIN = 6
_NEVER_NAMED = OFFICE_WORDS | ORGANISATION_WORDS | BODY_WORDS
_POSTS = frozenset(
    "delegation ministry observer head counsellor negotiator commander chief adviser rapporteur".split()
)
_BODIES = ORGANISATION_WORDS | {"debate"}
_I_NAME = re.compile(r"\bI, (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}), (?P<office>[^,.;]{3,60})")
_SIGNATURE = re.compile(r"(?P<name>[A-Z][A-Z'’-]*\.?(?: [A-Z][A-Z'’-]*\.?){1,3}?)\.?")
_SIGNATURE_LINES = 5


@dataclass(frozen=True, slots=True)
class Principal:
    """The person whose statement a document is; `office` is one word ("president"), or "" if not given."""

    name: str
    office: str


def office_of(name: str) -> str:
    """Return the office in a label or title in one word ("vice-president" of "THE VICE PRESIDENT"), or ""."""
    words = [_SHORT_OFFICES.get(word, word) for word in map(str.casefold, name_words(name))]
    found = [word for word in words if word in OFFICE_WORDS]
    if not found:
        return ""
    if found[-2:] == ["secretary", "general"]:
        return "secretary-general"
    return "vice-president" if found[-1] == "president" and "vice" in words else found[-1]


def principal_in_field(value: str, key: str) -> Principal:
    """Read the value of a header line: "President: John F. Kennedy", "Speaker: Sergey Lavrov, Minister"."""
    person, _, described = value.partition(",")
    title, rest = title_and_name(person)
    name = " ".join(person.split()[-len(rest) :]) if title and len(rest) > 1 else person.strip()
    return Principal(
        name, "president" if key == "president" else office_of(" ".join(title)) or office_of(described)
    )


def principal_in_title(title: str) -> Principal | None:
    """Find the speaker that a title names: after an office, after "by", or in front with "'s"."""
    tokens = _TOKEN.findall(title)[:_MAX_TOKENS]
    place = place_beside_date(title)
    found = [found for found in (_after_an_office(tokens), _after_by(tokens)) if found]
    found = [(at, named) for at, named in found if named.name != place and not is_known_place(named.name)]
    if found:
        return min(found, key=lambda one: one[0])[1]
    first = _name_at(tokens, 0)
    if len(first) in (2, 3) and re.search(r"['’]s?$", tokens[len(first) - 1]):
        return Principal(" ".join(first), "")
    before, colon, after = title.partition(":")
    is_name = len(before.split()) > 1 and form_of(before) is Form.NAME
    is_name = is_name and colon != "" and re.search(r"\bby\b", after) is None
    return Principal(before.strip(), "") if is_name else None


def _after_an_office(tokens: list[str]) -> tuple[int, Principal] | None:
    """The first name after an office, and the index at which it starts."""
    for i, token in enumerate(tokens):
        if not _is_office(tokens, i):
            continue
        office = office_of(" ".join(tokens[max(0, i - 1) : _after_words_of_office(tokens, i)]))
        at = _after_office(tokens, i + 1)
        name = _name_at(tokens, at)
        given = name[:-1] and not NAME_PARTICLES.issuperset(name[:-1])
        if given or (name and tokens[i + 1].startswith(name[0])):
            return at, Principal(" ".join(name if given else [token, *name]), office)
    return None


def _is_office(tokens: list[str], at: int) -> bool:
    """Whether the token at index `at` names an office: not "General" of an assembly, not "PM" of a time."""
    folded = _fold(tokens[at]).rpartition("-")[2]
    if folded == "general" and _fold(" ".join(tokens[at + 1 : at + 2])) in _BODIES:
        return False
    short = folded in _SHORT_OFFICES
    return (folded in OFFICE_WORDS and not short) or (short and not tokens[at - 1][0].isdigit())


def _after_by(tokens: list[str]) -> tuple[int, Principal] | None:
    """The first full name after "by" or a form of address, and the index at which it starts."""
    for i, token in enumerate(tokens):
        if token.casefold() in {"by", "interviews"} or _fold(token) in HONORIFICS:
            at = _after_office(tokens, i + 1)
            name = _name_at(tokens, at)
            if len(name) > 1:
                return at, Principal(" ".join(name), _office_behind(tokens, at + len(name)))
    return None


def gives_office(title: str) -> bool:
    """Whether a title speaks of an office: "Statement by the Minister of Foreign Affairs of Jordan"."""
    tokens = _TOKEN.findall(title)[:_MAX_TOKENS]
    posts = OFFICE_WORDS | _POSTS
    return any(
        _is_office(tokens, at) or _fold(token).removesuffix("s") in posts for at, token in enumerate(tokens)
    )


def officials_in_title(title: str) -> frozenset[str]:
    """The surnames of all whom a title names after an office: both ministers who met the press."""
    tokens = _TOKEN.findall(title)[:_MAX_TOKENS]
    found: set[str] = set()
    for at, token in enumerate(tokens):
        several = _fold(token).removesuffix("s") in OFFICE_WORDS
        if several or _fold(token) in OFFICE_WORDS:
            start = _after_office(tokens, at + 1)
            name = _name_at(tokens, start)
            found.update(name[-1:])
            if several and name and tokens[start + len(name) : start + len(name) + 1] == ["and"]:
                found.update(_name_at(tokens, start + len(name) + 1)[-1:])
    return frozenset(map(str.casefold, found))


def principal_by_signature(lines: Sequence[Line]) -> Principal | None:
    """Find who signs a written statement: "I, Augustin Pell, Governor ...", or "JOSIAH TRENT." at its end."""
    for line in lines:
        match = _I_NAME.search(line.text)
        if match and office_of(match["office"]):
            return Principal(match["name"], office_of(match["office"]))
    for line in lines[: -_SIGNATURE_LINES - 1 : -1]:
        match = _SIGNATURE.fullmatch(line.text)
        if match and form_of(match["name"]) is Form.NAME:
            words = match["name"].rstrip(".").split()
            return Principal(" ".join(word if "." in word else word.capitalize() for word in words), "")
    return None


def _office_behind(tokens: list[str], at: int) -> str:
    """The office of "..., Minister of Foreign Affairs", if one follows the name that ends near `at`."""
    comma = next((i for i in range(at, min(at + 3, len(tokens))) if tokens[i] == ","), None)
    if comma is None or comma + 1 >= len(tokens):
        return ""
    return office_of(" ".join(tokens[comma + 1 : comma + 4]).partition(" of ")[0].partition(",")[0])


def _after_words_of_office(tokens: list[str], at: int) -> int:
    """The index after the words of one office that stand together: "Secretary General"."""
    while at < len(tokens) and _fold(tokens[at]) in OFFICE_WORDS | set(_SHORT_OFFICES):
        at += 1
    return at


def _after_office(tokens: list[str], at: int) -> int:
    """Skip what belongs to the office: "of Foreign Affairs", "of Russia", a comma, a second office."""
    while at < len(tokens):
        if tokens[at].casefold() in ("of", "for"):
            at += 1
            while at < len(tokens) and tokens[at].casefold() == "the":
                at += 1
            at += 1
            at = _after_country(tokens, at)
        elif tokens[at].casefold() in _FOREIGN_OF and "," in tokens[at : at + _DOMAIN]:
            at = tokens.index(",", at) + 1
        elif _fold(tokens[at]) in _SKIPPED:
            at += 1
        else:
            break
    return at


def _after_country(tokens: list[str], at: int) -> int:
    """Skip the rest of a country's name: "Arabia" of "Saudi Arabia", "and Herzegovina"."""
    while at < len(tokens):
        joined = tokens[at] == "and" and at + 1 < len(tokens)
        if _fold(tokens[at + joined]) not in COUNTRY_TAILS:
            break
        at += 1 + joined
    return at


def _name_at(tokens: list[str], at: int) -> list[str]:
    """The words of a person's name that start at index `at`: at most four, with capitals or particles."""
    name: list[str] = []
    for token in tokens[at : at + 4]:
        if not token[0].isalpha() or (not token[0].isupper() and _fold(token) not in NAME_PARTICLES):
            break
        if _fold(token).rpartition("-")[2] in _NEVER_NAMED:
            return []
        if _fold(token) in TITLE_VERBS | TITLE_JOINTS | {"of"} or kind_of(token):
            break  # "Minister Jonas Berg of Norway"
        name.append(re.sub(r"['’]s?$", "", token))
        if name[-1] != token:
            break
    while name and not name[-1][0].isupper():
        name.pop()
    if not name or _fold(name[0]) in {"of", "the", "y", "e"}:
        return []
    return name if at or name[0][0].isupper() else []


def _fold(token: str) -> str:
    return re.sub(r"['’]s?$", "", token.casefold()).rstrip(".")
