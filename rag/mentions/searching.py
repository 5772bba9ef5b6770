"""Every mention of a phrase within a scope."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.errors import InvalidQuote
from index.statement import Turn
from index.stores.filter import Filter
from rag.filters import Filters, resolve
from rag.quotes.concordance import Concordance, Origin, concordance
from rag.quotes.corpus import Corpus
from rag.quotes.phrase import Found, find, phrase
from rag.quotes.tokens import words_of


@dataclass(frozen=True, slots=True)
class Search:
    """The places of a phrase, in reading order of the statements, and what was searched for them.

    `in_scope` has a flag for each turn of the corpus: whether the filters admit it.
    """

    index: Corpus
    corpus: Concordance
    found: Found
    in_scope: NDArray[np.bool_]

    def origins(self) -> NDArray[np.int32]:
        """Return the number of the statement of each place."""
        return self.corpus.origin_of_turn[self.turns()]

    def turns(self) -> NDArray[np.int64]:
        """Return the number of the turn of each place."""
        return self.corpus.turn_of(self.found.starts)

    def heard(self) -> list[int]:
        """Return the numbers of the statements in which somebody in scope speaks."""
        return sorted(set(self.corpus.origin_of_turn[self.in_scope].tolist()))


def search(index: Corpus, wanted: str, filters: Filters | None = None) -> Search:
    """Find every place where the words of `wanted` follow each other, compared as quotations are.

    Raises:
        InvalidQuote: there are no words in `wanted`.
        InvalidFilter: a filter can select nothing by its form.
        IndexDamaged: a stored text is not the one that was read.
    """
    corpus = concordance(index)
    catalogue = index.catalogue
    condition = resolve(filters or Filters(), catalogue.speakers(), catalogue.kinds())
    words = words_of(unicodedata.normalize("NFC", wanted).replace("\0", " "))
    if not len(words):
        raise InvalidQuote("There are no words to look for: type a word or a phrase.")
    admitted = np.array(
        [
            _admits(condition, turn, corpus.origins[origin])
            for turn, origin in zip(corpus.turns, corpus.origin_of_turn, strict=True)
        ],
        dtype=np.bool_,
    )
    found = find(corpus, phrase(words, corpus))
    return Search(index, corpus, found.of(admitted[corpus.turn_of(found.starts)]), admitted)


def _admits(condition: Filter, turn: Turn, origin: Origin) -> bool:
    """Tell whether a turn meets all conditions; an undated statement is neither since nor until."""
    members = (
        (condition.speakers, turn.speaker),
        (condition.roles, turn.role),
        (condition.kinds, origin.kind),
        (condition.statements, origin.id),
    )
    if any(wanted is not None and value not in wanted for wanted, value in members):
        return False
    if origin.date is None:
        return condition.since is None and condition.until is None
    return not (
        (condition.since and origin.date < condition.since)
        or (condition.until and origin.date > condition.until)
    )
