"""A whole statement: its turns told apart, and the words that were cited marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from index.statement import Role, Statement, Turn
from ui.chat.templates import address, render


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text that begins at the offset `start`, marked or not."""

    start: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A turn, or (without one) the text between turns: titles, labels, stage directions."""

    turn: Turn | None
    parts: tuple[Part, ...]


def reader_html(statement: Statement, start: int | None, end: int | None, conversation: str | None) -> str:
    """Return a statement, the characters from `start` to `end` marked where there are such."""
    marked = _checked(statement, start, end)
    voices: dict[tuple[str | None, Role], int] = {}
    for turn in statement.turns:
        voices[turn.speaker, turn.role] = voices.get((turn.speaker, turn.role), 0) + 1
    return render(
        "reader",
        statement=statement,
        stretches=list(_stretches(statement, marked)),
        voices=voices,
        marked=marked,
        source_url=_web_address(statement.source_url),
        share=address(
            s=statement.id, **{"from": marked[0] if marked else None, "to": marked[1] if marked else None}
        ),
        closed=address(c=conversation),
    )


def missing_html(conversation: str | None) -> str:
    """Return what stands in place of a statement that is no longer there."""
    return render("missing", closed=address(c=conversation))


def _checked(statement: Statement, start: int | None, end: int | None) -> tuple[int, int] | None:
    if start is None or end is None or not 0 <= start < end <= len(statement.text):
        return None
    return start, end


def _stretches(statement: Statement, marked: tuple[int, int] | None) -> Iterator[Stretch]:
    at = 0
    for turn in statement.turns:
        if not _is_label(statement.text[at : turn.start], turn) or _overlaps(marked, at, turn.start):
            yield Stretch(None, tuple(_parts(statement.text, at, turn.start, marked)))
        yield Stretch(turn, tuple(_parts(statement.text, turn.start, turn.end, marked)))
        at = turn.end
    if statement.text[at:].strip():
        yield Stretch(None, tuple(_parts(statement.text, at, len(statement.text), marked)))


def _is_label(text: str, turn: Turn) -> bool:
    """Tell whether the text before a turn says no more than its heading: "Lavrov:", "Question:", nothing."""
    known = {*_words(turn.speaker or ""), *_words(turn.role.value), "question", "answer", "q", "a"}
    return _words(text) <= known


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _overlaps(marked: tuple[int, int] | None, start: int, end: int) -> bool:
    return marked is not None and marked[0] < end and start < marked[1]


def _parts(text: str, start: int, end: int, marked: tuple[int, int] | None) -> Iterator[Part]:
    """Yield text[start:end] cut where the marked words begin and end."""
    first, last = marked or (start, start)
    first, last = min(max(first, start), end), min(max(last, start), end)
    for a, b, is_marked in ((start, first, False), (first, last, True), (last, end, False)):
        if a < b:
            yield Part(a, text[a:b], is_marked)


def _web_address(url: str | None) -> str | None:
    """Return an address given in a text if a browser may follow it."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
