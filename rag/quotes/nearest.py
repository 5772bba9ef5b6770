"""The stretch of the corpus that comes closest to a quotation, when none is the quotation itself.

Every stretch as long as the quotation is looked at: the sum of its telling words that the quotation has
too is a difference of running sums. The best are then aligned with the quotation word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from index.stores.analysis import analyzer
from rag.quotes.chains import NEAR
from rag.quotes.concordance import BETWEEN_TURNS, Concordance, inverse_frequency
from rag.quotes.quotation import Quotation
from rag.quotes.spelling import one_spelling

SENTENCE_END = re.compile(r"[.!?…]|\n\s*\n")
"""Looked for between two words only, so that it meets no abbreviation with a dot inside."""

_CANDIDATES, _FEWEST = 48, 8
_WORDS_ALIGNED = 60_000  # words of the quotation times candidates, beyond which fewer do
_SLACK = 1.3  # a stretch may be so much longer than the quotation, and
_ROOM = 6  # this many words more
_FEW = 3  # words at either end that may be unlike
_SKIPPED = 0.3  # what a word of the corpus between two aligned words costs, against 1 for one that aligns


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one turn, those from `first` up to `last`.

    `aligned` words of the quotation align with them; `before` and `after` are how many of its words
    stand before the first of these and after the last.
    """

    first: int
    last: int
    aligned: int
    before: int
    after: int


def nearest(
    corpus: Concordance, quotation: Quotation, preferred: NDArray[np.bool_] | None = None
) -> Stretch | None:
    """Return the stretch in which most words of the quotation stand in the same order.

    Of several, the one in the turns that are `preferred` (a flag a turn), then the shortest, then the
    first counts. None where no word of the quotation occurs in the corpus.
    """
    ids = [corpus.vocabulary.known(key) for key in quotation.words.keys]
    gaps = {joint.last for joint in quotation.joints if joint.ellipsis}
    best: tuple[int, bool, int, int] | None = None
    stretch = None
    stems = [_stem(key) for key in quotation.words.keys]
    named = corpus.vocabulary.words
    for first, last in _candidates(corpus, ids, room=_ROOM + NEAR * len(gaps)):
        turn = int(corpus.turn_of(np.array([first]))[0])
        found = _aligned(stems, [_stem(named[word]) for word in corpus.ids[first:last]], gaps)
        if found is None:
            continue
        wanted = bool(preferred is None or preferred[turn])
        rank = (found.aligned, wanted, found.first - found.last, -first - found.first)
        if best is None or rank > best:
            best = rank
            stretch = replace(found, first=first + found.first, last=first + found.last)
    return stretch


def widened(corpus: Concordance, stretch: Stretch, text: str) -> Stretch:
    """Return the stretch with the words that stand where the quotation's first or last ones differ.

    Only a few are taken in, and none of another sentence or turn; `text` is that of the statement.
    """
    first, last = stretch.first, stretch.last
    for _ in range(stretch.before if stretch.before <= _FEW else 0):
        if corpus.ids[first - 1] == BETWEEN_TURNS or not first or _ends(text, corpus, first - 1):
            break
        first -= 1
    for _ in range(stretch.after if stretch.after <= _FEW else 0):
        if corpus.ids[last] == BETWEEN_TURNS or _ends(text, corpus, last - 1):
            break
        last += 1
    return replace(stretch, first=first, last=last)


def _ends(text: str, corpus: Concordance, word: int) -> bool:
    """Tell whether a sentence ends between a word and the next."""
    return bool(SENTENCE_END.search(text, int(corpus.ends[word]), int(corpus.starts[word + 1])))


def _candidates(corpus: Concordance, ids: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Yield the most promising stretches, each within one turn, in any order."""
    weights = np.zeros(len(corpus.vocabulary.words), np.float32)
    for word in set(ids):
        if word > BETWEEN_TURNS:
            weights[word] = inverse_frequency(corpus, word)
    if not weights.any():
        return
    width = min(int(len(ids) * _SLACK) + room, len(corpus.ids))
    total = np.zeros(len(corpus.ids) + 1)
    np.cumsum(weights[corpus.ids], out=total[1:])
    gains = total[width:] - total[:-width]
    # One candidate a block keeps neighbours of the best from crowding out all else.
    block = max(1, width // 2)
    padded = np.zeros(-(-len(gains) // block) * block, gains.dtype)
    padded[: len(gains)] = gains
    rows = padded.reshape(-1, block)
    peaks = rows.argmax(axis=1) + np.arange(len(rows)) * block
    number = min(len(peaks), _CANDIDATES, max(_FEWEST, _WORDS_ALIGNED // len(ids)))
    promising = np.argpartition(-padded[peaks], number - 1)[:number]
    for peak in peaks[promising]:
        yield from _within_turns(corpus, max(0, int(peak) - room), int(peak) + width)


def _within_turns(corpus: Concordance, first: int, last: int) -> Iterator[tuple[int, int]]:
    borders = np.flatnonzero(corpus.ids[first:last] == BETWEEN_TURNS) + first
    for begin, end in pairwise([first - 1, *borders.tolist(), min(last, len(corpus.ids))]):
        if end - begin > 1:
            yield begin + 1, end


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Return the English stem of a word: "include" and "includes" align, though they are a change."""
    return next(iter(analyzer().analyze(one_spelling(word))), word)


def _aligned(quote: Sequence[str], text: Sequence[str], gaps: set[int]) -> Stretch | None:
    """Return the part of `text` that aligns best with the quotation.

    Of several longest common subsequences, one comes from reading forwards and one from reading
    backwards: where a sentence begins like the one before, only one of them is in one piece.
    """
    forwards = list(_common(quote, text))
    backwards = [
        (len(quote) - 1 - at, len(text) - 1 - there) for at, there in _common(quote[::-1], text[::-1])
    ][::-1]
    best = max((_densest(pairs, len(quote), gaps) for pairs in (forwards, backwards)), key=lambda run: run[0])
    return best[1]


def _common(quote: Sequence[str], text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the words of a longest common subsequence, in order."""
    for at, there, size in LCSseq.opcodes(quote, text).as_matching_blocks():
        for step in range(size):
            yield at + step, there + step


def _densest(pairs: Sequence[tuple[int, int]], words: int, gaps: set[int]) -> tuple[float, Stretch | None]:
    """Return the run of common words with the highest sum, and that sum.

    Each word aligned adds 1, each word of the corpus between two of them costs a little (Kadane's
    maximum subarray); words where the quotation has an ellipsis cost nothing.
    """
    best: tuple[float, Stretch | None] = (0.0, None)
    value, count, opening = 0.0, 0, (0, 0)
    before: tuple[int, int] | None = None
    for at, there in pairs:
        left_out = before is not None and any(before[0] < gap <= at for gap in gaps)
        value -= 0.0 if before is None or left_out else _SKIPPED * (there - before[1] - 1)
        if value <= 0:
            value, count, opening = 0.0, 0, (at, there)
        value, count, before = value + 1, count + 1, (at, there)
        if value > best[0]:
            rest = words - at - 1
            best = (value, Stretch(opening[1], there + 1, count, before=opening[0], after=rest))
    return best
