"""Sentence borders, as offsets.

The borders come from sentencex (Wikimedia): docs/architecture.md tells what was compared and why.
Paragraphs are cut first, because no sentence of a statement runs over a blank line or a hard
line break (two spaces at the end of a line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""Character offsets, `start` included and `end` excluded."""

# The look-behind lets a run of spaces be tried once, not once a space: linear on any input.
_PARAGRAPH_BREAK = re.compile(r"(?<![ \t])(?:[ \t]*\n[ \t]*|[ \t]{2,})\n\s*")


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the non-blank paragraphs of `text[start:end]`, without white space at either end."""
    stop = len(text) if end is None else end
    begin = start
    for match in _PARAGRAPH_BREAK.finditer(text, start, stop):
        yield from _trimmed(text, begin, match.start())
        begin = match.end()
    yield from _trimmed(text, begin, stop)


def sentences(text: str, start: int = 0, end: int | None = None, language: str = "en") -> Iterator[Span]:
    """Yield the sentences of `text[start:end]` in order, without white space at either end.

    The spans do not overlap, and between them they cover every character but white space.
    `language` is an ISO 639-1 code; sentencex falls back to general rules where it has none.
    """
    from sentencex import get_sentence_boundaries

    for begin, stop in _windows(text, start, end):
        for border in get_sentence_boundaries(language, text[begin:stop]):
            yield from _trimmed(text, begin + border["start_index"], begin + border["end_index"])


_WINDOW = 20_000  # characters; longer paragraphs are no prose, and sentencex is quadratic in their quotes


def _windows(text: str, start: int, end: int | None) -> Iterator[Span]:
    """Yield the paragraphs, the overlong ones in parts that end at a space where there is one."""
    for begin, stop in paragraphs(text, start, end):
        while stop - begin > _WINDOW:
            space = text.rfind(" ", begin + 1, begin + _WINDOW)
            cut = space if space > begin else begin + _WINDOW
            yield begin, cut
            begin = cut
        yield begin, stop


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
