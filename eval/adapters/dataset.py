"""A public data set in this project's words, whatever format it was published in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Document:
    """A document or paragraph; it becomes one statement."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Words that stand in a document at the character `start` of its text."""

    document_id: str
    start: int
    quote: str


@dataclass(frozen=True, slots=True)
class DatasetQuestion:
    """A question. `gold` are the places of verbatim answers; `relevance` grades documents (1 or more)."""

    id: str
    question: str
    answerable: bool
    history: tuple[str, ...] = ()
    gold: tuple[Place, ...] = ()
    relevance: Mapping[str, int] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """Documents, and questions about them; `excluded` counts questions left out, by reason."""

    title: str
    documents: tuple[Document, ...]
    questions: tuple[DatasetQuestion, ...]
    excluded: Mapping[str, int] = field(default_factory=dict)


def read_json(path: Path) -> Any:
    """Return the content of a JSON file.

    Raises:
        DatasetError: it cannot be read, or is not JSON.
    """
    try:
        return json.loads(_text(path))
    except ValueError as error:
        raise DatasetError(f"{path} is not JSON ({error}): check that it is the published file.") from error


def read_json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a JSON Lines file, each with the number of its line.

    Raises:
        DatasetError: it cannot be read, or a line is not a JSON object.
    """
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise DatasetError(f"{path}, line {number}: not JSON ({error}); check the file.") from error
            if not isinstance(row, dict):
                raise DatasetError(f"{path}, line {number}: not a JSON object; check the file.")
            yield number, row


def malformed(path: Path, where: str, error: Exception) -> DatasetError:
    """Return the error for a file that has another form than the published one."""
    what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return DatasetError(f"{path}, {where}: {what}; docs/evaluation.md describes the format.")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path} cannot be read as UTF-8 text ({error}): check the path.") from error
