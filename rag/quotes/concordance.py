"""Every word that is spoken in a corpus, in memory: what an exhaustive search runs over."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.statement import Turn
from rag.quotes.corpus import Corpus
from rag.quotes.folding import BORDER
from rag.quotes.spelling import one_spelling
from rag.quotes.tokens import Flags, Offsets

Ids = NDArray[np.int32]

BETWEEN_TURNS = 0
"""The id that stands between turns, and after the last."""

MARGIN = 64
"""How many more ids stand after the last, so that a search may look past the end."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A statement without its text."""

    id: str
    title: str
    kind: str
    date: date | None
    place: str | None
    language: str


class Vocabulary(dict[str, int]):
    """The id of each word that occurs; spellings of one word share theirs. It grows when asked."""

    def __init__(self) -> None:
        super().__init__({BORDER: BETWEEN_TURNS})
        self.words: list[str] = [BORDER]

    def __missing__(self, word: str) -> int:
        spelt = one_spelling(word)
        if spelt != word:
            number = self[spelt]
        else:
            number = len(self.words)
            self.words.append(word)
        self[word] = number
        return number

    def known(self, word: str) -> int:
        """Return the id of a word; -1 where it does not occur."""
        return self.get(word, self.get(one_spelling(word), -1))


@dataclass(eq=False)
class Concordance:
    """The words of all turns one after another, `BETWEEN_TURNS` after each turn.

    `starts` and `ends` are offsets into the text of the word's statement. `glued`, `capital` and
    `dotted` are as in `Words`. `first_word[t]` is the position of the first word of turn `t`, and
    `turns[t]` the turn itself, of `origins[origin_of_turn[t]]`. `compounds` maps a word to the ways
    in which it is written with hyphens.
    """

    vocabulary: Vocabulary
    ids: Ids
    starts: Offsets
    ends: Offsets
    glued: Flags
    capital: Flags
    dotted: Flags
    first_word: NDArray[np.int64]
    turns: Sequence[Turn]
    origin_of_turn: NDArray[np.int32]
    origins: Sequence[Origin]
    compounds: dict[str, set[tuple[int, ...]]] = field(default_factory=dict)

    def turn_of(self, positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the turn that each word belongs to."""
        return np.searchsorted(self.first_word, positions, side="right") - 1

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """How often each word of the vocabulary occurs, by id."""
        return np.bincount(self.ids, minlength=len(self.vocabulary.words))

    def spoken(self, turns: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many words each of these turns has."""
        ends = np.append(self.first_word[1:], len(self.ids) - MARGIN)
        return np.asarray(ends[turns] - self.first_word[turns] - 1)


_opened: WeakKeyDictionary[Corpus, Concordance] = WeakKeyDictionary()
_lock = Lock()


def concordance(index: Corpus) -> Concordance:
    """Return the concordance of an opened index; made at the first call, kept while the index is.

    It takes about 15 bytes a word: 60 MB for the four million words of the presidential corpus.

    Raises:
        IndexDamaged: a stored text is not the one that was read.
    """
    from rag.quotes.gathering import gather

    with _lock:
        if index not in _opened:
            _opened[index] = gather(map(index.content.statement, index.catalogue.statement_ids()))
        return _opened[index]


def inverse_frequency(made: Concordance, word: int) -> float:
    """Return how telling a word is: the logarithm of how rare it is; 0 for one that does not occur."""
    return math.log(1 + len(made.ids) / max(1, int(made.counts[word]))) if word > 0 else 0.0
