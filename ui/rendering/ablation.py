"""What each stage is worth, for people."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from eval.ablation import JUDGED, Ablation
from eval.metrics.metric import Unit
from ui.rendering.comparison import signed
from ui.rendering.evaluation import value
from ui.rendering.layout import counted


def render_ablation(ablation: Ablation) -> list[RenderableType]:
    """Return the parts of what `onrecord eval --ablate` prints: the variants, then the steps between them."""
    variants = _table("pipeline")
    for name, scores in ablation.scores.items():
        variants.add_row(name, *map(value, scores))
    steps = _table("step")
    for step in ablation.steps:
        deltas = (signed(step.deltas[name], Unit.SHARE) for name in JUDGED)
        steps.add_row(f"{step.variant} against {step.base}", *deltas)
    return [
        Text(f"{ablation.title}: {counted(ablation.n, 'question')}"),
        variants,
        Text("What each step changes (95% interval, questions paired)", style="bold"),
        steps,
    ]


def _table(first: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(first)
    for name in JUDGED:
        table.add_column(name, justify="right")
    return table
