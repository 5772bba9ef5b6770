"""From a question to ranked passages: two searches, their fusion, and a second reading."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from index.dates import long_date
from index.embedders import Embedder
from index.opened import Index
from index.passage import Passage
from index.stores.filter import Filter
from rag.answer import Hit
from rag.fusion import fuse
from rag.reranker import Reranker
from rag.settings import RetrievalSettings
from rag.terms import Term
from rag.timings import Timings

_LARGE = 5_000  # passages from which on it tells something that a corpus never uses a word
_TITLE_CHARACTERS = 100  # the start of a long title places a sentence as well, and reads faster


class Retriever:
    """Searches by meaning (FAISS) and by words (Tantivy), and lets the cross-encoder order the best."""

    def __init__(
        self, index: Index, embedder: Embedder, reranker: Reranker, settings: RetrievalSettings
    ) -> None:
        self._index = index
        self._embedder = embedder
        self._reranker = reranker
        self._settings = settings

    def search(self, question: str, scope: Filter, timings: Timings) -> list[Hit]:
        """Return the passages within `scope` that bear on `question`, best first, by fused score.

        Both engines search under `scope`, so a filter never costs a passage its place.
        """
        limit = self._settings.candidates
        with timings.stage("embed"):
            vector = self._embedder.embed_query(question)
        with timings.stage("search"):
            rows = None if scope == Filter() else self._index.content.rows_matching(scope)
            dense = self._index.vectors.search(vector, limit, rows)
            lexical = self._index.words.search(question, limit, scope)
            fused = fuse(dense, lexical, self._settings.dense_weight)
            passages = self._index.content.passages([row for row, _ in fused])
        return ranked(list(zip(passages, (score for _, score in fused), strict=True)))

    def unused(self, terms: Sequence[Term]) -> list[Term]:
        """Return the terms that a large corpus never uses, numbers aside.

        In a small one it tells little: people ask in other words than the text's.
        """
        words = self._index.words
        if len(words) < _LARGE:
            return []
        return [term for term in terms if not term.text.isdigit() and not words.uses(term.stem)]

    def rerank(
        self, question: str, hits: Sequence[Hit], timings: Timings, depth: int | None = None
    ) -> list[Hit]:
        """Return the first `depth` hits (the settings' number by default) as the cross-encoder orders them.

        It reads each passage together with its context.
        """
        best = [hit.passage for hit in hits[: depth or self._settings.rerank]]
        return ranked(self._read(question, best, timings)) if best else list(hits)

    def widen(self, question: str, hits: Sequence[Hit], timings: Timings) -> list[Hit]:
        """Return reranked `hits` together with the passages beside the best one in its turn, in order.

        Passages end where they are full, so that what is asked for may stand just before or after the
        words by which they were found: of 27 train and development questions without a right passage
        among the best seven, ten had one beside these.
        """
        if not hits or not self._settings.rerank:
            return list(hits)
        known = {hit.passage.id for hit in hits}
        beside = self._index.content.passages_beside(hits[0].passage, self._settings.beside)
        more = self._read(question, [passage for passage in beside if passage.id not in known], timings)
        return ranked([*((hit.passage, hit.score) for hit in hits), *more])

    def _read(
        self, question: str, passages: Sequence[Passage], timings: Timings
    ) -> list[tuple[Passage, float]]:
        if not passages:
            return []
        with timings.stage("rerank"):
            scores = self._reranker.scores(
                question, [in_context(passage, passage.text) for passage in passages]
            )
        return [(passage, float(score)) for passage, score in zip(passages, scores, strict=True)]


def ranked(scored: Sequence[tuple[Passage, float]]) -> list[Hit]:
    """Return hits by falling score, equal scores by passage id, ranks counted from 1."""
    ordered = sorted(scored, key=lambda item: (-item[1], item[0].id))
    return [Hit(passage, score, rank) for rank, (passage, score) in enumerate(ordered, start=1)]


def in_context(passage: Passage, text: str) -> str:
    """Return `text` of `passage` after speaker, date and title, as the cross-encoder reads it.

    A question names them ("Wilson in January 1917") and the text seldom does: with all three the
    right passage came first for 77% of the training questions, with the title alone for 68%.
    Whole neighbour sentences blur which one answers.
    """
    when = long_date(passage.date) if passage.date else ""
    known = [part for part in (passage.speaker, when) if part]
    title = shorten(passage.title, _TITLE_CHARACTERS, placeholder="")
    return ". ".join(part for part in (", ".join(known), title, text) if part)
