"""What is kept of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class TurnState(StrEnum):
    """How far an answer came. `failed` carries the reason in the text of the turn's `failure`."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Verdict(StrEnum):
    """What a user thinks of an answer."""

    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as a list shows it. Times are in UTC."""

    id: str
    title: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class ConversationTurn:
    """A question and what became of it; `number` counts from 1.

    `attempt` is another whenever the question with this number is asked again.
    `filters` is what `ui.chat.filters.to_json` gives, `answer` what `rag.serialise.answer_to_json`
    gives, None until there is one. `generation` names the state of the corpus that was asked.
    """

    number: int
    attempt: str
    question: str
    filters: Json
    answer: Json | None
    state: TurnState
    failure: str | None
    generation: str | None
    verdict: Verdict | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """A rated answer, as `onrecord feedback export` gives it. `rated` is in UTC."""

    rated: datetime
    owner: str
    verdict: Verdict
    comment: str | None
    question: str
    filters: Json
    answer: Json | None
