"""Whose words, of what time and kind, may answer a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.statement import Role
from index.stores.catalogue import Catalogue
from index.stores.filter import Filter
from rag.filters import Filters, resolve
from rag.question import Question
from rag.speakers import looks_like_person, matching


@dataclass(frozen=True, slots=True)
class Scope:
    """The passages to search. `absent` names a person who is said to have spoken, and does not here."""

    filter: Filter
    absent: str | None = None


def scope(question: Question, filters: Filters, catalogue: Catalogue) -> Scope:
    """Return the scope of a question.

    Principals answer, unless the question is about what was asked or the filters name a role.
    A speaker named by the question ("What did Lavrov say ...") counts as a filter where the
    filters name none.

    Raises:
        InvalidFilter: `since` is later than `until`.
    """
    role = Role.QUESTIONER if question.asks_questioner else Role.PRINCIPAL
    if filters.roles or filters.speakers:
        return _as_filtered(replace(filters, roles=filters.roles or (role,)), catalogue)
    everyone = resolve(filters, [], catalogue.kinds())
    if question.sayer is None:
        return Scope(replace(everyone, roles=frozenset({role})))
    for speaking in (role, Role.PRINCIPAL, Role.QUESTIONER):
        named = matching(question.sayer, catalogue.speakers(speaking))
        if named:
            return Scope(replace(everyone, roles=frozenset({speaking}), speakers=named))
    # Whoever writes all in lower case means names as well.
    written = question.sayer.title() if question.focus.islower() else question.sayer
    absent = question.sayer if looks_like_person(written) else None
    return Scope(replace(everyone, roles=frozenset({role})), absent)


def _as_filtered(filters: Filters, catalogue: Catalogue) -> Scope:
    speakers = sorted({name for role in filters.roles for name in catalogue.speakers(role)})
    condition = resolve(filters, speakers, catalogue.kinds())
    return Scope(condition, filters.speakers[0] if filters.speakers and not condition.speakers else None)
