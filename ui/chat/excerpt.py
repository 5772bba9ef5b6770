"""Cited words among their neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from index.statement import Statement

_CONTEXT = 160  # characters on either side


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a statement, with what the same speaker said before and after them."""

    before: str
    words: str
    after: str


def excerpt(statement: Statement, start: int, end: int) -> Excerpt:
    """Return the words from `start` to `end`, with neighbours from the same turn only."""
    first, last = start, end
    for turn in statement.turns:
        if turn.start <= start and end <= turn.end:
            first, last = turn.start, turn.end
    before = _tail(statement.text[first:start])
    after = _head(statement.text[end:last])
    return Excerpt(before, statement.text[start:end], after)


def _tail(text: str) -> str:
    """Return the end of `text`, from the same paragraph."""
    paragraph = text.rpartition("\n\n")[2].lstrip()
    if len(paragraph) <= _CONTEXT:
        return paragraph
    return "… " + paragraph[-_CONTEXT:].partition(" ")[2]


def _head(text: str) -> str:
    """Return the beginning of `text`, from the same paragraph."""
    paragraph = text.partition("\n\n")[0].rstrip()
    if len(paragraph) <= _CONTEXT:
        return paragraph
    return paragraph[:_CONTEXT].rpartition(" ")[0] + " …"
