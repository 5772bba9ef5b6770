"""Which passages a search may return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.errors import InvalidFilter
from index.statement import Role


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that a passage must meet, all of them.

    The values are those that stand in the content store, letter for letter. None leaves a
    condition out; an empty set meets nothing. `since` and `until` are both included, and a
    statement without a date meets neither.

    Raises:
        InvalidFilter: `since` is later than `until`.
    """

    speakers: frozenset[str] | None = None
    roles: frozenset[Role] | None = None
    kinds: frozenset[str] | None = None
    statements: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise InvalidFilter(
                f"Nothing is dated both since {self.since} and until {self.until}: swap the two dates."
            )
