"""The training questions: what a passage answers, and what it only seems to answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import QuestionFileError
from index.passage import Passage
from index.stores.content import ContentStore

SHIPPED = Path(__file__).parent / "questions.jsonl"


@dataclass(frozen=True, slots=True)
class TrainingQuestion:
    """A question put to one passage.

    `sentences` number the passage's sentences from 1 on: those that answer or, where `answered` is
    false, those that one would most easily take for an answer.
    """

    text: str
    answered: bool
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuestionedPassage:
    """A passage with its questions."""

    passage: Passage
    questions: tuple[TrainingQuestion, ...]


def load(path: Path, content: ContentStore) -> Iterator[QuestionedPassage]:
    """Yield the passages of a question file, one a line, as they stand in an index of the corpus.

    Raises:
        QuestionFileError: a passage is not in the index as it was when the questions were written.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            entry = json.loads(line)
            passage = _passage(entry, content)
            if passage is None:
                raise QuestionFileError(
                    f"{path.name}, line {number}: the index holds another text of {entry['statement']}."
                )
            questions = tuple(
                TrainingQuestion(item["question"], item["answered"], tuple(item["sentences"]))
                for item in entry["questions"]
            )
            yield QuestionedPassage(passage, questions)


def _passage(entry: dict[str, Any], content: ContentStore) -> Passage | None:
    for _, passage in content.passages_of(entry["statement"]):
        if passage.start == entry["start"]:
            digest = hashlib.sha256(passage.text.encode()).hexdigest()
            return passage if digest == entry["sha256"] else None
    return None
