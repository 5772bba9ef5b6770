"""The SQLite file under the content store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Self

from index.errors import IndexDamaged

_TABLES = """
CREATE TABLE roots (path TEXT PRIMARY KEY);
CREATE TABLE statements (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, place TEXT,
    source TEXT NOT NULL, source_url TEXT, language TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE, pages TEXT NOT NULL, segment INTEGER NOT NULL,
    start_byte INTEGER NOT NULL, bytes INTEGER NOT NULL, characters INTEGER NOT NULL
);
CREATE TABLE turns (
    statement_id TEXT NOT NULL REFERENCES statements ON DELETE CASCADE, number INTEGER NOT NULL,
    speaker TEXT, role TEXT NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
    PRIMARY KEY (statement_id, number)
) WITHOUT ROWID;
CREATE INDEX turns_by_speaker ON turns (speaker, role);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    statement_id TEXT NOT NULL REFERENCES statements ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    turn INTEGER NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
    n_tokens INTEGER NOT NULL, question_start INTEGER, question_end INTEGER,
    UNIQUE (statement_id, ordinal)
);
CREATE TABLE sources (
    path TEXT PRIMARY KEY, sha256 TEXT, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    statement_id TEXT, error TEXT
);
CREATE TABLE failed_under (terms TEXT NOT NULL);
"""


class Database:
    """One connection, shared by threads that take turns at it.

    Every failure of SQLite reaches the caller as `IndexDamaged`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._connection.row_factory = sqlite3.Row
        self._path = path
        self._lock = Lock()

    @classmethod
    def published(cls, path: Path) -> Self:
        """Open the file of a published generation, which nothing ever changes."""
        return cls._opened(path, "mode=ro&immutable=1")

    @classmethod
    def being_built(cls, path: Path) -> Self:
        """Open the file of a generation in the making, and make its tables where there are none.

        Nothing is journalled to disk: an interrupted generation is thrown away whole, and a
        finished one is flushed before it is published. Deleted text is overwritten.
        """
        new = not path.exists()
        database = cls._opened(path, "mode=rwc")
        with database.reporting():
            database._connection.executescript(
                "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"
            )
            if new:
                database._connection.executescript(_TABLES)
        return database

    @classmethod
    def _opened(cls, path: Path, mode: str) -> Self:
        try:
            return cls(
                sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, check_same_thread=False), path
            )
        except sqlite3.Error as error:
            raise _damaged(path) from error

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return all rows that a SELECT finds."""
        with self.reporting(), self._lock:
            return self._connection.execute(sql, values).fetchall()

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run a statement that writes; return the row that it inserted."""
        with self.reporting(), self._lock:
            return self._connection.execute(sql, values).lastrowid or 0

    def execute_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement that writes, once for each of `values`."""
        with self.reporting(), self._lock:
            self._connection.executemany(sql, values)

    @property
    def version(self) -> int:
        """A number that grows with every change made through this connection."""
        return self._connection.total_changes

    def commit(self) -> None:
        """Make what was written visible to other connections."""
        with self.reporting(), self._lock:
            self._connection.commit()

    def compact(self) -> None:
        """Write the file anew without deleted rows; row numbers stay as they are.

        `secure_delete` alone is not enough: SQLite moves cells between pages, and what it leaves behind
        where they stood is overwritten with neither the copy nor the row. The file holds no texts,
        so that this takes a second for a million passages.
        """
        self.commit()
        self.execute("PRAGMA journal_mode = OFF")  # an interrupted generation is thrown away whole
        self.execute("VACUUM")
        self.execute("PRAGMA journal_mode = MEMORY")

    def close(self) -> None:
        """Close the connection; what was not committed is dropped."""
        self._connection.close()

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Turn what SQLite, or a value read from it, complains about into `IndexDamaged`."""
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise _damaged(self._path) from error


def _damaged(path: Path) -> IndexDamaged:
    return IndexDamaged(
        f"The content of the index cannot be read from {path}: rebuild it with `onrecord index --force`."
    )
