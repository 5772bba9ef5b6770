"""Whose words, of what time and kind, may answer a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.statement import Role
from index.stores.catalogue import Catalogue
from index.stores.filter import Filter
from rag.filters import Filters, resolve
from rag.generations import of_generation, tells_generation
from rag.minding import minded
from rag.question import Question
from rag.saying import is_heading
from rag.speakers import is_body, looks_like_person, matching


@dataclass(frozen=True, slots=True)
class Scope:
    """The passages to search.

    `absent` names whoever is said to have spoken, or to have been asked, and does not speak here;
    `unheard` those of several ("Obama and Merkel") of whom that is true. `words` are those of the
    question for which the filter stands.
    """

    filter: Filter
    absent: str | None = None
    unheard: tuple[str, ...] = ()
    words: str = ""


def scope(question: Question, filters: Filters, catalogue: Catalogue) -> Scope:
    """Return the scope of a question.

    Principals answer, unless the question is about what was asked or the filters name a role.
    A speaker named by the question ("What did Lavrov say ...") counts as a filter where the
    filters name none; so does one who is asked about as having meant something ("Whom did Lavrov
    thank?"). What somebody was asked is searched where that person speaks.

    Raises:
        InvalidFilter: `since` is later than `until`.
    """
    role = Role.QUESTIONER if question.asks_questioner else Role.PRINCIPAL
    if filters.roles or filters.speakers:
        return _as_filtered(replace(filters, roles=filters.roles or (role,)), catalogue)
    everyone = replace(resolve(filters, [], catalogue.kinds()), roles=frozenset({role}))
    found = Scope(everyone)
    if question.sayer is not None:
        found = _where_said(question.sayer, question.focus, role, everyone, catalogue)
    elif role is Role.PRINCIPAL and (who := minded(question.focus)) is not None:
        found = _spoken_by(who, role, everyone, catalogue) or found
    return found if found.absent else _where_addressed(question, found, catalogue)


def _where_said(sayer: str, focus: str, first: Role, everyone: Filter, catalogue: Catalogue) -> Scope:
    """Return where `sayer` speaks, or asks, if it is known; else everywhere, with the person as absent."""
    for role in (first, Role.PRINCIPAL, Role.QUESTIONER, Role.MODERATOR, Role.UNKNOWN):
        found = _spoken_by(sayer, role, everyone, catalogue)
        if found:
            return found
    # Whoever writes all in lower case means names as well.
    written = sayer.title() if focus.islower() else sayer
    person = all(_is_person(name) for name in _each(written, ()))
    if person and is_heading(focus) and len(sayer.split()) == 1:
        return Scope(everyone, unheard=(sayer,))  # "Tariffs on steel" or "Merkel on steel"
    return Scope(everyone, absent=sayer if person else None)


def _spoken_by(who: str, role: Role, everyone: Filter, catalogue: Catalogue) -> Scope | None:
    named = _named(who, role, catalogue)
    if not named.speakers:
        return None
    condition = replace(everyone, roles=frozenset({role}), speakers=named.speakers)
    return Scope(condition, None, named.unknown, who)


@dataclass(frozen=True, slots=True)
class _Named:
    """The speakers that one or several names mean, and the persons among the names who are unknown."""

    speakers: frozenset[str]
    unknown: tuple[str, ...] = ()


_AND = re.compile(r"\s*,\s*(?:(?:and|or|nor|&)\s+)?|\s+(?:and|or|nor|&|vs\.?|versus|with)\s+", re.IGNORECASE)
_PLURAL = re.compile(r"(?:(?<=[sxz])|(?<=[cs]h))es$|s$")
_BOTH = re.compile(r"^(?:both|either|neither|the two)\s+", re.IGNORECASE)


def _named(names: str, role: Role, catalogue: Catalogue) -> _Named:
    speakers = catalogue.speakers(role)
    whole = _of_generation(names, catalogue) & set(speakers) or matching(names, speakers)
    if whole:
        return _Named(whole)
    each = {name: matching(name, speakers) for name in _each(names, speakers)}
    if len(each) == 1 and _BOTH.match(names):  # "both Bushes"
        (plural,) = each
        each = {plural: matching(_PLURAL.sub("", plural), speakers)}
    unknown = tuple(name for name, known in each.items() if not known and _is_person(name))
    return _Named(frozenset[str]().union(*each.values()), unknown)


def _each(names: str, speakers: Sequence[str]) -> list[str]:
    """Return the names one by one, with the surname that only the last has: "Bill and Hillary Clinton"."""
    *before, last = [name for name in _AND.split(_BOTH.sub("", names)) if name] or [names]
    shared = ((name, f"{name} {last.split()[-1]}") for name in before)
    return [
        *(
            both if matching(both, speakers) and not matching(name, speakers) else name
            for name, both in shared
        ),
        last,
    ]


def _is_person(name: str) -> bool:
    return looks_like_person(name) and not is_body(name)


def _of_generation(name: str, catalogue: Catalogue) -> frozenset[str]:
    if not tells_generation(name):
        return frozenset()
    principals = catalogue.principals()
    dates = {item.id: item.date for item in catalogue.filed(catalogue.kinds()) if item.date}
    first: dict[str, date] = {}
    for statement, day in sorted(dates.items(), key=lambda dated: dated[1], reverse=True):
        first.update(dict.fromkeys(principals.get(statement, ()), day))
    return of_generation(name, first)


def _where_addressed(question: Question, found: Scope, catalogue: Catalogue) -> Scope:
    """Return `found` among the statements in which the person speaks who is said to have been asked."""
    if question.addressee is None or found.filter.roles != frozenset({Role.QUESTIONER}):
        return found
    addressed = _named(question.addressee, Role.PRINCIPAL, catalogue)
    if not addressed.speakers:
        return replace(found, absent=question.addressee) if addressed.unknown else found
    with_them = {
        statement for statement, names in catalogue.principals().items() if addressed.speakers & set(names)
    }
    among = found.filter.statements
    condition = replace(found.filter, statements=frozenset(with_them if among is None else with_them & among))
    return replace(found, filter=condition, words=f"{found.words} {question.addressee}")


def _as_filtered(filters: Filters, catalogue: Catalogue) -> Scope:
    speakers = sorted({name for role in filters.roles for name in catalogue.speakers(role)})
    condition = resolve(filters, speakers, catalogue.kinds())
    return Scope(condition, filters.speakers[0] if filters.speakers and not condition.speakers else None)
