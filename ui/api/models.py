"""What programs may ask, checked before anything else sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from index.statement import Role
from rag.filters import Filters
from rag.history import Exchange
from ui.dates import first_day, last_day

_MOST_NAMES = 100
_LONGEST_NAME = 500


def _day(parse: Callable[[str], date]) -> BeforeValidator:
    def parsed(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return parse(value)
        except ValueError as error:
            raise ValueError("write a date as 2013-09-12, 2013-09 or 2013") from error

    return BeforeValidator(parsed, json_schema_input_type=str)


Name = Annotated[str, Field(min_length=1, max_length=_LONGEST_NAME)]
Names = Annotated[tuple[Name, ...], Field(max_length=_MOST_NAMES)]
Since = Annotated[date | None, _day(first_day), Field(description="Not before: 2013-09-12, 2013-09 or 2013.")]
Until = Annotated[date | None, _day(last_day), Field(description="Not after; both days are included.")]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PastExchange(_Checked):
    """An earlier question of the conversation, and what it got."""

    question: str = Field(max_length=10_000, description="`understood_as` of the earlier answer.")
    answer: str = Field("", max_length=100_000, description="Its `text`.")
    abstained: bool = Field(False, description="Its `abstained`.")
    statements: Names = Field((), description="`statement_id` of each of its citations.")
    speakers: Names = Field((), description="`speaker` of each of its citations.")

    def exchange(self) -> Exchange:
        """Return it as the assistant takes it."""
        return Exchange(self.question, self.answer, self.abstained, self.statements, self.speakers)


class Asked(_Checked):
    """A question, and what it is restricted to."""

    question: str = Field(max_length=1_000_000, description="The question, in English.")
    speakers: Names = Field((), description="Only what one of these says; a surname will do.")
    roles: tuple[Role, ...] = Field((), max_length=10, description="Only what is said in one of these roles.")
    kinds: Names = Field((), description="Only statements of one of these kinds.")
    statements: Names = Field((), description="Only the statements with these ids.")
    since: Since = None
    until: Until = None
    history: tuple[PastExchange, ...] = Field(
        (), max_length=50, description="What was asked before in this conversation, oldest first."
    )

    def filters(self) -> Filters:
        """Return the restrictions."""
        return Filters(self.speakers, self.roles, self.kinds, self.statements, self.since, self.until)

    def exchanges(self) -> tuple[Exchange, ...]:
        """Return the history."""
        return tuple(past.exchange() for past in self.history)


class Searched(_Checked):
    """What to search for, as it stands in an address; a name may be repeated where a list is meant."""

    q: str = Field(max_length=1_000_000, description="What to look for.")
    k: int = Field(10, ge=1, le=100, description="Most passages to list.")
    speaker: list[Name] = Field([], max_length=_MOST_NAMES, description="Only what one of these says.")
    role: list[Role] = Field([], max_length=10, description="Only what is said in one of these roles.")
    kind: list[Name] = Field([], max_length=_MOST_NAMES, description="Only statements of these kinds.")
    doc: list[Name] = Field([], max_length=_MOST_NAMES, description="Only statements with these ids.")
    since: Since = None
    until: Until = None

    def filters(self) -> Filters:
        """Return the restrictions."""
        return Filters(
            tuple(self.speaker), tuple(self.role), tuple(self.kind), tuple(self.doc), self.since, self.until
        )


class Listed(_Checked):
    """Which statements to list."""

    kind: list[Name] = Field([], max_length=_MOST_NAMES, description="Only those of these kinds.")
    since: Since = None
    until: Until = None
    offset: int = Field(0, ge=0, description="How many to leave out at the beginning.")
    limit: int = Field(100, ge=1, le=1000, description="Most statements to list.")


SearchQuery = Annotated[Searched, Query()]
ListQuery = Annotated[Listed, Query()]
