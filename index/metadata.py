"""What is stated about a document beside its words: by a manifest, front matter or a page's meta tags."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from index.cleaning import single_line
from index.errors import InvalidMetadata
from index.statement import Role
from index.transcript.dates import last_date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated about a document; None where nothing is.

    A stated value beats what the parser finds in the text; but `published`, the day on which the
    words were published, is only the date where the text gives none. `kind` is a lower-case noun,
    `language` an ISO 639-1 code.
    """

    title: str | None = None
    date: datetime.date | None = None
    speaker: str | None = None
    place: str | None = None
    kind: str | None = None
    source_url: str | None = None
    language: str | None = None
    published: datetime.date | None = None

    def over(self, weaker: Metadata) -> Metadata:
        """Return these values, with those of `weaker` where nothing is stated."""
        return Metadata(
            *(
                getattr(weaker, field.name)
                if getattr(self, field.name) is None
                else getattr(self, field.name)
                for field in fields(self)
            )
        )

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any], name: str) -> Self:
        """Read the keys that docs/formats.md lists, in any case; others are left alone.

        `name` is the file's name, for the message.

        Raises:
            InvalidMetadata: a value cannot be what its key says.
        """
        folded = {str(key).strip().casefold(): value for key, value in values.items()}
        stated: dict[str, Any] = {}
        for field, (keys, read) in _FIELDS.items():
            key = next((key for key in keys if folded.get(key) not in (None, "")), None)
            if key is None:
                continue
            try:
                stated[field] = read(folded[key])
            except ValueError as error:
                raise InvalidMetadata(f"{name} states a {key} that is not understood: {error}.") from error
        return cls(**stated)


NOTHING_STATED = Metadata()


@dataclass(frozen=True, slots=True)
class StatedTurn:
    """A turn that the file itself tells apart.

    `start` and `end` are offsets into the text of the document, where `label` (how the file names the
    speaker, if it does), a colon and a space stand before it. `role` is None where the file does not
    tell it.
    """

    label: str | None
    role: Role | None
    start: int
    end: int


def _line(most: int) -> Callable[[object], str | None]:
    def read(value: object) -> str | None:
        if isinstance(value, (dict, list)):
            raise ValueError("write it as plain text")
        line = single_line(str(value))
        if len(line) > most:
            raise ValueError(f"write it in at most {most} characters")
        return line or None

    return read


def _lower(value: object) -> str | None:
    line = _line(60)(value)
    return line.lower() if line else None


def _day(value: object) -> datetime.date | None:
    line = _line(60)(value)
    day = last_date(line) if line else None
    if line and day is None:
        raise ValueError("write it as 2013-09-12")
    return day


def _code(value: object) -> str | None:
    line = _lower(value)
    if line and not re.fullmatch("[a-z]{2}(?:[-_].*)?", line):
        raise ValueError("write it as en, fr, ru")
    return line[:2] if line else None


_FIELDS: Mapping[str, tuple[tuple[str, ...], Callable[[object], Any]]] = {
    "title": (("title", "headline"), _line(500)),
    "date": (("date",), _day),
    "speaker": (("speaker", "president"), _line(200)),
    "place": (("place", "location", "venue"), _line(200)),
    "kind": (("kind", "type"), _lower),
    "source_url": (("url", "source_url", "source", "link"), _line(2000)),
    "language": (("language", "lang"), _code),
    "published": (("published",), _day),
}
"""For each field the keys that people use, the plainest first, and what reads their values."""
