"""The parts of a quotation, one after another in the corpus.

Where an ellipsis stands, words may be left out; a short part must then be near the next, because "we
... will" can be put together from any speech. Where a [bracket] stands, it explains what goes before,
or takes the place of a pronoun; it never takes the place of a word that says something.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.quotes.concordance import BETWEEN_TURNS, Concordance
from rag.quotes.phrase import Found, Positions, find, phrase
from rag.quotes.quotation import Joint, Quotation

SHORT_PART = 4
"""A part of fewer words than this must be near the next one."""

NEAR = 40
"""How many words may be left out beside a short part, or where the parts are in several turns."""

_MOST_REPLACED = 3  # words that a bracket may take the place of, all of them pointing words
_POINTING = (
    "he him his she her hers it its we us our ours they them their theirs i me my mine you your yours "
    "this that these those here there who whom whose which the a an"
).split()

Chains = NDArray[np.int64]
"""Positions of words, one row a place, with the start and the end of each part: shape (n, parts, 2)."""


def chains(corpus: Concordance, quotation: Quotation, *, across_turns: bool = False) -> Chains:
    """Return every place that has all parts in order, within one turn or within one statement.

    Of places that differ only in how much an ellipsis leaves out, the shortest counts.
    """
    founds = []
    for part in quotation.parts:
        wanted = phrase(quotation.words, corpus, part.first, part.last, quotation.stems)
        founds.append(find(corpus, wanted, across_turns=across_turns))
        if not len(founds[-1]):
            return np.zeros((0, len(quotation.parts), 2), np.int64)
    rows = np.stack([founds[-1].starts, founds[-1].ends], axis=1)[:, None, :]
    for number in range(len(founds) - 2, -1, -1):
        joint = quotation.joints[number]
        sizes = [part.last - part.first for part in quotation.parts[number : number + 2]]
        near = across_turns or min(sizes) < SHORT_PART
        rows = _prepended(
            corpus, founds[number], rows, joint, quotation, near=near, across_turns=across_turns
        )
    return rows


def _prepended(
    corpus: Concordance,
    found: Found,
    rows: Chains,
    joint: Joint,
    quotation: Quotation,
    *,
    near: bool,
    across_turns: bool,
) -> Chains:
    """Return `rows` with a part put before them, where one is that goes with the joint."""
    if not len(rows):
        return np.zeros((0, rows.shape[1] + 1, 2), np.int64)
    order = np.argsort(rows[:, 0, 0], kind="stable")
    rows = rows[order]
    following = rows[:, 0, 0]
    if joint.ellipsis:
        here, there = _after_gap(found, following, NEAR if near else None)
    else:
        here, there = _after_bracket(corpus, found, following, joint, quotation)
    before, behind = corpus.turn_of(found.starts[here]), corpus.turn_of(following[there])
    together = before == behind
    if across_turns:
        together = corpus.origin_of_turn[before] == corpus.origin_of_turn[behind]
    here, there = here[together], there[together]
    if joint.ellipsis and len(here):
        # Found places are in reading order: the last before one and the same row is the nearest.
        nearest = np.append(there[1:] != there[:-1], True)
        here, there = here[nearest], there[nearest]
    first = np.stack([found.starts[here], found.ends[here]], axis=1)[:, None, :]
    return np.concatenate([first, rows[there]], axis=1)


def _after_gap(found: Found, following: Positions, most: int | None) -> tuple[Positions, Positions]:
    """Pair each place with the first row that begins after it, at most so many words later."""
    row = np.searchsorted(following, found.ends)
    here = np.flatnonzero(row < len(following))
    if most is not None:
        here = here[following[row[here]] - found.ends[here] <= most]
    return here, row[here]


def _after_bracket(
    corpus: Concordance, found: Found, following: Positions, joint: Joint, quotation: Quotation
) -> tuple[Positions, Positions]:
    """Pair each place with the row that follows at once, after the bracket's words, or after a pronoun."""
    bracketed = find(corpus, phrase(quotation.words, corpus, joint.first, joint.last))
    pointing = np.zeros(len(corpus.vocabulary.words), np.bool_)
    pointing[[word for word in map(corpus.vocabulary.known, _POINTING) if word > BETWEEN_TURNS]] = True
    pairs: list[tuple[Positions, Positions]] = [_meeting(found.ends, following)]
    said_too, to_row = _meeting(bracketed.ends, following)
    here, at = _meeting(found.ends, bracketed.starts[said_too])
    pairs.append((here, to_row[at]))
    reached = np.arange(len(found))
    for skipped in range(_MOST_REPLACED):
        reached = reached[pointing[corpus.ids[found.ends[reached] + skipped]]]
        here, row = _meeting(found.ends[reached] + skipped + 1, following)
        pairs.append((reached[here], row))
    here = np.concatenate([pair[0] for pair in pairs])
    row = np.concatenate([pair[1] for pair in pairs])
    _, once = np.unique(here * (len(following) + 1) + row, return_index=True)
    return here[once], row[once]


def _meeting(ends: Positions, starts: Positions) -> tuple[Positions, Positions]:
    """Return the pairs of numbers for which an end is a start; `starts` are in order."""
    low, high = np.searchsorted(starts, ends), np.searchsorted(starts, ends, side="right")
    counts = high - low
    first = np.repeat(np.arange(len(ends)), counts)
    second = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(low, counts)
    return first, second


def gaps(row: Chains, joints: Sequence[Joint]) -> list[tuple[Joint, int, int]]:
    """Return each joint of one place with the words that stand there in the corpus: from, up to."""
    return [(joint, int(row[number, 1]), int(row[number + 1, 0])) for number, joint in enumerate(joints)]
