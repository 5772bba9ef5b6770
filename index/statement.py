"""What the corpus is made of: statements, and the turns of the people who speak in them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a speaker does in a statement. Only a principal's words answer a question of substance."""

    PRINCIPAL = "principal"
    QUESTIONER = "questioner"
    MODERATOR = "moderator"
    AUDIENCE = "audience"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a statement that one speaker says.

    `start` and `end` are character offsets into `Statement.text`, without the speaker's label.
    `speaker` is the resolved name ("Sergey Lavrov" where the label says "Lavrov"), or None where
    the text does not tell who speaks.
    """

    speaker: str | None
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One document of the corpus.

    `text` is the normalised text (NFC, line feeds) without page chrome; every offset in the
    product counts characters of this string. `turns` are in reading order, do not overlap, and are
    never empty or white space alone. `sha256` is the hexadecimal digest of `text` in UTF-8.
    `kind` is a lower-case noun such as "speech" or "press conference". `source` is the path that
    the statement was read from; `source_url` is the address given in the text, if any. `pages` holds
    the offset at which each page of the file begins, ascending; it is empty for a file without pages.
    """

    id: str
    title: str
    kind: str
    date: date | None
    place: str | None
    source: str
    source_url: str | None
    language: str
    text: str
    turns: tuple[Turn, ...]
    sha256: str
    pages: tuple[int, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Return the page, counted from 1, that holds the character at `offset`; None without pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None
