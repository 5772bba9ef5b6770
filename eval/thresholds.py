"""Limits that a run must keep, for continuous integration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.scores import Score, named


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit for one metric: the least value it may have, or (where `ceiling`) the greatest."""

    metric: str
    value: float
    ceiling: bool = False

    @classmethod
    def parse(cls, text: str, *, ceiling: bool = False) -> Threshold:
        """Read METRIC=VALUE.

        Raises:
            ValueError: it has another form.
            UnknownMetric: no metric has that name.
        """
        name, equals, value = text.partition("=")
        if not equals:
            raise ValueError(f"{text!r} is not of the form METRIC=VALUE")
        return cls(named(name.strip()).name, float(value), ceiling)

    def broken_by(self, value: float | None) -> bool:
        """Tell whether a value is beyond the limit; one that was not measured is."""
        if value is None:
            return True
        return value > self.value if self.ceiling else value < self.value


def broken(limits: Iterable[Threshold], scores: Sequence[Score]) -> list[str]:
    """Return a line for every limit that is not kept."""
    values = {score.metric: score.value for score in scores}
    return [
        f"{limit.metric} is {_shown(values.get(limit.metric))}, "
        f"{'over' if limit.ceiling else 'under'} the limit of {limit.value:g}"
        for limit in limits
        if limit.broken_by(values.get(limit.metric))
    ]


def _shown(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.4g}"
