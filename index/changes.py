"""Putting into words what an update did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from index.build_report import Duplicate, Failure, Move
from index.sources import Found
from index.stores.source_records import SourceRecord


class Outcomes(TypedDict):
    """What became of the files that gave no statement of their own."""

    failed: tuple[Failure, ...]
    duplicates: tuple[Duplicate, ...]
    withdrawn: tuple[str, ...]
    skipped: tuple[str, ...]


def outcomes(records: Mapping[str, SourceRecord], owned: Mapping[str, str], found: Found) -> Outcomes:
    """Sort the files of `records` by what became of them; `owned` maps paths to their statements."""
    reasons = {path: record.error for path, record in records.items() if record.error} | found.unreadable
    return Outcomes(
        failed=tuple(Failure(path, reason) for path, reason in sorted(reasons.items())),
        duplicates=tuple(
            Duplicate(path, record.statement_id)
            for path, record in records.items()
            if record.statement_id and path not in owned
        ),
        withdrawn=tuple(file.key for file in found.files if records[file.key].withdrawn),
        skipped=found.skipped,
    )


def moves(removed: Mapping[str, str], added: Mapping[str, str]) -> tuple[Move, ...]:
    """Return which removed statements live on under another id; both map ids to digests of texts."""
    by_text = {sha256: statement_id for statement_id, sha256 in added.items()}
    return tuple(
        Move(statement_id, by_text[sha256])
        for statement_id, sha256 in sorted(removed.items())
        if statement_id not in added and sha256 in by_text
    )
