"""What parsing gives: a file's text without page chrome, its metadata, and who says what in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.statement import Turn


@dataclass(frozen=True, slots=True)
class Transcript:
    """A parsed document.

    The offsets of `turns` count characters of `text`. Turns are in reading order, do not overlap,
    leave out the speaker's label, and neither start nor end with white space. What stands in no
    turn (the title, headings, an editor's notes) is said by nobody. `kind` is a lower-case noun;
    `language` is an ISO 639-1 code, "en" where the text is too short to tell. `pages` holds the
    offset at which each page begins.
    """

    title: str
    kind: str
    date: date | None
    place: str | None
    source_url: str | None
    language: str
    text: str
    turns: tuple[Turn, ...]
    pages: tuple[int, ...] = ()
