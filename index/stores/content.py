"""The content store: statements, turns and passages, as they were read."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged, UnknownStatement
from index.passage import Passage
from index.statement import Statement
from index.stores import records
from index.stores.database import Database
from index.stores.filter import Filter
from index.stores.texts import Place, TextStore, texts_beside

_CACHED_TEXTS = 256  # statements; some 6 MB of the presidential corpus
_CACHED_FILTERS = 32


class ContentStore:
    """Reads the source of truth; safe to share between threads.

    A passage is stored as offsets and cut from the text of its statement whenever it is read. The texts
    lie in segments beside the database, and each is checked against its digest whenever it is loaded:
    a flipped byte never becomes a quotation. Every method raises `IndexDamaged` where a file cannot
    be read.
    """

    def __init__(self, database: Database, texts: TextStore) -> None:
        self.database = database
        self._texts = texts
        self._text = lru_cache(maxsize=_CACHED_TEXTS)(self._load_text)
        self._rows = lru_cache(maxsize=_CACHED_FILTERS)(self._find_rows)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open the store of a published generation, for reading only.

        Raises:
            IndexDamaged: a file cannot be opened.
        """
        return cls(Database.published(path), TextStore.load(texts_beside(path)))

    def close(self) -> None:
        """Close the files."""
        self.database.close()
        self._texts.close()

    def statement(self, statement_id: str) -> Statement:
        """Return a statement with its turns.

        Raises:
            UnknownStatement: there is none with this id.
        """
        found = self.database.query("SELECT * FROM statements WHERE id = ?", (statement_id,))
        if not found:
            raise UnknownStatement(
                f"No statement has the id {statement_id!r}: `onrecord info --statements` lists them all."
            )
        turns = self.database.query(
            "SELECT * FROM turns WHERE statement_id = ? ORDER BY number", (statement_id,)
        )
        text = self._checked(found[0])
        with self.database.reporting():
            return records.statement(found[0], text, tuple(records.turn(row) for row in turns))

    def passages(self, rows: Sequence[int]) -> list[Passage]:
        """Return the passages of `rows`, in the order given.

        Raises:
            IndexDamaged: a row has no passage, so that the stores disagree.
        """
        wanted = json.dumps([int(row) for row in rows])
        found = self.database.query(
            f"SELECT {records.PASSAGE_COLUMNS} WHERE p.row IN (SELECT value FROM json_each(?))",  # noqa: S608
            (wanted,),
        )
        passages = {row["row"]: passage for row, passage in self._passages(found)}
        try:
            return [passages[int(row)] for row in rows]
        except KeyError as error:
            raise IndexDamaged(
                f"The index lists a passage ({error}) that has no content: "
                "rebuild it with `onrecord index --force`."
            ) from error

    def passages_of(self, statement_id: str) -> list[tuple[int, Passage]]:
        """Return the passages of a statement in reading order, each with its row."""
        found = self.database.query(
            f"SELECT {records.PASSAGE_COLUMNS} WHERE p.statement_id = ? ORDER BY p.ordinal",
            (statement_id,),
        )
        return [(row["row"], passage) for row, passage in self._passages(found)]

    def passages_beside(self, passage: Passage, distance: int) -> list[Passage]:
        """Return those at most `distance` before or after `passage` in the same turn, in reading order."""
        place = (passage.statement_id, passage.ordinal)
        found = self.database.query(
            f"SELECT {records.PASSAGE_COLUMNS} WHERE p.statement_id = ? AND p.ordinal != ? "  # noqa: S608
            "AND p.ordinal BETWEEN ? AND ? AND p.turn = "
            "(SELECT turn FROM passages WHERE statement_id = ? AND ordinal = ?) ORDER BY p.ordinal",
            (*place, passage.ordinal - distance, passage.ordinal + distance, *place),
        )
        return [beside for _, beside in self._passages(found)]

    def rows_of(self, statement_id: str) -> list[int]:
        """Return the rows of the passages of a statement in reading order."""
        found = self.database.query(
            "SELECT row FROM passages WHERE statement_id = ? ORDER BY ordinal", (statement_id,)
        )
        return [row[0] for row in found]

    def rows(self) -> NDArray[np.int64]:
        """Return the rows of all passages, ascending."""
        found = self.database.query("SELECT row FROM passages ORDER BY row")
        return np.fromiter((row[0] for row in found), dtype=np.int64, count=len(found))

    def rows_matching(self, filter: Filter) -> NDArray[np.int64]:  # noqa: A002
        """Return the rows of the passages that meet `filter`, ascending, in a read-only array."""
        return self._rows(filter, self.database.version)

    def _find_rows(self, filter: Filter, _version: int) -> NDArray[np.int64]:  # noqa: A002
        clauses, values = _where(filter)
        found = self.database.query(
            "SELECT p.row FROM passages p JOIN statements s ON s.id = p.statement_id "  # noqa: S608
            "JOIN turns t ON t.statement_id = p.statement_id AND t.number = p.turn "
            f"WHERE {' AND '.join(clauses)} ORDER BY p.row",
            values,
        )
        rows = np.array([row[0] for row in found], dtype=np.int64)
        rows.setflags(write=False)
        return rows

    def _passages(self, found: Iterable[sqlite3.Row]) -> list[tuple[sqlite3.Row, Passage]]:
        with self.database.reporting():
            return [
                (row, records.passage(row, self._text(row["statement_id"], row["sha256"]))) for row in found
            ]

    def _load_text(self, statement_id: str, _sha256: str) -> str:
        """Return a text; its digest is part of the key because a build may replace it."""
        return self._checked(
            self.database.query(
                "SELECT id, sha256, segment, start_byte, bytes FROM statements WHERE id = ?", (statement_id,)
            )[0]
        )

    def _checked(self, row: sqlite3.Row) -> str:
        place = Place(row["segment"], row["start_byte"], row["bytes"])
        text = self._texts.read(place)
        if hashlib.sha256(text).hexdigest() != row["sha256"]:
            raise IndexDamaged(
                f"The text of {row['id']} in {self._texts.path(place.segment)} is not the one that was read: "
                "rebuild the index with `onrecord index --force`."
            )
        return text.decode()


def _where(filter: Filter) -> tuple[list[str], list[Any]]:  # noqa: A002
    """Return SQL conditions over passages p, statements s and turns t, and their values."""
    clauses: list[str] = ["TRUE"]
    values: list[Any] = []
    memberships = {
        "t.speaker": filter.speakers,
        "t.role": filter.roles,
        "s.kind": filter.kinds,
        "s.id": filter.statements,
    }
    for column, wanted in memberships.items():
        if wanted is not None:
            clauses.append(f"{column} IN (SELECT value FROM json_each(?))")  # noqa: S608 (our own columns)
            values.append(json.dumps([str(value) for value in wanted]))
    # ISO dates sort as texts; a missing date compares as neither before nor after.
    for condition, bound in (("s.date >= ?", filter.since), ("s.date <= ?", filter.until)):
        if bound is not None:
            clauses.append(condition)
            values.append(bound.isoformat())
    return clauses, values
