"""Fitting the decision to answer or to refuse.

Logistic regression on the standardised signals, folded back to weights on the raw ones. The weights
are fitted on training and development questions, each held to the side of zero that its signal is
meant to count on: a set whose answerable questions are worded far from the text would otherwise
teach that words which the corpus does not mention speak for an answer. Error rates are those of
questions that the model did not see (stratified cross-validation, repeated). The threshold is that
of the least expected cost, given what a false answer costs beside a false refusal.

Source: Kamath, Jia and Liang, "Selective Question Answering under Domain Shift", ACL 2020
(a calibrator over signals of the reader); cross-validation: Stone, JRSS B 36(2), 1974; threshold:
Chow, "On optimum recognition error and reject tradeoff", IEEE Trans. Information Theory 16(1), 1970.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from eval.errors import MissingExtra
from rag.abstention import Calibration, Signals

_FOLDS = 8
_REPEATS = 10
_INVERSE_PENALTY = 0.3  # scikit-learn's C: few questions and correlated signals want a firm hand

COST = 0.87
"""What a false answer costs, a false refusal costing 1: docs/evaluation.md tells how it was chosen."""

SIGNS = {
    "score": 1,
    "bare": 1,
    "unheard_names": -1,
    "asks_questioner": 1,
    "unused_word": -1,
}
"""For each signal, whether more of it speaks for an answer (1) or against one (-1)."""

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
    names = list(SIGNS)
    x = np.array([[float(getattr(example.signals, name)) for name in names] for example in examples])
    y = np.array([example.answerable for example in examples], dtype=bool)
    if min(y.sum(), (~y).sum()) < _FOLDS:
        raise ValueError(f"at least {_FOLDS} answerable and {_FOLDS} unanswerable questions are needed")
    held_out = _held_out(x, y)
    threshold = COST / (1 + COST)
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
    total = np.zeros(len(y))
    for repeat in range(_REPEATS):
        for train, test in _folds(y, repeat):
            weights, intercept = _raw_weights(x[train], y[train])
            total[test] += expit(x[test] @ weights + intercept)
    return total / _REPEATS


def _folds(y: NDArray[np.bool_], repeat: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    try:
        from sklearn.model_selection import StratifiedKFold
    except ImportError as error:
        raise MissingExtra(
            "Calibration needs scikit-learn: install it with `pip install 'onrecord[dev]'`."
        ) from error
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=repeat)
    yield from folds.split(np.zeros(len(y)), y)


def _raw_weights(x: NDArray[np.float64], y: NDArray[np.bool_]) -> tuple[Vector, float]:
    """Return weights and intercept for the signals as they are, not standardised.

    Minimises the logistic loss with an L2 penalty on the standardised weights, each bounded to the
    side of zero that its signal is meant to count on.
    """
    mean, scale = x.mean(axis=0), np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    z = (x - mean) / scale
    target = np.where(y, 1.0, -1.0)

    def loss(parameters: Vector) -> tuple[float, Vector]:
        weights, margins = parameters[1:], target * (z @ parameters[1:] + parameters[0])
        slope = -target * expit(-margins)
        gradient = np.concatenate([[slope.sum()], z.T @ slope + weights / _INVERSE_PENALTY])
        return float(np.logaddexp(0.0, -margins).sum() + weights @ weights / (2 * _INVERSE_PENALTY)), gradient

    bounds = [(None, None), *((0.0, None) if sign > 0 else (None, 0.0) for sign in SIGNS.values())]
    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    weights = found[1:] / scale
    return weights, float(found[0] - weights @ mean)
