"""What the reranker reads, over the real index of the shipped statement."""

from __future__ import annotations

import pytest

from index.embedders.bge import BgeEmbedder
from index.statement import Role
from index.stores.filter import Filter
from rag.answer import Hit
from rag.assistant import Assistant
from rag.reranker import Reranker
from rag.retriever import Retriever
from rag.settings import RetrievalSettings
from rag.timings import Timings

QUESTION = "What was agreed about chemical weapons in Geneva?"
PRINCIPALS = Filter(roles=frozenset({Role.PRINCIPAL}))


@pytest.fixture(scope="module")
def reranker() -> Reranker:
    return Reranker()


def read(
    assistant: Assistant, bge: BgeEmbedder, reranker: Reranker, settings: RetrievalSettings
) -> tuple[list[Hit], list[Hit]]:
    """Return what is reranked, and the same with the passages beside the best."""
    retriever = Retriever(assistant.index, bge, reranker, settings)
    fused = retriever.search(QUESTION, PRINCIPALS, Timings())
    hits = retriever.rerank(QUESTION, fused, Timings())
    return hits, retriever.widen(QUESTION, hits, Timings())


@pytest.mark.parametrize("distance", [1, 2])
def test_the_passages_beside_the_best_one_are_read_as_well(
    seeds_assistant: Assistant, bge: BgeEmbedder, reranker: Reranker, distance: int
) -> None:
    hits, widened = read(seeds_assistant, bge, reranker, RetrievalSettings(rerank=2, beside=distance))
    beside = seeds_assistant.index.content.passages_beside(hits[0].passage, distance)
    assert beside
    assert {hit.passage for hit in widened} == {hit.passage for hit in hits} | set(beside)
    assert {hit.passage.id: hit.score for hit in hits}.items() <= {
        hit.passage.id: hit.score for hit in widened
    }.items()
    assert [hit.rank for hit in widened] == list(range(1, len(widened) + 1))
    assert [hit.score for hit in widened] == sorted((hit.score for hit in widened), reverse=True)


@pytest.mark.parametrize("settings", [RetrievalSettings(beside=0), RetrievalSettings(rerank=0)])
def test_nothing_is_read_beside_where_that_is_off(
    seeds_assistant: Assistant, bge: BgeEmbedder, reranker: Reranker, settings: RetrievalSettings
) -> None:
    hits, widened = read(seeds_assistant, bge, reranker, settings)
    assert hits
    assert widened == hits
