"""The states of an index that are kept, for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from index.history import PastState
from ui.rendering.corpus import size


def render_history(states: Sequence[PastState]) -> list[RenderableType]:
    """Return the parts of what `onrecord history` prints, the newest state first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("state", "built (UTC)"):
        table.add_column(title)
    for title in ("statements", "added", "changed", "removed", "size"):
        table.add_column(title, justify="right")
    table.add_column("")
    for state in reversed(states):
        numbers = (state.statements, state.added, state.changed, state.removed)
        table.add_row(
            state.generation,
            f"{state.built_at:%Y-%m-%d %H:%M}" if state.built_at else "–",
            *("–" if number is None else f"{number:,}" for number in numbers),
            size(state.bytes),
            "published" if state.published else "unreadable" if state.unreadable else "",
        )
    return [table, Text("`onrecord rollback` leads back to one of them.", style="dim")]
