"""How well the probability tells answerable from unanswerable questions, whatever the threshold."""

from __future__ import annotations

import numpy as np

from eval.metrics.metric import Averaged, Observation, Observations
from eval.outcome import Outcome


class Auroc(Averaged):
    """The area under the receiver operating characteristic of the estimated probability.

    Definition: the chance that a random answerable question has a higher probability than a random
    unanswerable one, equal ones counting half. Range 0 to 1, higher is better, 0.5 is chance.

    Source: Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", Radiology
    143(1), 1982.
    """

    name = "AUROC"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return whether the question is answerable, and its probability."""
        return (float(outcome.case.answerable), outcome.probability)

    def total(self, observed: Observations) -> float:
        """Return the area; NaN where all questions are of one kind."""
        positive = observed[observed[:, 0] == 1.0, 1]
        negative = np.sort(observed[observed[:, 0] == 0.0, 1])
        if not (len(positive) and len(negative)):
            return float("nan")
        lower = np.searchsorted(negative, positive, side="left")
        not_higher = np.searchsorted(negative, positive, side="right")
        return float((lower + not_higher).mean() / (2 * len(negative)))
