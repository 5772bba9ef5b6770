"""From rows of the content store to the values of the domain."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from index.chunker import passage_id
from index.passage import Passage
from index.statement import Role, Statement, Turn

PASSAGE_COLUMNS = """
    p.row, p.statement_id, p.ordinal, p.start_offset, p.end_offset, p.n_tokens,
    p.question_start, p.question_end, t.speaker, t.role, s.title, s.kind, s.date, s.place, s.sha256
    FROM passages p
    JOIN statements s ON s.id = p.statement_id
    JOIN turns t ON t.statement_id = p.statement_id AND t.number = p.turn
"""
"""What `passage` needs of a SELECT."""


def passage(row: sqlite3.Row, text: str) -> Passage:
    """Return the passage of a row, cut out of the whole `text` of its statement."""
    asked = row["question_start"]
    return Passage(
        id=passage_id(row["statement_id"], row["ordinal"]),
        statement_id=row["statement_id"],
        ordinal=row["ordinal"],
        start=row["start_offset"],
        end=row["end_offset"],
        n_tokens=row["n_tokens"],
        text=text[row["start_offset"] : row["end_offset"]],
        speaker=row["speaker"],
        role=Role(row["role"]),
        question=None if asked is None else text[asked : row["question_end"]],
        title=row["title"],
        kind=row["kind"],
        date=day(row["date"]),
        place=row["place"],
    )


def turn(row: sqlite3.Row) -> Turn:
    """Return the turn of a row."""
    return Turn(row["speaker"], Role(row["role"]), row["start_offset"], row["end_offset"])


def statement(row: sqlite3.Row, text: str, turns: tuple[Turn, ...]) -> Statement:
    """Return the statement of a row with its text and turns."""
    return Statement(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        date=day(row["date"]),
        place=row["place"],
        source=row["source"],
        source_url=row["source_url"],
        language=row["language"],
        text=text,
        turns=turns,
        sha256=row["sha256"],
        pages=tuple(json.loads(row["pages"])),
    )


def day(text: str | None) -> date | None:
    """Return the date that is stored as an ISO text."""
    return date.fromisoformat(text) if text else None
