"""The database of the conversations: opening it, and what its tables are."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ui.errors import ConversationsUnreadable

SCHEMA_VERSION = 1

_TABLES = """
BEGIN;
CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    updated TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversations_of ON conversations (owner, updated DESC);
CREATE TABLE turns (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    attempt TEXT NOT NULL,
    question TEXT NOT NULL,
    filters TEXT NOT NULL,
    answer TEXT,
    state TEXT NOT NULL,
    failure TEXT,
    generation TEXT,
    verdict TEXT,
    comment TEXT,
    rated TEXT,
    PRIMARY KEY (conversation, number)
) WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open the database at `path`, and make it where there is none.

    Raises:
        ConversationsUnreadable: it is damaged, or a later version of the product made it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False, timeout=10)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what a user deletes is gone from the disk too
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise ConversationsUnreadable(
                f"{path} was made by a later version of On Record: update, or move the file away."
            )
        if version == 0:
            connection.executescript(_TABLES)
        path.chmod(0o600)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise ConversationsUnreadable(
            f"{path} cannot be read ({error}): restore it from a copy, or move it away to begin anew."
        ) from error
    except ConversationsUnreadable:
        connection.close()
        raise
    return connection
