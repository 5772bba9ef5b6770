"""Confidence intervals by resampling questions.

Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (percentile
intervals); paired, for the difference of two systems: Sakai, "Evaluating Evaluation Metrics based
on the Bootstrap", SIGIR 2006.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.metrics.metric import Metric, Observation, Observations

CONFIDENCE = 0.95
_RESAMPLES = 1000
_SEED = 20130912  # the same questions are drawn in every run, so that equal runs give equal intervals


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the bounds of its 95% confidence interval; `n` questions determine it."""

    value: float
    low: float
    high: float
    n: int


def as_rows(observations: Iterable[Observation | None]) -> Observations:
    """Return one row a question; a question that the metric does not apply to has a row of NaN."""
    found = list(observations)
    width = max((len(item) for item in found if item is not None), default=1)
    return np.array([(np.nan,) * width if item is None else item for item in found]).reshape(-1, width)


def estimate(metric: Metric, rows: Observations) -> Estimate | None:
    """Return the value of `metric` over the questions of `rows`; None where they do not determine it."""
    value = _total(metric, rows)
    if np.isnan(value):
        return None
    drawn = [_total(metric, rows[sample]) for sample in _samples(len(rows))]
    return Estimate(value, *_bounds(drawn), _applicable(rows))


def difference(metric: Metric, before: Observations, after: Observations) -> Estimate | None:
    """Return by how much `metric` changes from `before` to `after`, row by row the same questions."""
    value = _total(metric, after) - _total(metric, before)
    if np.isnan(value):
        return None
    drawn = [
        _total(metric, after[sample]) - _total(metric, before[sample]) for sample in _samples(len(before))
    ]
    return Estimate(value, *_bounds(drawn), _applicable(after))


def _samples(n: int) -> NDArray[np.int64]:
    return np.random.default_rng(_SEED).integers(0, n, size=(_RESAMPLES, n))


def _total(metric: Metric, rows: Observations) -> float:
    applicable = rows[~np.isnan(rows[:, 0])]
    return metric.total(applicable) if len(applicable) else float("nan")


def _bounds(drawn: list[float]) -> tuple[float, float]:
    tail = (1 - CONFIDENCE) / 2
    low, high = np.nanquantile(drawn, [tail, 1 - tail])
    return float(low), float(high)


def _applicable(rows: Observations) -> int:
    return int((~np.isnan(rows[:, 0])).sum())
