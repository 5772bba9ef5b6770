from __future__ import annotations

import time

import pytest

from rag.timings import Timings


def test_stages_are_reported_in_milliseconds_in_their_order() -> None:
    timings = Timings()
    with timings.stage("retrieve"):
        time.sleep(0.02)
    with timings.stage("rerank"):
        pass
    report = timings.report()
    assert list(report) == ["retrieve", "rerank", "total"]
    assert 20 <= report["retrieve"] <= report["total"]
    assert 0 <= report["rerank"] < report["retrieve"]


def test_a_stage_entered_twice_adds_up() -> None:
    timings = Timings()
    for _ in range(2):
        with timings.stage("retrieve"):
            time.sleep(0.02)
    assert timings.report()["retrieve"] >= 40


def test_a_stage_that_fails_counts() -> None:
    timings = Timings()
    with pytest.raises(ValueError, match="no luck"), timings.stage("retrieve"):
        raise ValueError("no luck")
    assert timings.report()["retrieve"] >= 0
