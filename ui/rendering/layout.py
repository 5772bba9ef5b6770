"""The few forms that every output is made of."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from ui.printable import one_line


class Indented:
    """A renderable behind a prefix: `first` before its first line, `rest` before the others."""

    def __init__(self, content: RenderableType, first: str = "", rest: str | None = None) -> None:
        self._content = content
        self._first = first
        self._rest = first if rest is None else rest

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update_width(max(1, options.max_width - max(len(self._first), len(self._rest))))
        prefix = self._first
        for line in console.render_lines(self._content, inner, pad=False):
            text = _without_end(line)
            yield Segment(prefix if text else prefix.rstrip())
            yield from text
            yield Segment.line()
            prefix = self._rest


def _without_end(line: list[Segment]) -> list[Segment]:
    """Return a line without the spaces that wrapping leaves at its end."""
    while line and not line[-1].text.rstrip():
        line = line[:-1]
    return [*line[:-1], Segment(line[-1].text.rstrip(), line[-1].style)] if line else []


def heading(words: str) -> Text:
    """Return the title of a part."""
    return Text(words, style="bold")


def block(title: str, *lines: RenderableType) -> Group:
    """Return a titled part, its lines indented."""
    return Group(heading(title), *(Indented(line, "  ") for line in lines))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 statement, 1,010 statements."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tally(counts: Mapping[str, int]) -> Text:
    """Return one line for each count, the numbers aligned."""
    width = max((len(f"{count:,}") for count in counts.values()), default=0)
    return Text("\n".join(f"{count:>{width},}  {one_line(name)}" for name, count in counts.items()))


def shortened(text: str, characters: int) -> str:
    """Return `text` on one line, cut at a word border where it is longer than `characters`."""
    line = one_line(text)
    if len(line) <= characters:
        return line
    return line[: characters + 1].rsplit(" ", 1)[0][:characters].rstrip(" ,;:") + " …"
