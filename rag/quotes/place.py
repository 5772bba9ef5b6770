"""Where words stand in the corpus, and who says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from index.sentences import sentences
from index.statement import Role
from rag.quotes.concordance import BETWEEN_TURNS, Concordance, Origin
from rag.quotes.corpus import Corpus

_AT_HAND = 64  # statements


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says words of a turn; `speaker` is None where the text does not tell."""

    speaker: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a statement: `text` is that of the statement from `start` to `end`.

    `voices` are those of the turns that the words are in, first to last; nearly always there is one.
    `passage_id` is the passage in which the words stand, or at least begin.
    """

    statement_id: str
    passage_id: str
    title: str
    kind: str
    date: date | None
    place: str | None
    voices: tuple[Voice, ...]
    start: int
    end: int
    text: str

    @property
    def voice(self) -> Voice:
        """Who says it, or begins to."""
        return self.voices[0]


class Places:
    """Looks up the text around positions of words; every text read is checked against its digest."""

    def __init__(self, index: Corpus, corpus: Concordance) -> None:
        self._corpus = corpus
        self._statement = lru_cache(_AT_HAND)(index.content.statement)
        self._passages = lru_cache(_AT_HAND)(index.content.passages_of)

    def origin(self, word: int) -> Origin:
        """Return the statement that a word stands in."""
        return self._corpus.origins[int(self._corpus.origin_of_turn[self._turn(word)])]

    def whole(self, word: int) -> str:
        """Return the whole text of the statement that a word stands in."""
        return self._statement(self.origin(word).id).text

    def text(self, first: int, last: int) -> str:
        """Return the text of the words from `first` up to `last`, all of one statement."""
        if last <= first:
            return ""
        return self.whole(first)[self._corpus.starts[first] : self._corpus.ends[last - 1]]

    def place(self, first: int, last: int) -> Place:
        """Return the place of the words from `first` up to `last`, all of one statement."""
        return self._span(
            self.origin(first),
            int(self._corpus.starts[first]),
            int(self._corpus.ends[last - 1]),
            self._voices(first, last),
        )

    def sentence(self, first: int, last: int) -> Place:
        """Return the whole sentences that the words from `first` up to `last` of one turn are in."""
        origin, turn = self.origin(first), self._corpus.turns[self._turn(first)]
        start, end = int(self._corpus.starts[first]), int(self._corpus.ends[last - 1])
        text = self.whole(first)
        touched = [
            span
            for span in sentences(text, turn.start, turn.end, origin.language)
            if span[0] < end and span[1] > start
        ]
        begin = min([start, *(span[0] for span in touched)])
        stop = max([end, *(span[1] for span in touched)])
        return self._span(origin, begin, stop, (Voice(turn.speaker, turn.role),))

    def _span(self, origin: Origin, start: int, end: int, voices: tuple[Voice, ...]) -> Place:
        """Return the place of a stretch of text."""
        return Place(
            statement_id=origin.id,
            passage_id=self._passage(origin.id, start, end),
            title=origin.title,
            kind=origin.kind,
            date=origin.date,
            place=origin.place,
            voices=voices,
            start=start,
            end=end,
            text=self._statement(origin.id).text[start:end],
        )

    def _turn(self, word: int) -> int:
        return int(self._corpus.turn_of(np.array([word]))[0])

    def _voices(self, first: int, last: int) -> tuple[Voice, ...]:
        spoken = [at for at in range(first, last) if self._corpus.ids[at] != BETWEEN_TURNS]
        numbers = dict.fromkeys(self._corpus.turn_of(np.array(spoken)).tolist())
        turns = [self._corpus.turns[number] for number in numbers]
        return tuple(Voice(turn.speaker, turn.role) for turn in turns)

    def _passage(self, statement_id: str, start: int, end: int) -> str:
        passages = [passage for _, passage in self._passages(statement_id)]
        holding = [passage for passage in passages if passage.start <= start < passage.end]
        whole = [passage for passage in holding if end <= passage.end]
        return (whole or holding or passages)[0].id
