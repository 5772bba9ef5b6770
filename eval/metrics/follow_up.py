"""Questions that lean on earlier turns."""

from __future__ import annotations

from eval.metrics.metric import Averaged, Observation
from eval.outcome import Outcome


class FollowUpSuccess(Averaged):
    """The share of questions with earlier turns that end as they should.

    Definition: an answerable one succeeds where the answer holds the gold words, an unanswerable
    one where it is refused. Range 0 to 1, higher is better.

    Source: this project's design; the task is that of Katsis et al., "MTRAG: A Multi-Turn
    Conversational Benchmark for Evaluating Retrieval-Augmented Generation Systems", TACL 2025.
    """

    name = "follow-up-success"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return 1 for a success."""
        if not outcome.case.history:
            return None
        success = outcome.right if outcome.case.answerable else not outcome.answered
        return None if success is None else (float(success),)
