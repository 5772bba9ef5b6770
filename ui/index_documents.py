"""The results of the commands that keep an index, as docs/json.md describes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from index.doctor import Finding
from index.export import ExportReport
from index.history import PastState

Json = dict[str, Any]


def history_to_json(states: Sequence[PastState]) -> Json:
    """Return the states that are kept, oldest first."""
    return {
        "generations": [
            {**asdict(state), "built_at": state.built_at.isoformat() if state.built_at else None}
            for state in states
        ]
    }


def findings_to_json(findings: Sequence[Finding], repaired: str | None) -> Json:
    """Return what an examination found, and what was repaired before, if anything was asked for."""
    return {"findings": [asdict(finding) for finding in findings], "repaired": repaired}


def export_to_json(report: ExportReport) -> Json:
    """Return what was exported."""
    return {**asdict(report), "folder": str(report.folder)}
