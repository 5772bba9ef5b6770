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
    roles = filters.roles or (role,)
    speakers = sorted({name for role in roles for name in catalogue.speakers(role)})
    condition = resolve(replace(filters, roles=roles), speakers, catalogue.kinds())
    if filters.speakers and not condition.speakers:
        return Scope(condition, absent=filters.speakers[0])
    if question.sayer is None or filters.speakers or role not in roles:
        return Scope(condition)
    named = matching(question.sayer, speakers)
    if named:
        return Scope(replace(condition, speakers=named))
    return Scope(condition, absent=question.sayer if looks_like_person(question.sayer) else None)
