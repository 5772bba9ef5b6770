"""Limits for continuous integration."""

from __future__ import annotations

import pytest

from eval.errors import UnknownMetric
from eval.metrics.metric import Unit
from eval.scores import Score
from eval.thresholds import Threshold, broken


def score(metric: str, value: float | None) -> Score:
    return Score(
        metric=metric, value=value, low=value, high=value, n=3, unit=Unit.SHARE, higher_is_better=True
    )


SCORES = [score("gold-span", 0.8), score("false-answer-rate", 0.2), score("AUROC", None)]


@pytest.mark.parametrize(
    ("text", "ceiling", "kept"),
    [
        ("gold-span=0.8", False, True),
        ("gold-span=0.81", False, False),
        ("false-answer-rate=0.2", True, True),
        ("false-answer-rate=0.19", True, False),
        ("AUROC=0", False, False),
        ("sentence-MAP=0", False, False),
    ],
)
def test_a_limit_is_kept_or_broken(text: str, ceiling: bool, kept: bool) -> None:
    assert (not broken([Threshold.parse(text, ceiling=ceiling)], SCORES)) is kept


def test_what_is_said_of_broken_limits() -> None:
    limits = [Threshold.parse("gold-span=0.9"), Threshold.parse("false-answer-rate=.1", ceiling=True)]

    assert broken(limits, SCORES) == [
        "gold-span is 0.8, under the limit of 0.9",
        "false-answer-rate is 0.2, over the limit of 0.1",
    ]


def test_a_misspelt_metric_is_guessed() -> None:
    with pytest.raises(UnknownMetric, match=r"did you mean gold-span\?"):
        Threshold.parse("goldspan=0.5")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("gold-span", "METRIC=VALUE"), ("gold-span=much", "float"), ("gold-span=", "float")],
)
def test_another_form_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Threshold.parse(text)
