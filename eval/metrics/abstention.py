"""The two errors of a decision to answer or to refuse; one means little without the other."""

from __future__ import annotations

from eval.metrics.metric import Averaged, Observation
from eval.outcome import Outcome


class FalseAnswerRate(Averaged):
    """The share of unanswerable questions that got an answer.

    Range 0 to 1, lower is better.

    Source: the false positive rate over Rajpurkar, Jia and Liang, "Know What You Don't Know:
    Unanswerable Questions for SQuAD", ACL 2018.
    """

    name = "false-answer-rate"
    higher_is_better = False

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return 1 for an answer where there is none."""
        if outcome.case.answerable:
            return None
        return (float(outcome.answered),)


class FalseRefusalRate(Averaged):
    """The share of answerable questions that were refused.

    Range 0 to 1, lower is better.

    Source: the false negative rate, as for `false-answer-rate`.
    """

    name = "false-refusal-rate"
    higher_is_better = False

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return 1 for a refusal where there is an answer."""
        if not outcome.case.answerable:
            return None
        return (float(not outcome.answered),)
