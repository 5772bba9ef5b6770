"""What was said over time, for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from index.dates import long_date
from rag.answer import CorpusSpan
from rag.mentions.timeline import Entry, Silence, Timeline
from rag.wording import searched
from ui.printable import one_line
from ui.rendering.byline import who
from ui.rendering.layout import Indented, counted, shortened

_EXCERPT_SHOWN = 480  # characters
_TITLE_SHOWN = 100
_MARGIN = "  "


def render_timeline(timeline: Timeline, corpus: CorpusSpan) -> list[RenderableType]:
    """Return the parts of what `onrecord timeline` prints."""
    head = Text(f"“{one_line(timeline.wanted)}”", style="bold")
    if not timeline.occurrences:
        return [head, Text(f"Not mentioned in this corpus: {searched(corpus)}.")]
    totals = f"{counted(timeline.occurrences, 'mention')} on {counted(len(timeline.entries), 'day')}"
    of_all = counted(timeline.searched, "statement")
    parts: list[RenderableType] = [head, Text(f"{totals}, of {of_all} searched")]
    items = [(entry.date, Group(*_entry(entry))) for entry in timeline.entries]
    items += [(silence.first, Group(_silence(silence))) for silence in timeline.silences]
    parts += [shown for _, shown in sorted(items, key=lambda item: item[0])]
    if timeline.undated:
        undated = f"{counted(timeline.undated, 'mention')} in statements without a date"
        parts.append(Text(undated, style="dim"))
    return parts


def _entry(entry: Entry) -> Iterator[RenderableType]:
    place = entry.excerpt
    where = f", {one_line(place.place)}" if place.place else ""
    often = f" ({entry.occurrences:,} mentions)" if entry.occurrences > 1 else ""
    yield Text(f"{long_date(entry.date)}{where}{often}", style="bold")
    excerpt = _around(place.text, entry.start - place.start, entry.end - place.start)
    yield Indented(Text(f"“{excerpt}”"), _MARGIN)
    cited = f"{who(place.voice.speaker, place.voice.role)} — {shortened(place.title, _TITLE_SHOWN)}"
    yield Indented(Text(f"{cited}; {place.passage_id}", style="dim"), _MARGIN)


def _silence(silence: Silence) -> RenderableType:
    when = long_date(silence.first)
    if silence.last != silence.first:
        when += f" to {long_date(silence.last)}"
    return Text(f"Silent: {counted(silence.statements, 'statement')}, {when}", style="dim italic")


def _around(text: str, start: int, end: int) -> str:
    """Return a sentence on one line; of a long one, what stands around the words from start to end."""
    if len(text) <= _EXCERPT_SHOWN:
        return one_line(text)
    room = max(0, _EXCERPT_SHOWN - (end - start)) // 2
    first = text.find(" ", max(0, start - room), start) + 1 if start > room else 0
    last = text.rfind(" ", end, end + room) if end + room < len(text) else len(text)
    last = last if last > 0 else end
    return ("… " if first else "") + one_line(text[first:last]) + (" …" if last < len(text) else "")
