"""Writing what an index holds as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from index.disk import writing_to
from index.errors import ExportExists
from index.opened import Index

STATEMENTS, PASSAGES = "statements.jsonl", "passages.jsonl"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and where."""

    folder: Path
    generation: str
    statements: int
    passages: int


def export(index: Index, folder: Path, *, overwrite: bool = False) -> ExportReport:
    """Write `statements.jsonl` and `passages.jsonl` to `folder`, which is made where it is absent.

    A line is a statement with its text and turns, or a passage, with the keys that docs/json.md
    gives them; statements come by id, passages by statement and ordinal. A file is complete once it
    has its name. Nothing but one statement is held in memory.

    Raises:
        ExportExists: one of the files is there already, and `overwrite` is off.
        IndexDamaged: a stored text is not the one that was read.
        IndexNotWritable: the folder cannot be written, or its disk is full.
    """
    taken = [name for name in (STATEMENTS, PASSAGES) if (folder / name).exists()]
    if taken and not overwrite:
        raise ExportExists(f"{folder / taken[0]} is there already: name another folder, or give --force.")
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        statements = _write(folder / STATEMENTS, _statements(index))
        passages = _write(folder / PASSAGES, _passages(index))
    return ExportReport(folder, index.generation.folder.name, statements, passages)


def _statements(index: Index) -> Iterator[dict[str, Any]]:
    for statement_id in index.catalogue.statement_ids():
        yield asdict(index.content.statement(statement_id))


def _passages(index: Index) -> Iterator[dict[str, Any]]:
    for statement_id in index.catalogue.statement_ids():
        for _, passage in index.content.passages_of(statement_id):
            yield asdict(passage)


def _write(path: Path, records: Iterator[dict[str, Any]]) -> int:
    unfinished = path.with_name(f".{path.name}.unfinished")
    count = 0
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False, default=_text) + "\n")
                count += 1
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return count


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
