"""Writing the content store of a generation in the making."""

from __future__ import annotations

import json
import shutil
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from pathlib import Path

from index.passage import Passage
from index.statement import Statement
from index.stores.content import ContentStore
from index.stores.database import Database
from index.stores.source_records import SourceRecord
from index.stores.texts import Place, TextWriter, link_texts, texts_beside
from index.stores.upgrade import move_texts_out


class ContentWriter:
    """Adds and removes whole statements; `store` reads what was written so far.

    A row is never given to a second passage, also after its first one is removed.
    """

    def __init__(self, path: Path) -> None:
        """Open the store at `path` for writing, and make it where there is none."""
        self._database = Database.being_built(path)
        self._texts = TextWriter(texts_beside(path))
        self._touched: set[int] = set()
        self.store = ContentStore(self._database, self._texts)
        move_texts_out(self._database, self._texts)

    def add(self, statement: Statement, passages: Sequence[Passage]) -> list[int]:
        """Add a statement, its turns and its passages; return the rows of the passages.

        Raises:
            ValueError: a passage lies in no turn, or its question does not stand before it.
        """
        day = statement.date.isoformat() if statement.date else None
        place = self._texts.add(statement.text.encode())
        self._database.execute(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(statement.id, statement.title, statement.kind, day, statement.place, statement.source),
                *(statement.source_url, statement.language, statement.sha256, json.dumps(statement.pages)),
                *(place.segment, place.start, place.length, len(statement.text)),
            ),
        )
        self._database.execute_many(
            "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?)",
            ((statement.id, number, *astuple(turn)) for number, turn in enumerate(statement.turns)),
        )
        self._database.execute_many(
            "INSERT INTO passages (statement_id, ordinal, turn, start_offset, end_offset, n_tokens, "
            "question_start, question_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(statement.id, passage.ordinal, _turn_of(statement, passage)),
                    *(passage.start, passage.end, passage.n_tokens),
                    *_question_span(statement, passage),
                )
                for passage in passages
            ],
        )
        return self.store.rows_of(statement.id)

    def remove(self, statement_id: str) -> None:
        """Remove a statement with its turns and passages; its text stays until `finish`."""
        found = self._database.query("SELECT segment FROM statements WHERE id = ?", (statement_id,))
        self._touched.update(row["segment"] for row in found)
        self._database.execute("DELETE FROM statements WHERE id = ?", (statement_id,))

    def record(self, source: SourceRecord) -> None:
        """Note what became of a file, in place of what was noted before."""
        self._database.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?)", astuple(source))

    def forget(self, path: str) -> None:
        """Drop the note about a file that is gone."""
        self._database.execute("DELETE FROM sources WHERE path = ?", (path,))

    def set_roots(self, paths: Iterable[str]) -> None:
        """Remember the absolute paths that the corpus is read from."""
        self._database.execute("DELETE FROM roots")
        self._database.execute_many("INSERT INTO roots VALUES (?)", ((path,) for path in paths))

    def finish(self) -> None:
        """Commit, and leave nothing of removed statements in the files. No other thread may be reading."""
        for segment in sorted(self._touched):
            self._rewrite(segment)
        self._texts.finish()
        self._database.commit()
        if self._touched:
            self._database.compact()

    def _rewrite(self, segment: int) -> None:
        found = self._database.query(
            "SELECT id, start_byte, bytes FROM statements WHERE segment = ? ORDER BY start_byte", (segment,)
        )
        places = self._texts.rewrite(segment, (Place(segment, row[1], row[2]) for row in found))
        self._database.execute_many(
            "UPDATE statements SET start_byte = ? WHERE id = ?",
            ((place.start, row[0]) for place, row in zip(places, found, strict=True)),
        )

    def close(self) -> None:
        """Close the files."""
        self.store.close()


def begin_with(source: Path, path: Path) -> None:
    """Begin the content at `path` with that of `source`: a copy of the tables, links to the texts."""
    shutil.copyfile(source, path)
    link_texts(texts_beside(source), texts_beside(path))


def _turn_of(statement: Statement, passage: Passage) -> int:
    number = bisect_right(statement.turns, passage.start, key=lambda turn: turn.start) - 1
    if number < 0 or passage.end > statement.turns[number].end:
        raise ValueError(f"passage {passage.id} lies in no turn")
    return number


def _question_span(statement: Statement, passage: Passage) -> tuple[int | None, int | None]:
    if passage.question is None:
        return None, None
    start = statement.text.rfind(passage.question, 0, passage.start)
    if start < 0:
        raise ValueError(f"the question of passage {passage.id} does not stand before it")
    return start, start + len(passage.question)
