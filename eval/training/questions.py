"""The training questions: what a passage answers, and what it only seems to answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from index.errors import QuestionFileError, UnknownStatement
from index.passage import Passage
from index.sentences import Span, sentences
from index.statement import Role
from index.stores.content import ContentStore
from rag.followup import context
from rag.question import leading

SHIPPED = Path(__file__).parent / "questions.jsonl"
"""Questions on passages of the presidential corpus."""

INVENTED = Path(__file__).parent / "invented.jsonl"
"""Passages as ministers and heads of organisations speak, made up for this, with their questions."""

_LONGEST = 2000  # characters of an earlier question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was typed; `before` are the questions that it leans on, if any."""

    text: str
    before: str = ""

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Asked:
        """Return the question of an entry of a file, after its `history`, if it has one."""
        return cls(entry["question"], context(entry.get("history", []), _LONGEST))

    @property
    def searched(self) -> str:
        """What is searched, as `rag.question` puts it together."""
        return f"{self.before} {self.text}" if self.before else self.text

    @property
    def read(self) -> str:
        """What sentences are read for."""
        return leading(self.text, self.before) if self.before else self.text


@dataclass(frozen=True, slots=True)
class TrainingQuestion:
    """A question put to one passage.

    `sentences` number the passage's sentences from 1 on: those that answer or, where `answered` is
    false, those that one would most easily take for an answer.
    """

    asked: Asked
    answered: bool
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuestionedPassage:
    """A passage with its questions.

    `spans` are its sentences, as offsets into `passage.text`. `stretches` are the passages of the index
    that lie in it, each mostly; it need not be one of them.
    """

    passage: Passage
    spans: tuple[Span, ...]
    stretches: tuple[Passage, ...]
    questions: tuple[TrainingQuestion, ...]

    def quotes(self) -> list[str]:
        """Return the sentences as they stand."""
        return [self.passage.text[start:end] for start, end in self.spans]


def load(path: Path, content: ContentStore) -> Iterator[QuestionedPassage]:
    """Yield the passages of a question file, one a line, as they stand in an index of the corpus.

    Raises:
        QuestionFileError: a passage is not in the index as it was when the questions were written.
    """
    for where, entry in entries(path):
        text = _as_written(entry, content, where)
        passage, stretches = _passage(entry, text, content)
        yield QuestionedPassage(passage, tuple(sentences(passage.text)), stretches, _questions(entry))


def load_invented(path: Path) -> Iterator[QuestionedPassage]:
    """Yield the passages of a file that holds their sentences as well, one passage a line."""
    for number, (_, entry) in enumerate(entries(path), start=1):
        spans, text = _joined(entry["sentences"])
        passage = Passage(
            id=f"invented-{number}:0000",
            statement_id=f"invented-{number}",
            ordinal=0,
            start=0,
            end=len(text),
            n_tokens=0,
            text=text,
            speaker=entry["speaker"],
            role=Role.PRINCIPAL,
            question=entry["question"],
            title=entry["title"],
            kind="statement",
            date=date.fromisoformat(entry["date"]),
            place=None,
        )
        yield QuestionedPassage(passage, spans, (passage,), _questions(entry))


def entries(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entries of a file in JSON Lines, each after where it stands ("questions.jsonl, line 3")."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield f"{path.name}, line {number}", json.loads(line)


def _questions(entry: Mapping[str, Any]) -> tuple[TrainingQuestion, ...]:
    return tuple(
        TrainingQuestion(Asked.of(item), item["answered"], tuple(item["sentences"]))
        for item in entry["questions"]
    )


def _as_written(place: Mapping[str, Any], content: ContentStore, where: str) -> str:
    """Return the words at `place`, which names a statement, `start`, `end` and the digest of the words.

    Raises:
        QuestionFileError: the index does not hold them; the message begins with `where`.
    """
    try:
        text = content.statement(place["statement"]).text[place["start"] : place["end"]]
    except UnknownStatement:
        text = ""
    if hashlib.sha256(text.encode()).hexdigest() != place["sha256"]:
        raise QuestionFileError(f"{where}: the index holds another text of {place['statement']}.")
    return text


def _passage(
    entry: Mapping[str, Any], text: str, content: ContentStore
) -> tuple[Passage, tuple[Passage, ...]]:
    """Return `text` as a passage, and the passages of the index that lie in it."""
    start, end = entry["start"], entry["end"]
    found = [passage for _, passage in content.passages_of(entry["statement"])]
    inside = tuple(
        passage
        for passage in found
        if 2 * (min(end, passage.end) - max(start, passage.start)) > passage.end - passage.start
    )
    return replace(inside[0] if inside else found[0], start=start, end=end, text=text), inside


def _joined(quotes: Sequence[str]) -> tuple[tuple[Span, ...], str]:
    spans, position = [], 0
    for quote in quotes:
        spans.append((position, position + len(quote)))
        position += len(quote) + 1
    return tuple(spans), " ".join(quotes)
