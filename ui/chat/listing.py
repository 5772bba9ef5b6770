"""The statements of a corpus as a table: which rows, and in what order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from index.stores.catalogue import Catalogue
from ui.chat.inputs import Browsed

_CHARACTERS_A_WORD = 6  # of English prose, with the space


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table. `words` is an estimate of its length."""

    id: str
    title: str
    kind: str
    date: date | None
    speakers: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows, and how many statements there are by kind, year and principal."""

    statements: tuple[Listed, ...]
    kinds: dict[str, int]
    years: dict[int, int]
    speakers: dict[str, int]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Self:
        """Return what a catalogue holds."""
        principals = catalogue.principals()
        rows = tuple(
            Listed(
                id=one.id,
                title=one.title,
                kind=one.kind,
                date=one.date,
                speakers=tuple(principals.get(one.id, ())),
                words=max(1, round(one.characters / _CHARACTERS_A_WORD)),
            )
            for one in catalogue.summaries()
        )
        return cls(
            statements=rows,
            kinds=dict(sorted(Counter(row.kind for row in rows).items())),
            years=dict(sorted(Counter(row.date.year for row in rows if row.date).items())),
            speakers=dict(sorted(Counter(name for row in rows for name in row.speakers).items())),
        )


def selected(rows: Iterable[Listed], wanted: Browsed, found: Mapping[str, object] | None) -> list[Listed]:
    """Return the rows that meet the filters; `found` holds the ids in which the words occur."""
    return [
        row
        for row in rows
        if (wanted.kind is None or row.kind == wanted.kind)
        and (wanted.speaker is None or wanted.speaker in row.speakers)
        and _within(row.date, wanted.first_year, wanted.last_year)
        and (found is None or row.id in found)
    ]


def ordered(rows: list[Listed], wanted: Browsed, found: Mapping[str, object] | None) -> list[Listed]:
    """Return the rows in the order asked for; by how well they match only where words are searched."""
    if wanted.sort == "match":
        if found is None:
            return ordered(rows, wanted.model_copy(update={"sort": "-date"}), None)
        rank = {statement: number for number, statement in enumerate(found)}
        return sorted(rows, key=lambda row: rank[row.id])
    column = wanted.sort.removeprefix("-")
    return sorted(rows, key=lambda row: _key(row, column), reverse=wanted.sort.startswith("-"))


def _key(row: Listed, column: str) -> tuple[Any, ...]:
    keys: dict[str, Any] = {
        "date": row.date or date.min,
        "title": row.title.casefold(),
        "kind": row.kind,
        "speakers": tuple(name.casefold() for name in row.speakers),
        "length": row.words,
    }
    return keys[column], row.date or date.min, row.id


def _within(day: date | None, first: int | None, last: int | None) -> bool:
    if first is None and last is None:
        return True
    return day is not None and (first or 1) <= day.year <= (last or 9999)
