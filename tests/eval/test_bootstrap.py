"""Confidence intervals."""

from __future__ import annotations

import numpy as np
import pytest

from eval.bootstrap import as_rows, difference, estimate
from eval.metrics import METRICS

MEAN = METRICS["gold-span"]


def test_the_interval_of_a_share_is_about_that_of_the_normal_approximation() -> None:
    found = estimate(MEAN, as_rows([(1.0,)] * 80 + [(0.0,)] * 20))

    assert found is not None
    assert (found.value, found.n) == (0.8, 100)
    assert found.low == pytest.approx(0.8 - 1.96 * 0.04, abs=0.02)
    assert found.high == pytest.approx(0.8 + 1.96 * 0.04, abs=0.02)


def test_questions_that_a_metric_does_not_apply_to_do_not_count() -> None:
    found = estimate(MEAN, as_rows([(1.0,), None, (0.0,), None]))

    assert found is not None
    assert (found.value, found.n) == (0.5, 2)


def test_nothing_to_count_gives_no_estimate() -> None:
    assert estimate(MEAN, as_rows([])) is None
    assert estimate(MEAN, as_rows([None, None])) is None
    assert estimate(METRICS["AUROC"], as_rows([(1.0, 0.2), (1.0, 0.9)])) is None


def test_equal_runs_give_equal_intervals() -> None:
    rows = as_rows([(float(n % 3 == 0),) for n in range(50)])

    assert estimate(MEAN, rows) == estimate(MEAN, rows)


def test_pairing_sees_a_small_change_that_two_intervals_would_hide() -> None:
    before = as_rows([(float(n % 2),) for n in range(200)])
    after = before.copy()
    after[:20:2] = 1.0  # ten questions improve, none gets worse
    alone = estimate(MEAN, before)
    found = difference(MEAN, before, after)

    assert alone is not None
    assert found is not None
    assert found.value == pytest.approx(0.05)
    assert 0 < found.low < found.high
    assert found.high - found.low < alone.high - alone.low


def test_rows_have_the_width_of_the_observations() -> None:
    assert as_rows([None, (1.0, 2.0)]).shape == (2, 2)
    assert np.isnan(as_rows([None, (1.0, 2.0)])[0]).all()
