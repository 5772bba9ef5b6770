"""Which passages of a corpus answer the training questions."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.training.judged import Judged
from eval.training.material import Material
from eval.training.questions import Asked, QuestionedPassage
from index.chunker import embedding_text
from index.embedders import Embedder
from index.opened import Index
from index.passage import Passage

_HELD_OUT = 12  # the questions on every twelfth statement are kept back, to see how the training goes
_OFTEN = 3  # times that questions are put which judged sentences alone answer: most use other words


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the numbers of the passages that answer it, and of those `beside` them.

    The latter overlap one that answers or adjoin it, so that nobody knows whether they answer too. It is
    put so many `times` in an epoch, or never, where it is `held_out` to see how the training goes.
    """

    text: str
    answering: tuple[int, ...]
    beside: tuple[int, ...]
    times: int
    held_out: bool


@dataclass(frozen=True, slots=True)
class _Place:
    statement_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Corpus:
    """Passages with their vectors, a unit vector a row, shape (passages, dim)."""

    passages: Sequence[Passage]
    vectors: NDArray[np.float32]


def read(
    index: Index, invented: Sequence[QuestionedPassage], embedder: Embedder, excluded: frozenset[str]
) -> Corpus:
    """Return the passages of `index` but for those of statements in `excluded`, and the invented ones."""
    rows = index.content.rows()
    passages = index.content.passages([int(row) for row in rows])
    kept = [number for number, passage in enumerate(passages) if passage.statement_id not in excluded]
    made = [item.passage for item in invented]
    vectors = [index.vectors.vectors(rows[kept]), embedder.embed_documents([*map(embedding_text, made)])]
    return Corpus([*(passages[number] for number in kept), *made], np.concatenate(vectors))


def queries(passages: Sequence[Passage], material: Material, seed: int = 3) -> list[Query]:
    """Return the questions that some of `passages` answer; those that lean on earlier ones are left out."""
    of_passages, of_judged = _grouped(_places(material.passages)), _grouped(_judged_places(material.judged))
    numbers: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        numbers.setdefault(passage.statement_id, []).append(number)
    statements = sorted(numbers)
    held_out = set(random.Random(seed).sample(statements, len(statements) // _HELD_OUT))  # noqa: S311
    found = []
    for text in dict.fromkeys([*of_passages, *of_judged]):
        places = [
            place
            for place in (*of_passages.get(text, ()), *of_judged.get(text, ()))
            if place.statement_id in numbers
        ]
        answering = {n for place in places for n in _holding(place, passages, numbers)}
        if answering:
            beside = {n for place in places for n in _near(place, passages, numbers)} - answering
            kept = any(place.statement_id in held_out for place in places)
            times = 1 if text in of_passages else _OFTEN
            found.append(Query(text, tuple(sorted(answering)), tuple(sorted(beside)), times, kept))
    return found


def _grouped(places: Iterable[tuple[str, list[_Place]]]) -> dict[str, list[_Place]]:
    grouped: dict[str, list[_Place]] = {}
    for text, found in places:
        grouped.setdefault(text, []).extend(found)
    return grouped


def _places(items: Sequence[QuestionedPassage]) -> Iterator[tuple[str, list[_Place]]]:
    """Yield the questions that passages answer, each with where the sentences stand that do."""
    for item in items:
        at = item.passage.start
        for question in item.questions:
            if question.answered and not question.asked.before:
                spans = [item.spans[sentence - 1] for sentence in question.sentences]
                places = [_Place(item.passage.statement_id, at + start, at + end) for start, end in spans]
                yield question.asked.text, places


def _judged_places(judged: Mapping[Asked, Sequence[Judged]]) -> Iterator[tuple[str, list[_Place]]]:
    for asked, items in judged.items():
        answers = [item for item in items if item.answers and item.quote in item.passage.text]
        if answers and not asked.before:
            yield asked.text, [_place(item) for item in answers]


def _place(item: Judged) -> _Place:
    start = item.passage.start + item.passage.text.index(item.quote)
    return _Place(item.passage.statement_id, start, start + len(item.quote))


def _holding(place: _Place, passages: Sequence[Passage], numbers: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the passages that hold at least half of the words at `place`."""
    return [
        number
        for number in numbers[place.statement_id]
        if 2 * _shared(place, passages[number]) >= place.end - place.start
    ]


def _near(place: _Place, passages: Sequence[Passage], numbers: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the passages that hold some of the words at `place`, with the ones before and after them."""
    ordinals = [passages[n].ordinal for n in numbers[place.statement_id] if _shared(place, passages[n]) > 0]
    return [
        number
        for number in numbers[place.statement_id]
        if any(abs(passages[number].ordinal - ordinal) <= 1 for ordinal in ordinals)
    ]


def _shared(place: _Place, passage: Passage) -> int:
    return min(place.end, passage.end) - max(place.start, passage.start)
