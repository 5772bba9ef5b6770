"""What every metric must do."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from eval.outcome import Outcome

Observation = tuple[float, ...]
"""What one question contributes; every observation of a metric has the same length."""

Observations = NDArray[np.float64]
"""Observations as rows, shape (questions, length of an observation); never empty."""


class Unit(StrEnum):
    """What the values of a metric are."""

    SHARE = "share"
    MILLISECONDS = "ms"


class Metric(Protocol):
    """A number about a run: what each question contributes, and how that adds up.

    The two steps are apart so that the bootstrap can add up resampled questions.
    """

    @property
    def name(self) -> str:
        """The name on the command line and in reports; never changed once published."""

    @property
    def unit(self) -> Unit:
        """The unit of the values; shares lie in 0 to 1."""

    @property
    def higher_is_better(self) -> bool:
        """Which way is better."""

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return what a question contributes, or None where the metric does not apply to it."""

    def total(self, observed: Observations) -> float:
        """Return the value over questions; NaN where these do not determine it."""


class Averaged:
    """A share between 0 and 1 a question, averaged over the questions; higher is better."""

    unit = Unit.SHARE
    higher_is_better = True

    def total(self, observed: Observations) -> float:
        """Return the mean."""
        return float(observed[:, 0].mean())


class Pooled:
    """Counts of good and all things a question; the share of the good among all questions' things."""

    unit = Unit.SHARE
    higher_is_better = True

    def total(self, observed: Observations) -> float:
        """Return the share."""
        good, everything = observed.sum(axis=0)
        return float(good / everything) if everything else float("nan")
