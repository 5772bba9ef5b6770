"""A question as the runner takes it: with its gold as offsets into the statements of one index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from index.statement import Role
from rag.filters import Filters


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Words that answer a question: `quote` stands from `start` to `end` in the statement's text."""

    statement_id: str
    start: int
    end: int
    quote: str

    def touches(self, statement_id: str, start: int, end: int) -> bool:
        """Tell whether the span shares a character with another one."""
        return statement_id == self.statement_id and start < self.end and self.start < end


class Unit(StrEnum):
    """What relevance judgments are about."""

    PASSAGE = "passage"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Case:
    """One question, and what a right answer holds.

    `answers` are verbatim words, any of which answers; `gold` the places where they stand.
    `relevance` maps the ids of relevant passages or statements (as `unit` says) to their grades,
    1 or more. A data set without verbatim answers has neither `answers` nor `gold`. `group` names
    the part of the evaluation that the question belongs to, such as "dev".
    """

    id: str
    question: str
    answerable: bool
    history: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    gold: tuple[GoldSpan, ...] = ()
    relevance: Mapping[str, int] = field(default_factory=dict)
    unit: Unit = Unit.PASSAGE
    speaker: str | None = None
    role: Role = Role.PRINCIPAL
    filters: Filters = field(default_factory=Filters)
    tags: tuple[str, ...] = ()
    note: str = ""
    group: str = ""
