"""From values to places in a drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where it stands, in pixels, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Maps values from 0 to `top` linearly to pixels from `begin` to `end`."""

    top: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value, to a tenth of a pixel; values beyond the axis stand at its end."""
        share = min(max(value / self.top, 0.0), 1.0)
        return round(self.begin + share * (self.end - self.begin), 1)

    def ticks(self, most: int = 5, suffix: str = "") -> list[Tick]:
        """Return at most `most` + 1 ticks at round values, from 0 up."""
        step = _round_step(self.top / most)
        count = int(self.top / step + 1e-9)
        return [Tick(self.at(n * step), f"{n * step:g}{suffix}") for n in range(count + 1)]


def _round_step(least: float) -> float:
    """Return the smallest of 1, 2, 2.5 and 5 times a power of ten that is not less than `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(
        factor * power for factor in (1.0, 2.0, 2.5, 5.0, 10.0) if factor * power >= least * (1 - 1e-9)
    )
