"""Reading and writing conversations."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Self

from ui.chat.store.records import Conversation, ConversationTurn, Json, TurnState, Verdict
from ui.chat.store.schema import connect
from ui.errors import NotYours

_TITLE_CHARACTERS = 120


class ConversationStore:
    """Safe to share between threads.

    Every method takes the owner. One that names a conversation raises `NotYours` where there is
    none with this id, and in the same words where it is somebody else's: ids cannot be probed.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the database at `path`, and make it where there is none.

        Raises:
            ConversationsUnreadable: it is damaged or of a later version.
        """
        return cls(connect(path))

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._connection.close()

    def conversations(self, owner: str, containing: str = "", limit: int = 200) -> list[Conversation]:
        """Return the newest conversations in which every word of `containing` was written or answered."""
        clauses = ["owner = ?"]
        values: list[Any] = [owner]
        for word in containing.split()[:20]:
            clauses.append(
                "(title LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM turns WHERE conversation = id "
                "AND (question LIKE ? ESCAPE '\\' OR json_extract(answer, '$.text') LIKE ? ESCAPE '\\')))"
            )
            values += [f"%{_literal(word)}%"] * 3
        with self._writing() as connection:
            rows = connection.execute(
                f"SELECT id, title, updated FROM conversations WHERE {' AND '.join(clauses)} "  # noqa: S608
                "ORDER BY updated DESC, id LIMIT ?",
                (*values, limit),
            ).fetchall()
        return [Conversation(row[0], row[1], datetime.fromisoformat(row[2])) for row in rows]

    def begin(self, owner: str, question: str) -> str:
        """Start a conversation that is called after its first question, and return its id."""
        conversation = secrets.token_urlsafe(12)
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?)",
                (conversation, owner, question[:_TITLE_CHARACTERS], _now()),
            )
        return conversation

    def title(self, owner: str, conversation: str) -> str:
        """Return what a conversation is called."""
        with self._of(owner, conversation) as connection:
            row = connection.execute("SELECT title FROM conversations WHERE id = ?", (conversation,))
            return str(row.fetchone()[0])

    def rename(self, owner: str, conversation: str, title: str) -> None:
        """Call a conversation by another name."""
        with self._of(owner, conversation) as connection:
            connection.execute(
                "UPDATE conversations SET title = ? WHERE id = ?", (title[:_TITLE_CHARACTERS], conversation)
            )

    def delete(self, owner: str, conversation: str) -> None:
        """Remove a conversation, its answers and what was said of them."""
        with self._of(owner, conversation) as connection:
            connection.execute("DELETE FROM conversations WHERE id = ?", (conversation,))

    def turns(self, owner: str, conversation: str) -> list[ConversationTurn]:
        """Return the questions of a conversation and their answers, in order."""
        with self._of(owner, conversation) as connection:
            rows = connection.execute(
                "SELECT * FROM turns WHERE conversation = ? ORDER BY number", (conversation,)
            ).fetchall()
        return [_turn(row) for row in rows]

    def ask(
        self, owner: str, conversation: str, question: str, filters: Json, *, instead_of: int | None = None
    ) -> str:
        """Add a question that is being answered, and return the attempt at its answer.

        `instead_of` removes the question with this number, and all after it, first.
        """
        attempt = secrets.token_hex(8)
        with self._of(owner, conversation) as connection:
            if instead_of is not None:
                connection.execute(
                    "DELETE FROM turns WHERE conversation = ? AND number >= ?", (conversation, instead_of)
                )
            last = connection.execute(
                "SELECT coalesce(max(number), 0) FROM turns WHERE conversation = ?", (conversation,)
            ).fetchone()[0]
            connection.execute(
                "INSERT INTO turns (conversation, number, attempt, question, filters, state) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (conversation, last + 1, attempt, question, _dump(filters), TurnState.RUNNING),
            )
            connection.execute("UPDATE conversations SET updated = ? WHERE id = ?", (_now(), conversation))
        return attempt

    def finish(
        self,
        owner: str,
        conversation: str,
        attempt: str,
        state: TurnState,
        *,
        answer: Json | None = None,
        failure: str | None = None,
        generation: str | None = None,
    ) -> None:
        """Say what became of an attempt that is under way; any other stays as it is."""
        with self._of(owner, conversation) as connection:
            connection.execute(
                "UPDATE turns SET state = ?, answer = ?, failure = ?, generation = ? "
                "WHERE conversation = ? AND attempt = ? AND state = ?",
                (
                    state,
                    _dump(answer) if answer else None,
                    failure,
                    generation,
                    conversation,
                    attempt,
                    TurnState.RUNNING,
                ),
            )

    def rate(
        self, owner: str, conversation: str, number: int, verdict: Verdict | None, comment: str | None
    ) -> None:
        """Keep what the owner thinks of an answer; None takes it back."""
        with self._of(owner, conversation) as connection:
            connection.execute(
                "UPDATE turns SET verdict = ?, comment = ?, rated = ? WHERE conversation = ? AND number = ?",
                (verdict, comment, _now() if verdict else None, conversation, number),
            )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._connection:
            yield self._connection

    @contextmanager
    def _of(self, owner: str, conversation: str) -> Iterator[sqlite3.Connection]:
        """Give the database, once it is known that the conversation is the owner's."""
        with self._writing() as connection:
            found = connection.execute(
                "SELECT 1 FROM conversations WHERE id = ? AND owner = ?", (conversation, owner)
            ).fetchone()
            if not found:
                raise NotYours("There is no such conversation: it may have been deleted.")
            yield connection


def _turn(row: sqlite3.Row) -> ConversationTurn:
    return ConversationTurn(
        number=row["number"],
        attempt=row["attempt"],
        question=row["question"],
        filters=json.loads(row["filters"]),
        answer=json.loads(row["answer"]) if row["answer"] else None,
        state=TurnState(row["state"]),
        failure=row["failure"],
        generation=row["generation"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        comment=row["comment"],
    )


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _literal(word: str) -> str:
    """Return `word` for LIKE, its wildcards made plain."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
