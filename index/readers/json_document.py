"""JSON: a transcript of turns, or a text with its metadata."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from index.cleaning import clean, cleaned, has_words, single_line
from index.errors import DamagedFile, EmptyFile, InvalidMetadata
from index.metadata import Metadata, StatedTurn
from index.readers.document import Document
from index.readers.text import characters
from index.settings import ReaderSettings
from index.statement import Role


class _Turn(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    speaker: str | None = Field(None, validation_alias=AliasChoices("speaker", "name", "speaker_name"))
    role: Role | None = None
    text: str = Field(validation_alias=AliasChoices("text", "content"))


class _Transcript(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str | None = None
    turns: tuple[_Turn, ...] = ()


_TURNS = ("turns", "segments", "utterances", "transcript")
_CONTENT = ("text", *_TURNS)


class JsonReader:
    """Reads a list of turns, or an object with `turns` or `text`, and metadata beside them.

    Lists that other tools call `segments`, `utterances` or `transcript` are turns too; a text beside
    turns tells nothing of who speaks, and is left aside.
    """

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:  # noqa: ARG002
        """Return the turns under each other, each after its speaker, or the text; see `Reader.read`."""
        values = _plain(_object(data, name))
        try:
            content = _Transcript.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise InvalidMetadata(f"{name} has a wrong value at {place}: {first['msg'].lower()}.") from error
        stated = {key: value for key, value in values.items() if key not in _Transcript.model_fields}
        metadata = Metadata.from_mapping(stated, name)
        if content.turns:
            return _transcript(content.turns, metadata, name)
        if content.text is None:
            raise EmptyFile(f"{name} has neither turns nor text: name them so, as docs/formats.md shows.")
        return Document(cleaned(content.text, name), metadata)


def _object(data: bytes, name: str) -> dict[str, Any]:
    text = characters(data, name)
    if not text.strip("\ufeff \t\r\n"):
        raise EmptyFile(f"{name} holds no words: remove it from the sources, or save it anew.")
    try:
        values = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise DamagedFile(f"{name} is no JSON document ({error}): mend it.") from error
    if isinstance(values, list):
        return {"turns": values}
    if not isinstance(values, dict):
        raise DamagedFile(f"{name} holds neither a list of turns nor an object: see docs/formats.md.")
    return values


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` with turns under their own name, and what lies in `metadata` beside them."""
    inner = values.get("metadata")
    if isinstance(inner, dict):
        values = {key: value for key, value in values.items() if key != "metadata"}
        values = {**{key: value for key, value in inner.items() if key not in _CONTENT}, **values}
    key = next((key for key in _TURNS if isinstance(values.get(key), list)), None)
    return values if key is None else {**values, "turns": values[key]}


def _transcript(turns: Sequence[_Turn], metadata: Metadata, name: str) -> Document:
    parts: list[str] = []
    placed: list[StatedTurn] = []
    offset = 0
    for turn in turns:
        words = clean(turn.text).strip()
        if not has_words(words):
            continue
        label = single_line(turn.speaker or "") or None
        lead = f"{label}: " if label else ""
        start = offset + len(lead)
        placed.append(StatedTurn(label, turn.role, start, start + len(words)))
        parts.append(f"{lead}{words}")
        offset = start + len(words) + 2
    if not placed:
        raise EmptyFile(f"{name} holds no words: remove it from the sources, or save it anew.")
    return Document("\n\n".join(parts), metadata, turns=tuple(placed))
