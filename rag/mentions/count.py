"""How often something is mentioned: honest totals, and shares by speaker, year or kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from index.statement import Role
from rag.filters import Filters
from rag.mentions.by import By
from rag.mentions.searching import Search, search
from rag.quotes.corpus import Corpus

UNDATED = "undated"
"""The group of statements whose year is not known."""


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one speaker, year or kind.

    `words` is how many words the group says in all: 50 mentions in 10,000 words are more than 60 in a
    million.
    """

    name: str
    occurrences: int
    statements: int
    words: int

    @property
    def rate(self) -> float:
        """Mentions for every 10,000 words."""
        return 10_000 * self.occurrences / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of `wanted` in the scope of the filters.

    `statements` have one at least, of `searched` statements in which somebody in scope speaks;
    `passages` are those in which a mention begins. `first` and `last` are the dates of the first and
    the last mention, as far as statements are dated. `groups` come in falling order of mentions,
    years in order of time, those without a mention among them; there are none without `by`.
    """

    wanted: str
    occurrences: int
    statements: int
    passages: int
    searched: int
    words: int
    first: date | None
    last: date | None
    by: By | None
    groups: tuple[Group, ...]


def count(index: Corpus, wanted: str, filters: Filters | None = None, by: By | None = None) -> Mentions:
    """Count every mention of `wanted` in the corpus; raises what `search` raises."""
    made = search(index, wanted, filters)
    origins = sorted(set(made.origins().tolist()))
    dates = [day for number in origins if (day := made.corpus.origins[number].date)]
    return Mentions(
        wanted=" ".join(wanted.split()),
        occurrences=len(made.found),
        statements=len(origins),
        passages=_passages(made, origins),
        searched=len(made.heard()),
        words=int(made.corpus.spoken(np.flatnonzero(made.in_scope)).sum()),
        first=min(dates, default=None),
        last=max(dates, default=None),
        by=by,
        groups=_groups(made, by) if by else (),
    )


def _passages(made: Search, origins: list[int]) -> int:
    """Return in how many passages a mention begins."""
    total = 0
    of_place = made.origins()
    starts = made.corpus.starts[made.found.starts]
    for number in origins:
        here = np.sort(starts[of_place == number])
        for _, passage in made.index.content.passages_of(made.corpus.origins[number].id):
            inside = np.searchsorted(here, passage.end) - np.searchsorted(here, passage.start)
            total += bool(inside)
    return total


def _groups(made: Search, by: By) -> tuple[Group, ...]:
    turns = np.flatnonzero(made.in_scope)
    names = {int(turn): _name(made, int(turn), by) for turn in turns}
    words: dict[str, int] = {}
    for turn, spoken in zip(turns.tolist(), made.corpus.spoken(turns).tolist(), strict=True):
        words[names[turn]] = words.get(names[turn], 0) + spoken
    occurrences: dict[str, int] = {}
    statements: dict[str, set[int]] = {}
    for turn, origin in zip(made.turns().tolist(), made.origins().tolist(), strict=True):
        name = names[turn]
        occurrences[name] = occurrences.get(name, 0) + 1
        statements.setdefault(name, set()).add(origin)
    groups = [
        Group(name, occurrences.get(name, 0), len(statements.get(name, ())), words[name]) for name in words
    ]
    if by is By.YEAR:
        return tuple(sorted(_from_first_to_last(groups), key=lambda group: group.name))
    mentioned = [group for group in groups if group.occurrences]
    return tuple(sorted(mentioned, key=lambda group: (-group.occurrences, group.name)))


def _from_first_to_last(groups: list[Group]) -> list[Group]:
    """Return the years from the first mention to the last; the undated only if it has mentions."""
    years = [group.name for group in groups if group.occurrences and group.name != UNDATED]
    if not years:
        return [group for group in groups if group.occurrences]
    return [
        group
        for group in groups
        if min(years) <= group.name <= max(years) or (group.name == UNDATED and group.occurrences)
    ]


def _name(made: Search, turn: int, by: By) -> str:
    origin = made.corpus.origins[int(made.corpus.origin_of_turn[turn])]
    if by is By.KIND:
        return origin.kind
    if by is By.YEAR:
        return f"{origin.date.year:04d}" if origin.date else UNDATED
    speaks = made.corpus.turns[turn]
    if speaks.speaker:
        return speaks.speaker
    return "unnamed" if speaks.role is Role.UNKNOWN else f"unnamed {speaks.role.value}"
