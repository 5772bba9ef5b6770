"""The words of a title: where an office stands in it, and where a name."""

from __future__ import annotations

import re

from index.transcript.kinds import kind_of
from index.transcript.vocabulary import (
    BODY_WORDS,
    COUNTRY_TAILS,
    DEPARTMENTS,
    HONORIFICS,
    MONTHS_AND_DAYS,
    NAME_PARTICLES,
    OFFICE_PREFIXES,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    TITLE_JOINTS,
    TITLE_VERBS,
)

SHORT_OFFICES = {"pm": "minister", "fm": "minister", "sec": "secretary"}
"""Offices by their letters, each with the word that it stands for."""

_WORD = re.compile(r"[^\W_][\w.'’-]*|[,:“”\"«»„()–—]")
_MAX_WORDS = 60
_SKIPPED = (
    DEPARTMENTS
    | OFFICE_WORDS
    | OFFICE_PREFIXES
    | ORGANISATION_WORDS
    | BODY_WORDS
    | HONORIFICS
    | {",", "the", "and", "h.e", "his", "her"}
)
# "ministre des Affaires étrangères, ...", "Ministro degli Esteri, ...": the name stands behind the comma.
_FOREIGN_OF = frozenset("de des du del degli dell della für".split())
_MAX_NAME = 4
_DOMAIN = 6
_WIDE_DOMAIN = 10
_NEVER_NAMED = OFFICE_WORDS | ORGANISATION_WORDS | BODY_WORDS
_BODIES = ORGANISATION_WORDS | {"debate"}


def words_of(title: str) -> list[str]:
    """Return the first words and marks of a title, as written."""
    return _WORD.findall(title)[:_MAX_WORDS]


def is_office(tokens: list[str], at: int) -> bool:
    """Whether the token at index `at` names an office: not "General" of an assembly, not "PM" of a time."""
    word = folded(tokens[at]).rpartition("-")[2]
    if word == "general" and folded(" ".join(tokens[at + 1 : at + 2])) in _BODIES:
        return False
    short = word in SHORT_OFFICES
    return (word in OFFICE_WORDS and not short) or (short and not tokens[at - 1][0].isdigit())


def after_words_of_office(tokens: list[str], at: int) -> int:
    """Return the index after the words of one office that stand together: "Secretary General"."""
    while at < len(tokens) and folded(tokens[at]) in OFFICE_WORDS | set(SHORT_OFFICES):
        at += 1
    return at


def after_office(tokens: list[str], at: int) -> int:
    """Skip what belongs to the office: "of Foreign Affairs", "of Russia", a comma, a second office."""
    while at < len(tokens):
        wide = _after_wide_domain(tokens, at)
        if wide != at:
            return wide
        if tokens[at].casefold() in ("of", "for"):
            at += 1
            while at < len(tokens) and tokens[at].casefold() == "the":
                at += 1
            at += 1
            at = _after_country(tokens, at)
        elif tokens[at].casefold() in _FOREIGN_OF and "," in tokens[at : at + _DOMAIN]:
            at = tokens.index(",", at) + 1
        elif folded(tokens[at]) in _SKIPPED:
            at += 1
        else:
            break
    return at


def _after_wide_domain(tokens: list[str], at: int) -> int:
    """Return the index after "of Mining and Heavy Industry of Mongolia" before a full name, else `at`."""
    if at >= len(tokens) or tokens[at] not in ("of", "for"):
        return at
    for here in range(at + 1, min(at + _WIDE_DOMAIN, len(tokens) - 1)):
        if tokens[here] == "of":
            country = here + 1 + (tokens[here + 1] == "the")
            name = _after_country(tokens, country + 1)
            return name if len(name_at(tokens, name)) > 1 else at
        if not (tokens[here][0].isupper() or tokens[here] in ("and", "the", ",")):
            break
    return at


def _after_country(tokens: list[str], at: int) -> int:
    """Skip the rest of a country's name: "Arabia" of "Saudi Arabia", "and Herzegovina"."""
    while at < len(tokens):
        joined = tokens[at] == "and" and at + 1 < len(tokens)
        if folded(tokens[at + joined]) not in COUNTRY_TAILS:
            break
        at += 1 + joined
    return at


def name_at(tokens: list[str], at: int) -> list[str]:
    """Return the words of a person's name from index `at` on: at most four with capitals, and particles."""
    name: list[str] = []
    for token in tokens[at:]:
        if sum(folded(word) not in NAME_PARTICLES for word in name) == _MAX_NAME:
            break
        if not token[0].isalpha() or (not token[0].isupper() and folded(token) not in NAME_PARTICLES):
            break
        if folded(token).rpartition("-")[2] in _NEVER_NAMED:
            return []
        weekday = folded(token) in MONTHS_AND_DAYS and folded(token).endswith("day")
        if folded(token) in TITLE_VERBS | TITLE_JOINTS | {"of"} or weekday or kind_of(token):
            break  # "Minister Jonas Berg of Norway"
        name.append(re.sub(r"['’]s?$", "", token))
        if name[-1] != token:
            break
    while name and not name[-1][0].isupper():
        name.pop()
    if not name or folded(name[0]) in {"of", "the", "y", "e"}:
        return []
    return name if at or name[0][0].isupper() else []


def folded(token: str) -> str:
    """Return a word without capitals, possessive ending and full stop."""
    return re.sub(r"['’]s?$", "", token.casefold()).rstrip(".")
