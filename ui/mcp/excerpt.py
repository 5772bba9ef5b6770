"""A stretch of a statement, short enough for a language model."""

from __future__ import annotations

from typing import Any

from index.statement import Statement, Turn

LONGEST = 40_000
"""Most characters of an excerpt."""


def excerpt(statement: Statement, start: int, length: int) -> dict[str, Any]:
    """Return the turns of a statement from the character `start` on, `length` characters at most.

    `next_start` is where to read on, None at the end. A turn that is cut has the offsets of what
    is given; what stands between turns (labels, stage notes) is left out.
    """
    end = min(start + length, len(statement.text))
    return {
        "id": statement.id,
        "title": statement.title,
        "kind": statement.kind,
        "date": statement.date.isoformat() if statement.date else None,
        "place": statement.place,
        "source_url": statement.source_url,
        "characters": len(statement.text),
        "turns": [
            _cut(statement, turn, start, end)
            for turn in statement.turns
            if turn.start < end and turn.end > start
        ],
        "next_start": end if end < len(statement.text) else None,
    }


def _cut(statement: Statement, turn: Turn, start: int, end: int) -> dict[str, Any]:
    first, last = max(turn.start, start), min(turn.end, end)
    return {
        "speaker": turn.speaker,
        "role": turn.role.value,
        "start": first,
        "end": last,
        "text": statement.text[first:last],
    }
