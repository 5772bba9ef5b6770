"""What a user restricts a question to, and what that means in this corpus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.statement import Role
from index.stores.filter import Filter
from rag.speakers import matching


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions as a user states them; an empty tuple or None leaves one out.

    `speakers` are names as people write them ("Lavrov"); `kinds` and `statements` are the values
    that `onrecord info` and `onrecord search` show. Both dates are included.
    """

    speakers: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    kinds: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def resolve(filters: Filters, known_speakers: list[str], known_kinds: list[str]) -> Filter:
    """Return the conditions on passages that `filters` mean among these speakers and kinds.

    A name or kind that the corpus does not know selects nothing.

    Raises:
        InvalidFilter: `since` is later than `until`.
    """
    speakers = frozenset[str]().union(*(matching(name, known_speakers) for name in filters.speakers))
    wanted = {kind.casefold() for kind in filters.kinds}
    return Filter(
        speakers=speakers if filters.speakers else None,
        roles=frozenset(filters.roles) or None,
        kinds=frozenset(kind for kind in known_kinds if kind.casefold() in wanted) if filters.kinds else None,
        statements=frozenset(filters.statements) or None,
        since=filters.since,
        until=filters.until,
    )
