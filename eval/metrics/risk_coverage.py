"""How much is wrong among what is answered, as more and more is answered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from eval.metrics.metric import Averaged, Observation, Observations
from eval.outcome import Outcome


class AreaUnderRiskCoverage(Averaged):
    """The area under the risk-coverage curve.

    Definition: answer the questions by falling probability; the risk at each point is the share of
    wrong answers so far, and the area its mean over all points. An answer is right where it holds
    the gold words; to an unanswerable question it is wrong. Range 0 to 1, lower is better; the
    least value depends on the share of unanswerable questions and is above 0.

    Source: El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification", JMLR
    11, 2010; the area: Geifman, Uziel and El-Yaniv, "Bias-Reduced Uncertainty Estimation for Deep
    Neural Classifiers", ICLR 2019, section 3.
    """

    name = "AURC"
    higher_is_better = False

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the probability, and whether the answer is or would be wrong."""
        right = outcome.right_if_answered
        return None if right is None else (outcome.probability, float(not right))

    def total(self, observed: Observations) -> float:
        """Return the area."""
        return float(risks(observed).mean())


def risks(observed: Observations) -> NDArray[np.float64]:
    """Return the risk with the 1, 2, ... n most probable questions answered, shape (n,).

    `observed` holds a row of probability and error (0 or 1) a question. Questions of one
    probability share their errors evenly, so that their order does not matter.
    """
    _, level, count = np.unique(-observed[:, 0], return_inverse=True, return_counts=True)
    shared = np.bincount(level, weights=observed[:, 1]) / count
    errors = np.sort(level)
    return np.asarray(np.cumsum(shared[errors]) / np.arange(1, len(errors) + 1))
