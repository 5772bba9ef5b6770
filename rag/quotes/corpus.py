"""What a search of words runs over."""

from __future__ import annotations

from typing import Protocol

from index.stores.catalogue import Catalogue
from index.stores.content import ContentStore
from rag.answer import CorpusSpan


class Corpus(Protocol):
    """Statements and what is known of them, as an opened `Index` has both; no vectors are needed."""

    @property
    def content(self) -> ContentStore:
        """The statements, turns and passages."""

    @property
    def catalogue(self) -> Catalogue:
        """Their speakers, kinds and dates."""


def span(corpus: Corpus) -> CorpusSpan:
    """Return the number of statements, and the dates they span."""
    return CorpusSpan(corpus.catalogue.counts().statements, *corpus.catalogue.dates())
