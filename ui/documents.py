"""The results of the commands as JSON documents, as docs/json.md describes them.

Answers and passages have theirs in `rag.serialise`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from index.build_report import BuildReport
from index.manifest import IndexManifest
from index.passage import Passage
from index.statement import Statement
from index.stores.catalogue import Overview, StatementSummary
from rag.answer import CorpusSpan, Hit
from rag.serialise import hit_to_json

Json = dict[str, Any]


def search_to_json(query: str, hits: Sequence[Hit], corpus: CorpusSpan) -> Json:
    """Return the passages found for `query`, and what was searched."""
    return {"query": query, "hits": [hit_to_json(hit) for hit in hits], "corpus": _plain(asdict(corpus))}


def statement_to_json(statement: Statement, passages: Sequence[Passage], marked: Passage | None) -> Json:
    """Return a statement with its turns and passages as offsets into its text."""
    return {
        **_plain(asdict(statement)),
        "turns": [_plain(asdict(turn)) for turn in statement.turns],
        "passages": [{"id": passage.id, "start": passage.start, "end": passage.end} for passage in passages],
        "around": marked.id if marked else None,
    }


def info_to_json(
    overview: Overview,
    manifest: IndexManifest,
    disk: dict[str, int],
    sources: Sequence[str],
    statements: Sequence[StatementSummary],
) -> Json:
    """Return what a corpus and its index hold. `disk` maps each part to its bytes."""
    return {
        "corpus": {
            **asdict(overview.counts),
            "first_date": _text(overview.first),
            "last_date": _text(overview.last),
            "kinds": overview.kinds,
            "years": {str(year): count for year, count in overview.years.items()},
            "principals": overview.principals,
        },
        "sources": list(sources),
        "statements": [summary_to_json(summary) for summary in statements],
        "manifest": manifest.model_dump(mode="json"),
        "disk": disk,
    }


def summary_to_json(summary: StatementSummary) -> Json:
    """Return a statement without its text."""
    return _plain(asdict(summary))


def build_to_json(report: BuildReport) -> Json:
    """Return what a build did."""
    changes = report.changes
    return {
        "generation": report.generation,
        "anew": report.anew,
        "added": list(changes.added),
        "changed": list(changes.changed),
        "removed": list(changes.removed),
        "moved": [asdict(move) for move in changes.moved],
        "unchanged": changes.unchanged,
        "duplicates": [asdict(duplicate) for duplicate in changes.duplicates],
        "failed": [asdict(failure) for failure in changes.failed],
        "withdrawn": list(changes.withdrawn),
        "skipped": list(changes.skipped),
        "lost": list(changes.lost),
        "incomplete": [asdict(part) for part in changes.incomplete],
        "index": asdict(report.counts),
        "embedded": report.embedded,
        "reused": report.reused,
        "seconds": round(report.seconds, 1),
    }


def _plain(values: Json) -> Json:
    return {key: _text(value) if isinstance(value, date) else value for key, value in values.items()}


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
