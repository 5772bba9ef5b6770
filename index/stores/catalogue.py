"""What a corpus holds: its statements, speakers, kinds and dates."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.statement import Role
from index.stores import records
from index.stores.database import Database


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements, turns and passages there are."""

    statements: int
    turns: int
    passages: int


@dataclass(frozen=True, slots=True)
class Filed:
    """How a statement is filed."""

    id: str
    title: str
    kind: str
    date: date | None


@dataclass(frozen=True, slots=True)
class StatementSummary:
    """A statement without its text. `characters` is the length of that text."""

    id: str
    title: str
    kind: str
    date: date | None
    place: str | None
    source: str
    turns: int
    passages: int
    characters: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The corpus at a glance.

    `first` and `last` bound the dates. `kinds` and `years` count statements, and `principals`
    counts the passages of each principal who is named; the largest counts come first, years in order.
    """

    counts: Counts
    first: date | None
    last: date | None
    kinds: dict[str, int]
    years: dict[int, int]
    principals: dict[str, int]


class Catalogue:
    """Answers about the corpus as a whole; raises `IndexDamaged` where the file cannot be read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> Counts:
        """Return the size of the corpus."""
        row = self._database.query(
            "SELECT (SELECT count(*) FROM statements), (SELECT count(*) FROM turns), "
            "(SELECT count(*) FROM passages)"
        )[0]
        return Counts(*row)

    def dates(self) -> tuple[date | None, date | None]:
        """Return the first and the last date of a statement; None where none is dated."""
        first, last = self._database.query("SELECT min(date), max(date) FROM statements")[0]
        with self._database.reporting():
            return records.day(first), records.day(last)

    def statement_ids(self) -> list[str]:
        """Return the ids of all statements, sorted."""
        return [row[0] for row in self._database.query("SELECT id FROM statements ORDER BY id")]

    def kinds(self) -> list[str]:
        """Return the kinds of statement that occur, sorted."""
        return [row[0] for row in self._database.query("SELECT DISTINCT kind FROM statements ORDER BY kind")]

    def titles(self) -> dict[str, str]:
        """Return the title of each statement by its id."""
        return {
            row[0]: row[1] for row in self._database.query("SELECT id, title FROM statements ORDER BY id")
        }

    def filed(self, kinds: Collection[str]) -> list[Filed]:
        """Return the statements of `kinds` as they are filed, by date and id, the undated ones first."""
        found = self._database.query(
            "SELECT id, title, kind, date FROM statements "
            "WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY date, id",
            (json.dumps(list(kinds)),),
        )
        with self._database.reporting():
            return [Filed(row[0], row[1], row[2], records.day(row[3])) for row in found]

    def speakers(self, role: Role | None = None) -> list[str]:
        """Return the names of all who speak, or of all who speak in `role`, sorted."""
        found = self._database.query(
            "SELECT DISTINCT speaker FROM turns WHERE speaker IS NOT NULL AND role = coalesce(?, role) "
            "ORDER BY speaker",
            (role,),
        )
        return [row[0] for row in found]

    def summaries(self) -> list[StatementSummary]:
        """Return all statements without their texts, by date and id, the undated ones first."""
        found = self._database.query(
            "SELECT id, title, kind, date, place, source, "
            "(SELECT count(*) FROM turns WHERE statement_id = id) AS turns, "
            "(SELECT count(*) FROM passages WHERE statement_id = id) AS passages, characters "
            "FROM statements ORDER BY date, id"
        )
        with self._database.reporting():
            return [StatementSummary(**{**row, "date": records.day(row["date"])}) for row in found]

    def principals(self) -> dict[str, list[str]]:
        """Return by statement the principals who are named in it, in the order in which they first speak."""
        found = self._database.query(
            "SELECT statement_id, speaker FROM turns WHERE role = 'principal' AND speaker IS NOT NULL "
            "GROUP BY statement_id, speaker ORDER BY statement_id, min(number)"
        )
        names: dict[str, list[str]] = {}
        for statement_id, speaker in found:
            names.setdefault(statement_id, []).append(speaker)
        return names

    def overview(self) -> Overview:
        """Return the corpus at a glance."""
        first, last = self.dates()
        years = self._tally(
            "SELECT CAST(substr(date, 1, 4) AS INTEGER), count(*) FROM statements "
            "WHERE date IS NOT NULL GROUP BY 1 ORDER BY 1"
        )
        kinds = self._tally("SELECT kind, count(*) FROM statements GROUP BY 1 ORDER BY 2 DESC, 1")
        principals = self._tally(
            "SELECT t.speaker, count(*) FROM passages p "
            "JOIN turns t ON t.statement_id = p.statement_id AND t.number = p.turn "
            "WHERE t.role = 'principal' AND t.speaker IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return Overview(self.counts(), first, last, kinds, years, principals)

    def _tally(self, sql: str) -> dict[Any, int]:
        return {row[0]: row[1] for row in self._database.query(sql)}
