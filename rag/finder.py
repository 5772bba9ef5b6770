"""From a question to scored evidence, and how likely that is an answer."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from index.stores.filter import Filter
from rag.abstention import Signals, calibration, off_topic, signals
from rag.answer import Evidence, Hit, Stage
from rag.evidence import rescored, scored, worth_reading
from rag.question import Question
from rag.reranker import Reranker
from rag.retriever import Retriever
from rag.settings import AnswerSettings
from rag.timings import Timings


@dataclass(frozen=True, slots=True)
class Finding:
    """What the search brought for a question: reranked hits, scored sentences, and their signals.

    `off_topic` tells that no sentence which may be quoted speaks of what is asked about.
    """

    asked: Question
    hits: tuple[Hit, ...]
    evidence: tuple[Evidence, ...]
    signals: Signals | None
    off_topic: bool

    @property
    def probability(self) -> float:
        """The estimated probability (0 to 1) that the evidence answers the question.

        "What did the journalist ask?" names no subject: any question that was put answers it.
        """
        if self.evidence and self.asked.asks_questioner and not self.asked.terms:
            return 1.0
        if self.off_topic:
            return 0.0
        return calibration().probability(self.signals) if self.signals else 0.0


class Finder:
    """Retrieves, reranks and scores; says of what it found how likely it answers the question."""

    def __init__(self, retriever: Retriever, reranker: Reranker, settings: AnswerSettings) -> None:
        self._retriever = retriever
        self._reranker = reranker
        self._settings = settings

    def find(self, asked: Question, condition: Filter, timings: Timings) -> Generator[Stage, None, Finding]:
        """Yield each stage as it begins, and return the finding."""
        yield Stage.SEARCHING
        fused = self._retriever.search(asked.text, condition, timings)
        yield Stage.READING
        best = self._retriever.rerank(asked.text, fused, timings)
        hits = self._retriever.widen(asked.text, best, timings)
        with timings.stage("evidence"):
            read = worth_reading(hits, self._settings.passages)
            evidence = scored(asked.read, read, self._reranker, with_context=self._settings.context)
        with timings.stage("judge"):
            now = asked.focus if asked.terms else asked.text  # "Why?" alone fits any sentence, and none
            evidence, bare = rescored(evidence, now, self._reranker)
        unused = self._retriever.unused(asked.terms)
        quotable = self._settings.sentences
        return Finding(
            asked,
            tuple(hits),
            tuple(evidence),
            signals(asked, hits, evidence, bare[:quotable], unused) if evidence else None,
            off_topic(asked, evidence[:quotable]),
        )
