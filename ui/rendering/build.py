"""What a build did, for people."""

from __future__ import annotations

from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from index.build_report import BuildReport
from ui.printable import one_line
from ui.rendering.layout import Indented, block, counted

_NAMES_SHOWN = 10


def render_build(report: BuildReport, index_dir: Path) -> list[RenderableType]:
    """Return the parts of what `onrecord index` prints."""
    changes = report.changes
    rows = {
        "added": len(changes.added),
        "changed": len(changes.changed),
        "removed": len(changes.removed),
        "unchanged": changes.unchanged,
        "duplicates": len(changes.duplicates),
        "failed": len(changes.failed),
    }
    parts: list[RenderableType] = [
        block("Files", Text("\n".join(f"{name:<10}  {count:>7,}" for name, count in rows.items())))
    ]
    for title, lines in (
        ("Failed", [f"{failure.path} — {failure.reason}" for failure in changes.failed]),
        ("Incomplete", [f"{part.path} — {part.reason}" for part in changes.incomplete]),
        ("Duplicates", [f"{copy.path} — the text of {copy.statement_id}" for copy in changes.duplicates]),
        ("Moved", [f"{move.before} is now {move.after}" for move in changes.moved]),
        ("Left out, as `onrecord remove` asked", list(changes.withdrawn)),
        ("Skipped, by name or place", list(changes.skipped)),
        ("Sources that are no longer there", list(changes.lost)),
    ):
        parts.extend(_named(title, lines, all_of_them=title in ("Failed", "Incomplete")))
    return [*parts, Text(_outcome(report, index_dir))]


def _named(title: str, lines: list[str], *, all_of_them: bool) -> list[RenderableType]:
    if not lines:
        return []
    shown = lines if all_of_them else lines[:_NAMES_SHOWN]
    more = [f"and {len(lines) - len(shown)} more (--json names all)"] if len(lines) > len(shown) else []
    return [block(title, *(Indented(Text(one_line(line)), "", "  ") for line in (*shown, *more)))]


def _outcome(report: BuildReport, index_dir: Path) -> str:
    counts = report.counts
    holds = ", ".join(
        counted(*part)
        for part in (
            (counts.statements, "statement"),
            (counts.turns, "turn"),
            (counts.passages, "passage"),
        )
    )
    if report.generation is None:
        return one_line(f"Nothing to do: {index_dir} is up to date ({holds}).")
    anew = f" Built anew: {report.anew}." if report.anew else ""
    work = f"{counted(report.embedded, 'passage')} embedded, {report.reused:,} reused"
    return one_line(f"{index_dir} now holds {holds} ({work}, {report.seconds:.1f} s).{anew}")
