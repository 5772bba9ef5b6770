"""From a question to a cited answer, or an honest refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Self

from index.embedders import Embedder
from index.errors import InvalidQuestion
from index.opened import Index
from index.statement import Statement
from index.stores.filter import Filter
from rag import wording
from rag.abstention import Signals, calibration, signals
from rag.answer import Abstention, Answer, CorpusSpan, Evidence, Hit
from rag.evidence import scored
from rag.filters import Filters, resolve
from rag.generators import Generator
from rag.question import Question, analyse
from rag.reranker import Reranker
from rag.retriever import Retriever
from rag.scope import scope
from rag.selection import quotations, select
from rag.settings import RagSettings
from rag.speakers import closest
from rag.timings import Timings
from rag.verification import verify


@dataclass(frozen=True, slots=True)
class Finding:
    """What the search brought for a question: reranked hits, scored sentences, and their signals."""

    asked: Question
    hits: tuple[Hit, ...]
    evidence: tuple[Evidence, ...]
    signals: Signals | None

    @property
    def probability(self) -> float:
        """The estimated probability (0 to 1) that the evidence answers the question.

        "What did the journalist ask?" names no subject: any question that was put answers it.
        """
        if self.evidence and self.asked.asks_questioner and not self.asked.terms:
            return 1.0
        return calibration().probability(self.signals) if self.signals else 0.0


class Assistant:
    """Answers questions about one opened index; close it, or use it in a `with` block.

    The models are loaded at the first question. One assistant may serve several threads.
    """

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        reranker: Reranker,
        generator: Generator,
        settings: RagSettings,
    ) -> None:
        self.index = index
        self._reranker = reranker
        self._generator = generator
        self._settings = settings
        self._retriever = Retriever(index, embedder, reranker, settings.retrieval)

    def search(self, query: str, filters: Filters | None = None, k: int = 10) -> list[Hit]:
        """Return the best `k` passages of any role, reranked.

        Raises:
            InvalidQuestion: the query is empty or too long.
            InvalidFilter: a filter can select nothing by its form.
        """
        timings = Timings()
        text = self._checked(query)
        catalogue = self.index.catalogue
        condition = resolve(filters or Filters(), catalogue.speakers(), catalogue.kinds())
        hits = self._retriever.search(text, condition, timings)
        return self._retriever.rerank(text, hits, timings, depth=k)

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        """Answer a question in verbatim, cited sentences, or say why not.

        Raises:
            InvalidQuestion: the question is empty or too long.
            InvalidFilter: a filter can select nothing by its form.
            IndexDamaged: the stored statements contradict themselves.
        """
        timings = Timings()
        asked = analyse(self._checked(question))
        where = scope(asked, filters or Filters(), self.index.catalogue)
        if where.absent is not None:
            return self._absent_speaker(asked, where.absent, where.filter, timings)
        finding = self._find(asked, where.filter, timings)
        if not finding.hits:
            return self._refusal(
                finding, Abstention.NOTHING_MATCHES_FILTERS, wording.nothing_matches, timings
            )
        if finding.probability < calibration().threshold:
            return self._refusal(finding, Abstention.NOT_FOUND, wording.not_found, timings)
        return self._answer(finding, timings)

    def find(self, question: str, filters: Filters | None = None) -> Finding | None:
        """Return what was found for a question before it is decided whether that is an answer.

        None where the question names a speaker who is not in the corpus. Raises what `ask` raises.
        """
        asked = analyse(self._checked(question))
        where = scope(asked, filters or Filters(), self.index.catalogue)
        return None if where.absent is not None else self._find(asked, where.filter, Timings())

    def corpus(self) -> CorpusSpan:
        """Return what is searched: the number of statements and the dates they span."""
        return CorpusSpan(self.index.catalogue.counts().statements, *self.index.catalogue.dates())

    def close(self) -> None:
        """Release the index."""
        self.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _checked(self, question: str) -> str:
        text = " ".join(question.encode("utf-8", "replace").decode().split())
        most = self._settings.answer.max_question_characters
        if not any(character.isalnum() for character in text):
            raise InvalidQuestion("The question is empty: type what you want to know.")
        if len(text) > most:
            raise InvalidQuestion(
                f"The question has {len(text):,} characters and the limit is {most:,}: ask a shorter one."
            )
        return text

    def _find(self, asked: Question, condition: Filter, timings: Timings) -> Finding:
        hits = self._retriever.search(asked.text, condition, timings)
        hits = self._retriever.rerank(asked.text, hits, timings)
        with timings.stage("evidence"):
            read = hits[: self._settings.answer.passages]
            evidence = scored(asked.text, read, self._reranker, with_context=self._settings.answer.context)
        with timings.stage("judge"):
            seen = self._signals(asked, hits, evidence)
        return Finding(asked, tuple(hits), tuple(evidence), seen)

    def _signals(self, asked: Question, hits: Sequence[Hit], evidence: Sequence[Evidence]) -> Signals | None:
        if not evidence:
            return None
        bare = float(self._reranker.scores(asked.text, [evidence[0].quote])[0])
        return signals(asked, hits, evidence, bare)

    def _answer(self, finding: Finding, timings: Timings) -> Answer:
        question = finding.asked.text
        with timings.stage("generate"):
            chosen = select(finding.evidence, self._settings.answer.sentences, self._settings.answer.margin)
            quoted = [
                (quotation, self._statement(quotation.passage.statement_id))
                for quotation in quotations(chosen, self._statement)
            ]
            draft = self._generator.generate(question, quoted)
        with timings.stage("verify"):
            verify(draft.citations, self._statement)
        return Answer(
            question=question,
            understood_as=question,
            text=wording.cited(draft.sentences),
            sentences=draft.sentences,
            citations=draft.citations,
            abstention=None,
            nearest=(),
            corpus=self.corpus(),
            timings=timings.report(),
        )

    def _absent_speaker(self, asked: Question, name: str, condition: Filter, timings: Timings) -> Answer:
        meant = closest(name, self.index.catalogue.speakers())
        anyone = Filter(roles=condition.roles, since=condition.since, until=condition.until)
        finding = self._find(asked, anyone, timings)
        worded = partial(wording.no_such_speaker, name, meant)
        return self._refusal(finding, Abstention.NO_SUCH_SPEAKER, worded, timings)

    def _refusal(
        self, finding: Finding, reason: Abstention, worded: Callable[[CorpusSpan], str], timings: Timings
    ) -> Answer:
        corpus = self.corpus()
        return Answer(
            question=finding.asked.text,
            understood_as=finding.asked.text,
            text=worded(corpus),
            sentences=(),
            citations=(),
            abstention=reason,
            nearest=finding.hits[: self._settings.answer.nearest],
            corpus=corpus,
            timings=timings.report(),
        )

    def _statement(self, statement_id: str) -> Statement:
        return self.index.content.statement(statement_id)
