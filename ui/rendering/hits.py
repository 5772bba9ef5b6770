"""Ranked passages, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rag.answer import Hit
from ui.rendering.byline import byline
from ui.rendering.layout import Indented, shortened

_PASSAGE_SHOWN = 320  # characters
_TITLE_SHOWN = 120


def render_hits(hits: Sequence[Hit]) -> list[RenderableType]:
    """Return the parts of what `onrecord search` prints."""
    if not hits:
        return [Text("No passage matches.")]
    return [Group(*hit_lines(hit, score=True)) for hit in hits]


def hit_lines(hit: Hit, *, score: bool = False) -> Iterator[RenderableType]:
    """Yield a passage under its speaker, date and place, with the id that `onrecord show` takes."""
    passage = hit.passage
    marker = f"{hit.rank}. "
    margin = " " * len(marker)
    speaker = byline(passage.speaker, passage.role, passage.date, passage.place)
    scored = f", score {hit.score:.2f}" if score else ""
    yield Indented(Text(speaker, style="bold"), marker, margin)
    yield Indented(
        Text(f"{passage.id}{scored} — {shortened(passage.title, _TITLE_SHOWN)}", style="dim"), margin
    )
    yield Indented(Text(shortened(passage.text, _PASSAGE_SHOWN)), margin)
