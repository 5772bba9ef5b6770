"""How long an answer takes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from eval.metrics.metric import Observation, Observations, Unit
from eval.outcome import Outcome


class Latency:
    """A percentile of the milliseconds that a stage takes, `total` being the whole question.

    Definition: linear interpolation between the nearest questions. The first question of a run
    loads the models and is asked once before, without being counted. Range 0 and up, lower is
    better.

    Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician
    50(4), 1996, definition 7.
    """

    unit = Unit.MILLISECONDS
    higher_is_better = False

    def __init__(self, percentile: int, stage: str = "total") -> None:
        self._percentile = percentile
        self._stage = stage
        self.name = f"latency-p{percentile}" + ("" if stage == "total" else f":{stage}")

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the milliseconds, if the question went through the stage."""
        spent = outcome.answer.timings.get(self._stage)
        return None if spent is None else (spent,)

    def total(self, observed: Observations) -> float:
        """Return the percentile."""
        return float(np.percentile(observed[:, 0], self._percentile))


def by_stage(outcomes: Iterable[Outcome]) -> list[Latency]:
    """Return the median and the 95th percentile of every stage that occurs but `total`, in order."""
    stages = dict.fromkeys(stage for outcome in outcomes for stage in outcome.answer.timings)
    return [Latency(percentile, stage) for stage in stages if stage != "total" for percentile in (50, 95)]
