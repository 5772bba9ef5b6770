"""Fitting the decision to answer or to refuse.

Logistic regression on the standardised signals, folded back to weights on the raw ones, fitted on
training and development questions alone. Error rates are those of questions that the model did not see
(stratified cross-validation, repeated); the threshold is chosen on the same held-out estimates so
that the larger of the two errors is as small as can be.

Source: Kamath, Jia and Liang, "Selective Question Answering under Domain Shift", ACL 2020
(a calibrator over signals of the reader); cross-validation: Stone, JRSS B 36(2), 1974.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.errors import MissingExtra
from rag.abstention import Calibration, Signals

_FOLDS = 8
_REPEATS = 10
_INVERSE_PENALTY = 0.3  # scikit-learn's C: few questions and correlated signals want a firm hand

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """The signals of one question to learn from, and whether the corpus answers it."""

    group: str
    signals: Signals
    answerable: bool


@dataclass(frozen=True, slots=True)
class ErrorRates:
    """Both error rates over `n` held-out questions, each 0 to 1."""

    n: int
    false_answers: float
    false_refusals: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model, and what it did on questions it had not seen, over all and by group."""

    calibration: Calibration
    overall: ErrorRates
    by_group: dict[str, ErrorRates]


def fit(examples: Sequence[Example]) -> Fit:
    """Return the model of `examples`; the same examples give the same model.

    Raises:
        ValueError: there are fewer than eight answerable or unanswerable questions.
        MissingExtra: scikit-learn is not installed.
    """
    names = [item.name for item in fields(Signals)]
    x = np.array([[float(getattr(example.signals, name)) for name in names] for example in examples])
    y = np.array([example.answerable for example in examples], dtype=bool)
    if min(y.sum(), (~y).sum()) < _FOLDS:
        raise ValueError(f"at least {_FOLDS} answerable and {_FOLDS} unanswerable questions are needed")
    held_out = _held_out(x, y)
    threshold = balanced_threshold(held_out, y)
    groups = np.array([example.group for example in examples])
    weights, intercept = _raw_weights(x, y)
    return Fit(
        calibration=Calibration(
            weights={name: round(float(weight), 6) for name, weight in zip(names, weights, strict=True)},
            intercept=round(intercept, 6),
            threshold=round(threshold, 4),
        ),
        overall=_errors(held_out, y, threshold),
        by_group={
            str(group): _errors(held_out[groups == group], y[groups == group], threshold)
            for group in dict.fromkeys(groups)
        },
    )


def balanced_threshold(probabilities: Vector, answerable: NDArray[np.bool_]) -> float:
    """Return the threshold at which the larger of the two error rates is smallest.

    Of equal ones, that with the smaller sum of errors, then the lowest. It lies half-way between
    two estimates.
    """
    levels = np.unique(probabilities)
    candidates = (levels[1:] + levels[:-1]) / 2 if len(levels) > 1 else levels
    rates = [_errors(probabilities, answerable, float(candidate)) for candidate in candidates]
    keys = [
        (max(rate.false_answers, rate.false_refusals), rate.false_answers + rate.false_refusals)
        for rate in rates
    ]
    return float(candidates[keys.index(min(keys))])


def _errors(probabilities: Vector, answerable: NDArray[np.bool_], threshold: float) -> ErrorRates:
    answered = probabilities >= threshold
    unanswerable = ~answerable
    return ErrorRates(
        n=len(probabilities),
        false_answers=float((answered & unanswerable).sum() / max(1, unanswerable.sum())),
        false_refusals=float((~answered & answerable).sum() / max(1, answerable.sum())),
    )


def _held_out(x: NDArray[np.float64], y: NDArray[np.bool_]) -> Vector:
    """Return each question's probability under models that did not see it, averaged over the repeats."""
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    total = np.zeros(len(y))
    for repeat in range(_REPEATS):
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=repeat)
        total += cross_val_predict(_pipeline(), x, y, cv=folds, method="predict_proba")[:, 1]
    return total / _REPEATS


def _raw_weights(x: NDArray[np.float64], y: NDArray[np.bool_]) -> tuple[Vector, float]:
    """Return weights and intercept for the signals as they are, not standardised."""
    scaler, model = (step for _, step in _pipeline().fit(x, y).steps)
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def _pipeline() -> Any:
    try:
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler
    except ImportError as error:
        raise MissingExtra(
            "Calibration needs scikit-learn: install it with `pip install 'onrecord[dev]'`."
        ) from error
    return make_pipeline(StandardScaler(), LogisticRegression(C=_INVERSE_PENALTY))
