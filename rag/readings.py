"""The ways in which a question may be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.stores.catalogue import Catalogue
from rag.filters import Filters
from rag.followup import standalone
from rag.history import Exchange
from rag.question import Question, analyse
from rag.scope import Scope, scope


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that can be understood by itself, and whose words may answer it."""

    asked: Question
    scope: Scope


def readings(
    question: str, filters: Filters, history: Sequence[Exchange], catalogue: Catalogue
) -> list[Reading]:
    """Return the readings of a question, the likeliest first; there is at least one.

    Raises:
        InvalidFilter: `since` is later than `until`.
    """
    found = []
    for text in standalone(question, history):
        asked = analyse(text)
        found.append(Reading(asked, scope(asked, filters, catalogue)))
    return found
