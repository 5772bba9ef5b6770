"""From a question to a cited answer, or an honest refusal."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from index.embedders import Embedder
from index.errors import InvalidQuestion
from index.opened import Index
from index.statement import Statement
from index.stores.filter import Filter
from rag import wording
from rag.answer import Answer, CorpusSpan, Hit, Sentence, Stage
from rag.filters import Filters, resolve
from rag.finder import Finder, Finding
from rag.generators import Draft
from rag.generators import Generator as AnswerGenerator
from rag.history import Exchange
from rag.quoted import quoted_notes
from rag.readings import Reading, readings
from rag.refusal import Refusal, refusal
from rag.rephrasing import Rephraser
from rag.reranker import Reranker
from rag.retriever import Retriever
from rag.selection import Quotation, quotations, select
from rag.settings import RagSettings
from rag.timings import Timings
from rag.verification import verify


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What one reading of a question brought; `refusal` is None where it answers."""

    reading: Reading
    finding: Finding
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer together with what it was made from."""

    answer: Answer
    finding: Finding


class Assistant:
    """Answers questions about one opened index; close it, or use it in a `with` block.

    The models are loaded at the first question. One assistant may serve several threads.
    """

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        reranker: Reranker,
        generator: AnswerGenerator,
        settings: RagSettings,
        rephraser: Rephraser | None = None,
    ) -> None:
        self.index = index
        self._rephraser = rephraser
        self._generator = generator
        self._settings = settings
        self._retriever = Retriever(index, embedder, reranker, settings.retrieval)
        self._finder = Finder(self._retriever, reranker, settings.answer)

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

    def ask(self, question: str, filters: Filters | None = None, history: Sequence[Exchange] = ()) -> Answer:
        """Answer a question in verbatim, cited sentences, or say why not.

        `history` holds the earlier exchanges of the conversation, oldest first: "Who ordered it?"
        is then understood from what was asked before.

        Raises:
            InvalidQuestion: the question is empty or too long.
            InvalidFilter: a filter can select nothing by its form.
            IndexDamaged: the stored statements contradict themselves.
        """
        return self.trace(question, filters, history).answer

    def stream(
        self, question: str, filters: Filters | None = None, history: Sequence[Exchange] = ()
    ) -> Iterator[Stage | Sentence | Answer]:
        """Yield each stage as it begins, and the answer last. Closing the iterator cancels.

        Raises what `ask` raises.
        """
        trace = yield from self._steps(question, filters, history)
        yield trace.answer

    def trace(self, question: str, filters: Filters | None = None, history: Sequence[Exchange] = ()) -> Trace:
        """Answer as `ask` does, and tell what the answer, or the refusal, was made from."""
        steps = self._steps(question, filters, history)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                trace: Trace = end.value
                return trace

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

    def _steps(
        self, question: str, filters: Filters | None, history: Sequence[Exchange]
    ) -> Generator[Stage | Sentence, None, Trace]:
        timings = Timings()
        typed = self._checked(question)
        longest = self._settings.answer.max_question_characters
        attempts: list[_Attempt] = []
        ways = readings(typed, filters or Filters(), history, self.index.catalogue, longest, self._rephraser)
        for reading in ways:
            finding = yield from self._find(reading, timings)
            attempts.append(_Attempt(reading, finding, refusal(reading.scope, finding, self.index.catalogue)))
            if attempts[-1].refusal is None:
                break
        best = attempts[-1]
        if best.refusal is not None:
            best = next(attempt for attempt in attempts if not attempt.reading.narrowed)
        answer = yield from self._answer(typed, best, timings)
        return Trace(answer, best.finding)

    def _find(self, reading: Reading, timings: Timings) -> Generator[Stage, None, Finding]:
        scope = reading.scope
        anyone = Filter(roles=scope.filter.roles, since=scope.filter.since, until=scope.filter.until)
        condition = scope.filter if scope.absent is None else anyone
        return (yield from self._finder.find(reading.asked, condition, timings))

    def _answer(
        self, typed: str, attempt: _Attempt, timings: Timings
    ) -> Generator[Stage | Sentence, None, Answer]:
        reading, finding, corpus = attempt.reading, attempt.finding, self.corpus()
        notes = (*reading.notes, *quoted_notes(typed, reading.asked.sayer, self.index))
        if attempt.refusal:
            return Answer(
                question=typed,
                understood_as=reading.asked.text,
                text=attempt.refusal.worded(corpus),
                sentences=(),
                citations=(),
                abstention=attempt.refusal.reason,
                nearest=finding.hits[: self._settings.answer.nearest],
                corpus=corpus,
                timings=timings.report(),
                notes=notes,
            )
        yield Stage.WRITING
        with timings.stage("generate"):
            chosen = select(finding.evidence, self._settings.answer.sentences, self._settings.answer.margin)
            quoted = [
                (quotation, self._statement(quotation.passage.statement_id))
                for quotation in quotations(chosen, self._statement)
            ]
            draft = yield from self._written(reading.asked.text, quoted)
        yield Stage.CHECKING
        with timings.stage("verify"):
            verify(draft.citations, self._statement)
        return Answer(
            question=typed,
            understood_as=reading.asked.text,
            text=wording.cited(draft.sentences),
            sentences=draft.sentences,
            citations=draft.citations,
            abstention=None,
            nearest=(),
            corpus=corpus,
            timings=timings.report(),
            notes=(*notes, *draft.notes),
        )

    def _written(
        self, question: str, quoted: Sequence[tuple[Quotation, Statement]]
    ) -> Generator[Sentence, None, Draft]:
        """Yield the sentences that a chat model writes one by one, and return the draft of all."""
        draft = Draft((), ())
        with closing(self._generator.stream(question, quoted)) as parts:
            for part in parts:
                if isinstance(part, Draft):
                    draft = part
                else:
                    yield part
        return draft

    def _statement(self, statement_id: str) -> Statement:
        return self.index.content.statement(statement_id)
