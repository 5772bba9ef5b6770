"""What a browser may send. Anything can be sent: every event is read through one of these models."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from index.statement import Role
from rag.filters import Filters
from ui.chat.store.records import Json, Verdict

_MOST_CHOICES = 50


def _none_if_blank(value: object) -> object:
    return None if value == "" else value


Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
ConversationId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Maybe = BeforeValidator(_none_if_blank)
Day = Annotated[date | None, Maybe]
Sort = Annotated[str, StringConstraints(pattern=r"^(match|-?(date|title|kind|speakers|length))$")]
Offset = Annotated[int, Field(ge=0, le=10**9)]


class Input(BaseModel):
    """Refuses fields that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Input):
    """Where in the product a browser is, as its address tells: conversation, statement, words.

    `start` and `end` are offsets into the statement's text; `turn` is a question of the conversation.
    """

    conversation: Annotated[ConversationId | None, Maybe] = None
    turn: Annotated[Offset | None, Maybe] = None
    statement: Annotated[Name | None, Maybe] = None
    start: Annotated[Offset | None, Maybe] = None
    end: Annotated[Offset | None, Maybe] = None


class FilterChoice(Input):
    """The restrictions that are chosen beneath the question."""

    speakers: list[Name] = Field(default=[], max_length=_MOST_CHOICES)
    roles: list[Role] = Field(default=[], max_length=len(Role))
    kinds: list[Name] = Field(default=[], max_length=_MOST_CHOICES)
    statements: list[Name] = Field(default=[], max_length=_MOST_CHOICES)
    since: Day = None
    until: Day = None

    def filters(self) -> Filters:
        """Return them as the assistant takes them."""
        return Filters(
            speakers=tuple(self.speakers),
            roles=tuple(self.roles),
            kinds=tuple(self.kinds),
            statements=tuple(self.statements),
            since=self.since,
            until=self.until,
        )

    def document(self) -> Json:
        """Return those in force, as they are stored."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Asked(Input):
    """A question, in a conversation or in none yet; `instead_of` is the earlier one that it replaces."""

    question: Annotated[str, StringConstraints(max_length=100_000)]
    conversation: Annotated[ConversationId | None, Maybe] = None
    instead_of: Annotated[Offset | None, Maybe] = None
    filters: FilterChoice = FilterChoice()


class TurnNamed(Input):
    """A question of a conversation."""

    conversation: ConversationId
    turn: Offset


class Rated(TurnNamed):
    """What a user thinks of an answer; no verdict takes an earlier one back."""

    verdict: Annotated[Verdict | None, Maybe] = None
    comment: Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)] = ""


class Renamed(Input):
    """A conversation and its new name."""

    conversation: ConversationId
    title: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class ConversationNamed(Input):
    """A conversation."""

    conversation: ConversationId


class RailSearched(Input):
    """What conversations are looked for, and which is open."""

    containing: Annotated[str, StringConstraints(max_length=200)] = ""
    conversation: Annotated[ConversationId | None, Maybe] = None


class Browsed(Input):
    """Which statements the table shows, and in what order. `page` counts from 1."""

    words: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)] = ""
    speaker: Annotated[Name | None, Maybe] = None
    kind: Annotated[Name | None, Maybe] = None
    first_year: Annotated[int | None, Field(ge=1, le=9999), Maybe] = None
    last_year: Annotated[int | None, Field(ge=1, le=9999), Maybe] = None
    sort: Sort = "-date"
    page: Annotated[int, Field(ge=1, le=100_000)] = 1


ReceivedAs = Annotated[str, StringConstraints(max_length=4000)]
"""The path of an upload on the server; empty where it did not arrive."""


class Uploaded(Input):
    """Files that were uploaded: where the server keeps each, and what its owner called it."""

    files: list[tuple[ReceivedAs, Name]] = Field(max_length=10_000)


class DocumentsNamed(Input):
    """Documents to remove."""

    names: list[Name] = Field(min_length=1, max_length=10_000)


class Nothing(Input):
    """An event that carries nothing."""
