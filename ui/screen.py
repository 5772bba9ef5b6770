"""Where results and notes are written: results on standard output, all else on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from ui.printable import escaped, printable
from ui.rendering.layout import Indented

_NARROWEST, _MEASURE = 20, 100  # columns; in fewer nothing can be read, and longer lines tire the eye
_UNWRAPPED = 1_000_000


class Screen(Console):
    """A rich console that prints text as text: no markup, no emoji codes, no control characters."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)
        if self.is_terminal or os.environ.get("COLUMNS"):
            self.width = max(_NARROWEST, min(self.width, _MEASURE))
        else:
            self.width = _UNWRAPPED  # so that a quotation can be found with grep

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render, and keep what could steer the terminal out of all text."""
        for segment in super().render(renderable, options):
            text, style, control = segment
            yield segment if control else Segment(printable(text), style)


def print_result(*renderables: RenderableType) -> None:
    """Print the result of a command for people, a blank line between its parts."""
    screen = Screen()
    for number, renderable in enumerate(renderables):
        if number:
            screen.print()
        screen.print(Indented(renderable))


def print_json(document: dict[str, Any], *, lines: bool = False) -> None:
    """Print the result of a command as one JSON document, with `lines` on one line.

    It is plain text wherever the terminal can write it, and the same document in ASCII elsewhere.
    """
    indent = None if lines else 2
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = json.dumps(document, ensure_ascii=True, indent=indent)
    sys.stdout.write(escaped(text) + "\n")
    sys.stdout.flush()
