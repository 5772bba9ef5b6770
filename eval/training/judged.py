"""Sentences that the pipeline put first for training questions, each judged: does it answer?

They are what the decision to refuse meets: the most tempting sentences of the whole corpus. They were
found before the network was trained on them, and judged by reading question and sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.training.questions import Asked, QuestionedPassage, entries
from index.errors import QuestionFileError, UnknownStatement
from index.passage import Passage
from index.stores.content import ContentStore

SHIPPED = Path(__file__).parent / "judged.jsonl"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of a passage, and whether it answers the question that it was found for."""

    passage: Passage
    quote: str
    answers: bool


def load(
    path: Path, content: ContentStore, invented: Sequence[QuestionedPassage]
) -> dict[Asked, list[Judged]]:
    """Return the judged sentences by question, best first, as they stand in an index of the corpus.

    A sentence stands either in a statement of the index, from `start` to `end`, or in one of the
    `invented` passages; both passage and sentence are numbered from 1.

    Raises:
        QuestionFileError: the sentences of a question are not those that were judged.
    """
    found: dict[Asked, list[Judged]] = {}
    for where, entry in entries(path):
        try:
            items = [_judged(place, content, invented) for place in entry["sentences"]]
        except UnknownStatement:
            items = []
        if digest([item.quote for item in items]) != entry["sha256"]:
            raise QuestionFileError(f"{where}: the index holds other sentences than those that were judged.")
        found.setdefault(Asked.of(entry), []).extend(items)
    return found


def digest(quotes: Sequence[str]) -> str:
    """Return the SHA-256 of the judged sentences of a question, in hex."""
    return hashlib.sha256("\n".join(quotes).encode()).hexdigest()


def _judged(place: Mapping[str, Any], content: ContentStore, invented: Sequence[QuestionedPassage]) -> Judged:
    if "invented" in place:
        item = invented[place["invented"] - 1]
        return Judged(item.passage, item.quotes()[place["sentence"] - 1], place["answers"])
    start, end = place["start"], place["end"]
    quote = content.statement(place["statement"]).text[start:end]
    passages = [passage for _, passage in content.passages_of(place["statement"])]
    holding = next((passage for passage in passages if passage.start <= start < passage.end), passages[0])
    return Judged(holding, quote, place["answers"])
