"""Mentions, counted, for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from index.dates import long_date
from rag.answer import CorpusSpan
from rag.mentions.by import By
from rag.mentions.count import UNDATED, Group, Mentions
from rag.wording import searched
from ui.printable import one_line
from ui.rendering.layout import counted, shortened

_BAR, _WIDTH = "█", 24
_NAME_SHOWN = 40  # characters
_GROUPS_SHOWN = 25


def render_mentions(mentions: Mentions, corpus: CorpusSpan) -> list[RenderableType]:
    """Return the parts of what `onrecord mentions` prints."""
    head = Text(f"“{one_line(mentions.wanted)}”", style="bold")
    if not mentions.occurrences:
        within = "" if mentions.searched == corpus.statements else f"; {mentions.searched:,} of them searched"
        return [head, Text(f"Not mentioned in this corpus: {searched(corpus)}{within}.")]
    totals = (
        f"{counted(mentions.occurrences, 'mention')} in {counted(mentions.statements, 'statement')} "
        f"({counted(mentions.passages, 'passage')}), of {mentions.searched:,} searched"
    )
    parts: list[RenderableType] = [head, Text(f"{totals}\n{_dates(mentions)}")]
    if mentions.groups and mentions.by:
        parts += _chart(*_few(mentions.groups, mentions.by))
    return parts


def _dates(mentions: Mentions) -> str:
    if mentions.first is None or mentions.last is None:
        return "in statements without a date"
    if mentions.first == mentions.last:
        return f"on {long_date(mentions.first)}"
    return f"first on {long_date(mentions.first)}, last on {long_date(mentions.last)}"


def _few(groups: Sequence[Group], by: By) -> tuple[Sequence[Group], str]:
    """Return the groups and what they are; years by decade where there are many."""
    if by is not By.YEAR or len(groups) <= _GROUPS_SHOWN:
        return groups, by.value
    decades: dict[str, list[Group]] = {}
    for group in groups:
        name = group.name if group.name == UNDATED else f"{group.name[:-1]}0s"
        decades.setdefault(name, []).append(group)
    summed = [
        Group(
            name,
            sum(group.occurrences for group in years),
            sum(group.statements for group in years),
            sum(group.words for group in years),
        )
        for name, years in decades.items()
    ]
    return summed, "decade"


def _chart(groups: Sequence[Group], title: str) -> list[RenderableType]:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(title)
    table.add_column("")
    for column in ("mentions", "statements", "per 10,000 words"):
        table.add_column(column, justify="right")
    most = max(group.occurrences for group in groups)
    for group in groups[:_GROUPS_SHOWN]:
        bar = _BAR * max(round(_WIDTH * group.occurrences / most), bool(group.occurrences))
        table.add_row(
            shortened(group.name, _NAME_SHOWN),
            Text(bar, style="cyan"),
            f"{group.occurrences:,}",
            f"{group.statements:,}",
            f"{group.rate:.2f}",
        )
    more = len(groups) - _GROUPS_SHOWN
    return [table, Text(f"and {more:,} more (--json names all)", style="dim")] if more > 0 else [table]
