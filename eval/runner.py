"""Asking every question of a set."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eval.case import Case
from eval.outcome import Outcome
from rag.abstention import Signals
from rag.answer import Abstention
from rag.assistant import Assistant, Trace
from rag.finder import Finding
from rag.history import Exchange
from rag.selection import select
from rag.settings import RagSettings

RANKING_DEPTH = 10
"""Passages of a ranking that are judged, so that stages which pass on more have no advantage."""

Progress = Callable[[int, int], None]
"""Called with the number of questions asked, and of all."""


def run(
    assistant: Assistant, cases: Sequence[Case], settings: RagSettings, progress: Progress | None = None
) -> list[Outcome]:
    """Ask every question, and return what came of each, in the same order.

    `settings` are those of `assistant`.

    Raises:
        InvalidQuestion: a question is empty or too long.
        InvalidFilter: its filters can select nothing by their form.
        IndexDamaged: the stored statements contradict themselves.
    """
    assistant.search("first words", k=1)  # loads the models, so that no question pays for that
    outcomes: list[Outcome] = []
    for case in cases:
        outcomes.append(_outcome(assistant, case, settings))
        if progress:
            progress(len(outcomes), len(cases))
    return outcomes


def _outcome(assistant: Assistant, case: Case, settings: RagSettings) -> Outcome:
    trace = assistant.trace(case.question, case.filters, _earlier(assistant, case))
    content = assistant.index.content
    return Outcome(
        case=case,
        answer=trace.answer,
        ranking=trace.finding.hits[:RANKING_DEPTH],
        evidence=trace.finding.evidence,
        proposal=_proposal(trace.finding, settings),
        probability=_probability(trace),
        sources={
            citation.statement_id: content.statement(citation.statement_id)
            for citation in trace.answer.citations
        },
    )


def signals_of(assistant: Assistant, case: Case) -> Signals | None:
    """Return the signals that decide whether a question is answered; None where they do not decide."""
    trace = assistant.trace(case.question, case.filters, _earlier(assistant, case))
    return trace.finding.signals if 0.0 < _probability(trace) < 1.0 else None


def _earlier(assistant: Assistant, case: Case) -> list[Exchange]:
    """Ask the earlier questions of the conversation, each with those before it."""
    history: list[Exchange] = []
    for question in case.history:
        history.append(Exchange.of(assistant.ask(question, case.filters, history)))
    return history


def _proposal(finding: Finding, settings: RagSettings) -> tuple[str, ...]:
    if not finding.evidence:
        return ()
    chosen = select(finding.evidence, settings.answer.sentences, settings.answer.margin)
    return tuple(item.quote for item in chosen)


def _probability(trace: Trace) -> float:
    absent = trace.answer.abstention is Abstention.NO_SUCH_SPEAKER
    return 0.0 if absent else trace.finding.probability
