"""What changed since an earlier report, for people."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from eval.bootstrap import Estimate
from eval.comparison import Comparison, MetricChange, VerdictChange
from eval.metrics.metric import Unit
from ui.printable import one_line
from ui.rendering.layout import block, counted, shortened


def render_comparison(changes: Comparison) -> list[RenderableType]:
    """Return the parts that `onrecord eval --compare` adds: totals, then question by question."""
    parts: list[RenderableType] = [Text("Since the earlier report", style="bold"), _table(changes)]
    if changes.verdicts:
        parts.append(block("Verdicts that changed", *map(_verdict, changes.verdicts)))
    else:
        parts.append(Text("No verdict changed."))
    for title, ids in (
        ("Other words, same verdict", changes.answers_changed),
        ("Only now", changes.added),
        ("Only then", changes.removed),
    ):
        if ids:
            parts.append(
                block(f"{title} ({counted(len(ids), 'question')})", Text(", ".join(map(one_line, ids))))
            )
    return parts


def signed(change: Estimate | None, unit: Unit) -> str:
    """Return a difference with its interval: +0.031 (−0.010 to +0.072)."""
    if change is None:
        return "–"
    form = "+.3f" if unit is Unit.SHARE else "+,.0f"
    value, low, high = (format(number, form) for number in (change.value, change.low, change.high))
    return f"{value} ({low} to {high})"


def _table(changes: Comparison) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("metric")
    table.add_column("change (95% interval)", justify="right")
    table.add_column("")
    for change in changes.metrics:
        table.add_row(change.metric, signed(change.delta, change.unit), _direction(change))
    return table


def _direction(change: MetricChange) -> str:
    return {None: "", True: "better", False: "worse"}[change.for_the_better]


def _verdict(change: VerdictChange) -> Text:
    turned = f"{change.before.value} → {change.after.value}"
    return Text(f"{one_line(change.id)}  {turned}: {shortened(change.question, 90)}")
