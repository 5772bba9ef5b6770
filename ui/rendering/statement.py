"""A statement with its turns, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from index.passage import Passage
from index.statement import Statement, Turn
from ui.printable import one_line
from ui.rendering.byline import when_and_where, who
from ui.rendering.layout import Indented, heading

_NEIGHBOURS = 2  # passages shown before and after the marked one
_BAR = "│ "
_MARGIN = "  "


def render_statement(statement: Statement) -> list[RenderableType]:
    """Return the parts of a whole statement: its title, then turn after turn."""
    turns = (_turn(statement, turn, turn.start, turn.end, None) for turn in statement.turns)
    return [_title(statement), *turns]


def render_around(statement: Statement, passages: Sequence[Passage], marked: Passage) -> list[RenderableType]:
    """Return the title, and the turns around a passage, which has a bar at its side."""
    place = next(n for n, passage in enumerate(passages) if passage.id == marked.id)
    start = passages[max(0, place - _NEIGHBOURS)].start
    end = passages[min(len(passages) - 1, place + _NEIGHBOURS)].end
    turns = [turn for turn in statement.turns if turn.start < end and turn.end > start]
    parts = [_turn(statement, turn, max(start, turn.start), min(end, turn.end), marked) for turn in turns]
    before = [_gap()] if start > statement.turns[0].start else []
    after = [_gap()] if end < statement.turns[-1].end else []
    return [_title(statement), *before, *parts, *after]


def _gap() -> RenderableType:
    return Text("…", style="dim")


def _title(statement: Statement) -> RenderableType:
    facts = f"{statement.kind}, {when_and_where(statement.date, statement.place)}; {statement.id}"
    lines = [heading(one_line(statement.title)), Text(one_line(facts), style="dim")]
    if statement.source_url:
        lines.append(Text(one_line(statement.source_url), style="dim"))
    return Group(*lines)


def _turn(statement: Statement, turn: Turn, start: int, end: int, marked: Passage | None) -> RenderableType:
    lines: list[RenderableType] = [heading(who(turn.speaker, turn.role))]
    for piece_start, piece_end, is_marked in _pieces(start, end, marked):
        text = statement.text[piece_start:piece_end].strip()
        if not text:
            continue
        if len(lines) > 1 and _ends_paragraph(statement.text, piece_start):
            lines.append(Text(""))
        prefix, style = (_BAR, "bold") if is_marked else (_MARGIN, "")
        lines.append(Indented(Text(text, style=style), prefix))
    return Group(*lines)


def _ends_paragraph(text: str, offset: int) -> bool:
    """Tell whether a paragraph ends in the white space around `offset`."""
    before, after = text[:offset], text[offset:]
    around = before[len(before.rstrip()) :] + after[: len(after) - len(after.lstrip())]
    return "\n" in around


def _pieces(start: int, end: int, marked: Passage | None) -> Iterator[tuple[int, int, bool]]:
    """Cut a stretch into what stands before, inside and after the marked passage."""
    if marked is None or marked.end <= start or marked.start >= end:
        yield start, end, False
        return
    yield start, marked.start, False
    yield marked.start, marked.end, True
    yield marked.end, end, False
