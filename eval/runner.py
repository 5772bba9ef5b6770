"""Asking every question of a set."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from eval.case import Case
from eval.outcome import Outcome
from rag.answer import Abstention, Answer
from rag.assistant import Assistant, Finding
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
    history = earlier_turns(assistant, case)
    answer = assistant.ask(case.question, case.filters, **history)
    finding = assistant.find(case.question, case.filters, **history)
    content = assistant.index.content
    return Outcome(
        case=case,
        answer=answer,
        ranking=finding.hits[:RANKING_DEPTH] if finding else (),
        evidence=finding.evidence if finding else (),
        proposal=_proposal(finding, settings) if finding else (),
        probability=_probability(answer, finding),
        sources={
            citation.statement_id: content.statement(citation.statement_id) for citation in answer.citations
        },
        as_typed=bool(case.history) and not history,
    )


def earlier_turns(assistant: Assistant, case: Case) -> dict[str, Any]:
    """Return the argument that carries the earlier turns, once the assistant takes it.

    Until then follow-ups are asked as typed, and `Outcome.as_typed` sets them apart.
    """
    takes_history = "history" in inspect.signature(assistant.ask).parameters
    return {"history": case.history} if takes_history and case.history else {}


def _proposal(finding: Finding, settings: RagSettings) -> tuple[str, ...]:
    if not finding.evidence:
        return ()
    chosen = select(finding.evidence, settings.answer.sentences, settings.answer.margin)
    return tuple(item.quote for item in chosen)


def _probability(answer: Answer, finding: Finding | None) -> float:
    absent = answer.abstention is Abstention.NO_SUCH_SPEAKER
    return 0.0 if absent or finding is None else finding.probability
