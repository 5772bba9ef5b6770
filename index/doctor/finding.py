"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a part of an index is.

    `warning`: the index answers well, and something around it wants attention. `damaged`: it must
    not be trusted before it is repaired.
    """

    OK = "ok"
    WARNING = "warning"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check, in one sentence."""

    check: str
    state: State
    message: str


def ok(check: str, message: str) -> Finding:
    """Return a finding of a sound part."""
    return Finding(check, State.OK, message)


def warning(check: str, message: str) -> Finding:
    """Return a finding that wants attention."""
    return Finding(check, State.WARNING, message)


def damaged(check: str, message: str) -> Finding:
    """Return a finding of damage."""
    return Finding(check, State.DAMAGED, message)
