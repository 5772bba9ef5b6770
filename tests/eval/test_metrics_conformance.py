"""Every line of the metric table, on runs whose quality is known."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from eval.bootstrap import as_rows, estimate
from eval.metrics import METRICS
from eval.metrics.metric import Metric, Unit
from eval.outcome import Outcome
from tests.eval import runs

METRIC = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)


def value(metric: Metric, outcomes: list[Outcome]) -> float | None:
    found = estimate(metric, as_rows(map(metric.observe, outcomes)))
    return found.value if found else None


@METRIC
def test_a_metric_is_listed_under_its_name_and_says_what_it_is(metric: Metric) -> None:
    text = " ".join((type(metric).__doc__ or "").split())

    assert METRICS[metric.name] is metric
    assert "Range 0" in text
    assert ("higher is better" if metric.higher_is_better else "lower is better") in text
    assert "Source: " in text


@METRIC
def test_a_perfect_run_has_the_best_value(metric: Metric) -> None:
    found = value(metric, runs.perfect())

    assert found is not None
    if metric.unit is Unit.SHARE and metric.name != "AURC":
        assert found == (1.0 if metric.higher_is_better else 0.0)


@METRIC
def test_an_empty_run_has_no_value(metric: Metric) -> None:
    assert value(metric, []) is None


@METRIC
@pytest.mark.parametrize("make", [runs.all_refused, runs.all_wrong])
def test_a_bad_run_is_in_range_and_never_better_than_a_perfect_one(
    metric: Metric, make: Callable[[], list[Outcome]]
) -> None:
    found, best = value(metric, make()), value(metric, runs.perfect())

    assert best is not None
    if found is not None:
        assert math.isfinite(found)
        assert found >= 0.0
        assert metric.unit is not Unit.SHARE or found <= 1.0
        assert found <= best if metric.higher_is_better else found >= best


@METRIC
def test_refusing_or_answering_all_wrong_is_noticed(metric: Metric) -> None:
    if metric.unit is Unit.MILLISECONDS:
        assert value(metric, runs.all_refused()) == runs.TIMINGS["total"]
        return
    worse = [
        found
        for found in (value(metric, make()) for make in (runs.all_refused, runs.all_wrong))
        if found is not None
    ]

    assert any(found != value(metric, runs.perfect()) for found in worse)


@METRIC
def test_the_order_of_the_questions_does_not_matter(metric: Metric) -> None:
    mixed = [*runs.perfect(), *runs.all_refused(), *runs.all_wrong()]

    assert value(metric, mixed) == pytest.approx(value(metric, mixed[::-1]))
