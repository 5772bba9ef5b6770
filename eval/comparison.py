"""What changed between two reports, in total and question by question."""

from __future__ import annotations

from dataclasses import dataclass

from eval.bootstrap import Estimate, as_rows, difference
from eval.document import QuestionRecord, Report
from eval.errors import ReportError
from eval.metrics import METRICS
from eval.metrics.metric import Unit
from eval.verdict import Verdict


@dataclass(frozen=True, slots=True)
class MetricChange:
    """A metric before and after, on the questions that both reports hold.

    `delta` is None where one of them has no value; its interval pairs the questions.
    """

    metric: str
    delta: Estimate | None
    unit: Unit
    higher_is_better: bool

    @property
    def for_the_better(self) -> bool | None:
        """Whether the change is for the better; None where its interval holds 0."""
        if self.delta is None or self.delta.low <= 0 <= self.delta.high:
            return None
        return (self.delta.value > 0) == self.higher_is_better


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A question that ended otherwise than before."""

    id: str
    question: str
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side; `added` and `removed` are the ids of questions that only one holds."""

    metrics: tuple[MetricChange, ...]
    verdicts: tuple[VerdictChange, ...]
    answers_changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def compare(before: Report, after: Report) -> Comparison:
    """Return what changed from one report to the other.

    Raises:
        ReportError: they have no question in common.
    """
    old = {question.id: question for question in before.questions}
    new = {question.id: question for question in after.questions}
    shared = [question_id for question_id in new if question_id in old]
    if not shared:
        raise ReportError("The two reports have no question in common: compare runs of one question set.")
    pairs = [(old[question_id], new[question_id]) for question_id in shared]
    return Comparison(
        metrics=tuple(_metric(name, pairs) for name in METRICS),
        verdicts=tuple(
            VerdictChange(later.id, later.question, earlier.verdict, later.verdict)
            for earlier, later in pairs
            if earlier.verdict is not later.verdict
        ),
        answers_changed=tuple(
            later.id
            for earlier, later in pairs
            if earlier.answer != later.answer and earlier.verdict is later.verdict
        ),
        added=tuple(question_id for question_id in new if question_id not in old),
        removed=tuple(question_id for question_id in old if question_id not in new),
    )


def _metric(name: str, pairs: list[tuple[QuestionRecord, QuestionRecord]]) -> MetricChange:
    metric = METRICS[name]
    before = as_rows(earlier.observed.get(name) for earlier, _ in pairs)
    after = as_rows(later.observed.get(name) for _, later in pairs)
    return MetricChange(name, difference(metric, before, after), metric.unit, metric.higher_is_better)
