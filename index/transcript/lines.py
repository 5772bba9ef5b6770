"""The lines of a text, with their places in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `whole[start:end] == text`, without white space at the ends."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold more than white space, in order."""
    found: list[Line] = []
    offset = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = offset + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(bare), bare))
        offset += len(raw) + 1
    return found
