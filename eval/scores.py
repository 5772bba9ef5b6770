"""The values of all metrics over a run, with their confidence intervals."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from eval.bootstrap import as_rows, estimate
from eval.errors import UnknownMetric
from eval.metrics import METRICS, Metric
from eval.metrics.latency import by_stage
from eval.metrics.metric import Observations, Unit
from eval.outcome import Outcome


class Score(BaseModel):
    """A metric's value over `n` questions, between the bounds of its 95% confidence interval.

    Value and bounds are None where no question determines them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    metric: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    unit: Unit
    higher_is_better: bool


def scores(outcomes: Sequence[Outcome]) -> list[Score]:
    """Return every metric's score, in the order of the table, then the latency of each stage."""
    metrics: list[Metric] = [*METRICS.values(), *by_stage(outcomes)]
    return [score(metric, as_rows(map(metric.observe, outcomes))) for metric in metrics]


def score(metric: Metric, rows: Observations) -> Score:
    """Return the score of one metric over the questions of `rows` (see `as_rows`)."""
    found = estimate(metric, rows)
    value, low, high, n = (found.value, found.low, found.high, found.n) if found else (None, None, None, 0)
    return Score(
        metric=metric.name,
        value=value,
        low=low,
        high=high,
        n=n,
        unit=metric.unit,
        higher_is_better=metric.higher_is_better,
    )


def named(name: str, known: Mapping[str, Metric] = METRICS) -> Metric:
    """Return the metric of that name.

    Raises:
        UnknownMetric: there is none.
    """
    if name in known:
        return known[name]
    lowered = {key.casefold(): key for key in known}
    near = difflib.get_close_matches(name.casefold(), lowered, n=1, cutoff=0.4)
    hint = f"did you mean {lowered[near[0]]}?" if near else f"there are {', '.join(known)}."
    raise UnknownMetric(f"No metric is called {name!r}: {hint}")
