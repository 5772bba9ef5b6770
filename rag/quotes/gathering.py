"""Gathering the words of all statements into a concordance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.statement import Statement, Turn
from rag.quotes.concordance import BETWEEN_TURNS, MARGIN, Concordance, Origin, Vocabulary
from rag.quotes.folding import BORDER
from rag.quotes.spelling import HYPHEN_TELLS_APART, WRITTEN_APART, one_spelling
from rag.quotes.tokens import Words, words_of

_BATCH = 300_000  # characters; arrays of this size stay near the processor
_LONGEST_COMPOUND = 8  # words joined by hyphens


@dataclass(frozen=True, slots=True)
class _Batch:
    """The words of several turns, `BORDER` after each; offsets are those of the turns' statements."""

    words: Words
    ids: NDArray[np.int32]


def gather(statements: Iterable[Statement]) -> Concordance:
    """Return the concordance of these statements."""
    vocabulary = Vocabulary()
    origins: list[Origin] = []
    turns: list[Turn] = []
    origin_of_turn: list[int] = []

    def spoken() -> Iterator[tuple[str, int]]:
        for statement in statements:
            for turn in statement.turns:
                turns.append(turn)
                origin_of_turn.append(len(origins))
                yield statement.text[turn.start : turn.end].replace(BORDER, " "), turn.start
            origins.append(_origin(statement))

    batches = [_read(batch, vocabulary) for batch in _batches(spoken())]
    ids = np.concatenate([*(batch.ids for batch in batches), np.zeros(MARGIN, np.int32)])
    borders = np.flatnonzero(ids[:-MARGIN] == BETWEEN_TURNS)
    made = Concordance(
        vocabulary=vocabulary,
        ids=ids,
        starts=np.concatenate([*(batch.words.starts for batch in batches), np.zeros(MARGIN, np.int32)]),
        ends=np.concatenate([*(batch.words.ends for batch in batches), np.zeros(MARGIN, np.int32)]),
        glued=np.concatenate([*(batch.words.glued for batch in batches), np.zeros(MARGIN, np.bool_)]),
        capital=np.concatenate([*(batch.words.capital for batch in batches), np.zeros(MARGIN, np.bool_)]),
        dotted=np.concatenate([*(batch.words.dotted for batch in batches), np.zeros(MARGIN, np.bool_)]),
        first_word=np.concatenate([np.zeros(1, np.int64), borders + 1])[: len(turns)],
        turns=turns,
        origin_of_turn=np.array(origin_of_turn, dtype=np.int32),
        origins=origins,
    )
    made.compounds.update(_compounds(made))
    return made


def _origin(made: Statement) -> Origin:
    return Origin(made.id, made.title, made.kind, made.date, made.place, made.language)


def _batches(spoken: Iterable[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    batch: list[tuple[str, int]] = []
    size = 0
    for text, start in spoken:
        batch.append((text, start))
        size += len(text)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(batch: Sequence[tuple[str, int]], vocabulary: Vocabulary) -> _Batch:
    words = words_of("".join(f"{turn}{BORDER}" for turn, _ in batch))
    ids = np.fromiter(map(vocabulary.__getitem__, words.keys), dtype=np.int32, count=len(words))
    border = ids == BETWEEN_TURNS
    lengths = np.array([len(turn) + 1 for turn, _ in batch])
    shift = np.array([start for _, start in batch]) - (np.cumsum(lengths) - lengths)
    moved = shift[np.cumsum(border) - border]
    glued = words.glued & ~np.append(border[1:], True)
    placed = Words(
        keys=[],
        starts=(words.starts + moved).astype(np.int32),
        ends=(words.ends + moved).astype(np.int32),
        glued=glued,
        capital=words.capital,
        dotted=words.dotted,
    )
    return _Batch(placed, ids)


def _compounds(made: Concordance) -> dict[str, set[tuple[int, ...]]]:
    """Return the ways in which words are written with hyphens, by how they are written without."""
    found: defaultdict[str, set[tuple[int, ...]]] = defaultdict(set)
    at = np.flatnonzero(made.glued)
    runs = np.split(at, np.flatnonzero(np.diff(at) > 1) + 1)
    for ids in {tuple(made.ids[run[0] : run[-1] + 2].tolist()) for run in runs if len(run)}:
        for begin in range(len(ids)):
            for end in range(begin + 2, min(len(ids), begin + _LONGEST_COMPOUND) + 1):
                joined = "".join(made.vocabulary.words[word] for word in ids[begin:end])
                if joined not in HYPHEN_TELLS_APART:
                    found[one_spelling(joined)].add(ids[begin:end])
    for joined, apart in WRITTEN_APART.items():
        ids = tuple(map(made.vocabulary.known, apart))
        if min(ids) > BETWEEN_TURNS:
            found[joined].add(ids)
    return found
