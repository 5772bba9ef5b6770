"""The plots of a report, as the places of their marks; the templates draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.document import QuestionRecord, Report
from eval.html.axes import Axis, Tick
from eval.metrics.metric import Unit
from eval.metrics.risk_coverage import risks
from eval.scores import Score

_WIDTH, _HEIGHT = 420.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 12.0, 12.0, 40.0
_ROW, _NAMES, _FIGURES = 24.0, 170.0, 60.0
_BINS = 10


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a plot, its inner edges and its ticks."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A metric's bar: its row, its end, and the ends of its whisker."""

    score: Score
    y: float
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Metric bars, best read from left (0) to right (1)."""

    frame: Frame
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A point with what it says."""

    x: float
    y: float
    radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points, given as SVG's `points`, and the dots upon it."""

    frame: Frame
    points: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a histogram."""

    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Columns, and vertical marks such as the median."""

    frame: Frame
    columns: tuple[Column, ...]
    marks: tuple[Tick, ...]


def metric_bars(scores: Sequence[Score]) -> Bars | None:
    """Return a bar with a whisker for every share that has a value."""
    shown = [score for score in scores if score.unit is Unit.SHARE and score.value is not None]
    if not shown:
        return None
    width = _NAMES + _WIDTH + _FIGURES
    bottom = _TOP + _ROW * len(shown)
    axis = Axis(1.0, _NAMES, _NAMES + _WIDTH)
    frame = Frame(width, bottom + 28, _NAMES, axis.end, _TOP, bottom, tuple(axis.ticks()), ())
    bars = tuple(
        Bar(
            score,
            _TOP + _ROW * row,
            axis.at(score.value or 0.0),
            axis.at(score.low or 0.0),
            axis.at(score.high or 0.0),
        )
        for row, score in enumerate(shown)
    )
    return Bars(frame, bars)


def risk_coverage(report: Report) -> Curve | None:
    """Return the risk over the share of questions answered, with a dot at the threshold in use."""
    judged = [question for question in report.questions if question.right_if_answered is not None]
    if not judged:
        return None
    rows = np.array([(question.probability, float(not question.right_if_answered)) for question in judged])
    risk = risks(rows)
    x, y, frame = _square()
    n = len(risk)
    points = [(x.at((place + 1) / n), y.at(float(value))) for place, value in enumerate(risk)]
    answered = int((rows[:, 0] >= report.threshold).sum())
    dots: tuple[Dot, ...] = ()
    if answered:
        at_x, at_y = points[answered - 1]
        label = f"threshold in use: {answered / n:.0%} answered, {risk[answered - 1]:.1%} of these wrong"
        dots = (Dot(at_x, at_y, 5.0, label),)
    return Curve(frame, _path(points), dots)


def calibration(report: Report) -> Curve | None:
    """Return the share of right answers by estimated probability, in ten bins; the line is perfection."""
    judged = [question for question in report.questions if question.right_if_answered is not None]
    if not judged:
        return None
    x, y, frame = _square()
    bins: dict[int, list[QuestionRecord]] = {}
    for question in judged:
        bins.setdefault(min(int(question.probability * _BINS), _BINS - 1), []).append(question)
    dots = []
    for _, members in sorted(bins.items()):
        expected = float(np.mean([question.probability for question in members]))
        right = float(np.mean([bool(question.right_if_answered) for question in members]))
        label = f"{len(members)} questions at {expected:.2f}: {right:.2f} right"
        radius = round(3.0 + 9.0 * (len(members) / len(judged)) ** 0.5, 1)
        dots.append(Dot(x.at(expected), y.at(right), radius, label))
    return Curve(frame, _path([(x.at(0.0), y.at(0.0)), (x.at(1.0), y.at(1.0))]), tuple(dots))


def latency(report: Report) -> Histogram | None:
    """Return the distribution of the milliseconds a question takes, with its median and 95th percentile."""
    spent = [question.timings["total"] for question in report.questions if "total" in question.timings]
    if not spent:
        return None
    counts, edges = np.histogram(spent, bins=20, range=(0.0, max(spent)))
    x = Axis(float(edges[-1]), _LEFT, _WIDTH - _RIGHT)
    y = Axis(float(counts.max()), _HEIGHT - _BOTTOM, _TOP)
    columns = tuple(
        Column(
            x.at(float(low)),
            y.at(int(count)),
            round(max(x.at(float(high)) - x.at(float(low)) - 1, 0.5), 1),
            round(y.begin - y.at(int(count)), 1),
            f"{count} questions from {low:,.0f} to {high:,.0f} ms",
        )
        for count, low, high in zip(counts, edges, edges[1:], strict=False)
        if count
    )
    marks = tuple(
        Tick(x.at(float(np.percentile(spent, p))), f"p{p} {np.percentile(spent, p):,.0f} ms")
        for p in (50, 95)
    )
    return Histogram(_frame(x, y, x_suffix=" ms"), columns, marks)


def _square() -> tuple[Axis, Axis, Frame]:
    x = Axis(1.0, _LEFT, _WIDTH - _RIGHT)
    y = Axis(1.0, _HEIGHT - _BOTTOM, _TOP)
    return x, y, _frame(x, y)


def _frame(x: Axis, y: Axis, x_suffix: str = "") -> Frame:
    x_ticks, y_ticks = tuple(x.ticks(suffix=x_suffix)), tuple(y.ticks())
    return Frame(_WIDTH, _HEIGHT, x.begin, x.end, y.end, y.begin, x_ticks, y_ticks)


def _path(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
