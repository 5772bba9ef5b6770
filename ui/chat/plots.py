"""Statements by year, as the bars of an inline SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_MOST_BARS = 40
_WIDTHS = (1, 5, 10, 20, 50, 100)  # years
WIDTH, HEIGHT = 480.0, 120.0  # of the drawing area, in its own units
_GAP = 0.18  # of a bar's share


@dataclass(frozen=True, slots=True)
class Period:
    """Statements from the year `first` to `last`, both included."""

    first: int
    last: int
    statements: int

    @property
    def label(self) -> str:
        """The years as people write them."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A period and its rectangle; y grows downwards. `left` and `share` are the place it may take."""

    period: Period
    x: float
    y: float
    width: float
    height: float
    left: float
    share: float


def periods(years: dict[int, int]) -> list[Period]:
    """Return statements by periods of equal length, so long that there are at most forty; gaps are zero."""
    if not years:
        return []
    first, last = min(years), max(years)
    width = next((one for one in _WIDTHS if (last - first) // one < _MOST_BARS), _WIDTHS[-1])
    start = first - first % width
    return [
        Period(year, year + width - 1, sum(years.get(one, 0) for one in range(year, year + width)))
        for year in range(start, last + 1, width)
    ]


def bars(shown: Iterable[Period]) -> list[Bar]:
    """Return the rectangles of a bar chart; the highest reaches the top."""
    listed = list(shown)
    most = max((period.statements for period in listed), default=1) or 1
    share = min(WIDTH / max(1, len(listed)), 60.0)
    return [
        Bar(
            period=period,
            x=round(number * share + share * _GAP / 2, 2),
            y=round(HEIGHT * (1 - period.statements / most), 2),
            width=round(share * (1 - _GAP), 2),
            height=round(HEIGHT * period.statements / most, 2),
            left=round(number * share, 2),
            share=round(share, 2),
        )
        for number, period in enumerate(listed)
    ]
