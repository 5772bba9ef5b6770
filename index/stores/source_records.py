"""What the content store remembers about the files that it was read from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from index.stores.database import Database


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What became of a file: the statement that holds its text, or the reason why there is none.

    With neither, a user took the statement out, and it stays out until its file is added anew.
    `sha256` is the digest of the file's bytes, None where they could not be read; `size` is in
    bytes; `mtime_ns` is the time of its last change in nanoseconds.
    """

    path: str
    sha256: str | None
    size: int
    mtime_ns: int
    statement_id: str | None
    error: str | None

    @property
    def withdrawn(self) -> bool:
        """Whether a user took the statement of this file out."""
        return self.statement_id is None and self.error is None


def recorded_roots(database: Database) -> list[str]:
    """Return the absolute paths that the corpus is read from, sorted."""
    return [row[0] for row in database.query("SELECT path FROM roots ORDER BY path")]


def recorded_sources(database: Database) -> dict[str, SourceRecord]:
    """Return what became of each file, by its path."""
    return {row["path"]: SourceRecord(*row) for row in database.query("SELECT * FROM sources ORDER BY path")}


def owners(database: Database) -> dict[str, str]:
    """Return the id of each statement by the path that it was read from."""
    return {row[0]: row[1] for row in database.query("SELECT source, id FROM statements")}


def holder(database: Database, sha256: str) -> str | None:
    """Return the id of the statement whose text has this digest, if there is one."""
    found = database.query("SELECT id FROM statements WHERE sha256 = ?", (sha256,))
    return found[0][0] if found else None


def digests(database: Database, statement_ids: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of the texts of statements, by their ids."""
    found = database.query(
        "SELECT id, sha256 FROM statements WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(statement_ids)),),
    )
    return {row[0]: row[1] for row in found}


def all_digests(database: Database) -> dict[str, str]:
    """Return the SHA-256 of the texts of all statements, by their ids."""
    return {row[0]: row[1] for row in database.query("SELECT id, sha256 FROM statements")}
