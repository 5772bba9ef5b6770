"""Finding every place where the corpus has given words one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.quotes.concordance import BETWEEN_TURNS, Concordance
from rag.quotes.spelling import HYPHEN_TELLS_APART, WRITTEN_APART, one_spelling
from rag.quotes.tokens import Words

Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which the corpus may have a word of the phrase.

    `ids` stand one after another; where `glued`, by hyphens. Initials with dots are words in capitals
    and nothing else ("U.S." is "US", not "us"): `capital` asks for capitals, `undotted` for no dots.
    """

    ids: tuple[int, ...]
    glued: bool = False
    capital: bool = False
    undotted: bool = False


Phrase = tuple[tuple[Form, ...], ...]
"""For each word, or words joined by hyphens, the forms that are the same to a reader."""


@dataclass(frozen=True, slots=True)
class Found:
    """Positions of words: `starts[i]` of the first word of place i, `ends[i]` after its last."""

    starts: Positions
    ends: Positions

    def __len__(self) -> int:
        return len(self.starts)

    def of(self, chosen: NDArray[np.bool_] | Positions) -> Found:
        """Return the chosen places."""
        return Found(self.starts[chosen], self.ends[chosen])


def phrase(
    words: Words,
    corpus: Concordance,
    first: int = 0,
    last: int | None = None,
    stems: Mapping[int, str] | None = None,
) -> Phrase:
    """Return the phrase that the words from `first` up to `last` make.

    `stems` maps the number of a word to another that is as good.
    """
    end = len(words) if last is None else last
    forms = []
    while first < end:
        after = first + 1
        while after < end and (words.glued[after - 1] or _apart(words.keys[after - 1 : after + 1])):
            after += 1
        stem = corpus.vocabulary.known((stems or {}).get(first, ""))
        also = [Form((stem,))] if stem > BETWEEN_TURNS else []
        forms.append((*_forms(words, corpus, first, after), *also))
        first = after
    return tuple(forms)


def _apart(keys: Sequence[str]) -> bool:
    return tuple(keys) in WRITTEN_APART.values()


def _forms(words: Words, corpus: Concordance, first: int, after: int) -> list[Form]:
    """Return the forms of one word, or of the words first to after that hyphens join."""
    known = corpus.vocabulary.known
    keys = words.keys[first:after]
    joined = one_spelling("".join(keys))
    dotted, capital = bool(words.dotted[first]), bool(words.capital[first])
    single = len(keys) == 1
    forms = [
        Form(
            tuple(map(known, keys)),
            capital=single and dotted,
            undotted=single and not capital,
        )
    ]
    if not single and joined not in HYPHEN_TELLS_APART:
        forms.append(Form((known(joined),)))
    written = corpus.compounds.get(joined, ()) if single or joined not in HYPHEN_TELLS_APART else ()
    forms += [Form(ids, glued=joined not in WRITTEN_APART) for ids in sorted(written) if ids != forms[0].ids]
    return [form for form in forms if min(form.ids) > BETWEEN_TURNS]


def find(corpus: Concordance, wanted: Phrase, *, across_turns: bool = False) -> Found:
    """Return every place of the phrase in reading order; none is left out.

    A place lies within one turn, or, where `across_turns`, within one statement.
    """
    if not wanted or not all(wanted):
        return Found(np.zeros(0, np.int64), np.zeros(0, np.int64))
    ends = starts = _beginnings(corpus, wanted[0])
    for number, forms in enumerate(wanted):
        if across_turns and number:
            ends = ends + (corpus.ids[ends] == BETWEEN_TURNS)
        reached = [_reached(corpus, starts, ends, form) for form in forms]
        starts = np.concatenate([each[0] for each in reached])
        ends = np.concatenate([each[1] for each in reached])
        if not len(starts):
            break
    found = _ordered(starts, ends)
    if not across_turns or not len(found):
        return found
    origins = corpus.origin_of_turn
    same = origins[corpus.turn_of(found.starts)] == origins[corpus.turn_of(found.ends - 1)]
    return found.of(same)


def _beginnings(corpus: Concordance, forms: Sequence[Form]) -> Positions:
    first = sorted({form.ids[0] for form in forms})
    hits = corpus.ids == first[0]
    for word in first[1:]:
        hits |= corpus.ids == word
    return np.flatnonzero(hits)


def _reached(
    corpus: Concordance, starts: Positions, ends: Positions, form: Form
) -> tuple[Positions, Positions]:
    """Return those places that go on with `form`, and where they then end."""
    for number, word in enumerate(form.ids):
        if form.glued and number:
            here = (corpus.ids[ends] == word) & corpus.glued[ends - 1]
        else:
            here = corpus.ids[ends] == word
        if form.capital:
            here &= corpus.capital[ends]
        if form.undotted:
            here &= ~corpus.dotted[ends]
        starts, ends = starts[here], ends[here] + 1
    return starts, ends


def _ordered(starts: Positions, ends: Positions) -> Found:
    """Return the places in reading order, each once."""
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    new = np.ones(len(starts), np.bool_)
    new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Found(starts[new], ends[new])
