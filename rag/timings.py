"""How long each stage of an answer took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Timings:
    """Milliseconds by stage, in the order of the stages; a stage entered twice adds up."""

    def __init__(self) -> None:
        self._milliseconds: dict[str, float] = {}
        self._started = perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the block towards `name`."""
        started = perf_counter()
        try:
            yield
        finally:
            spent = (perf_counter() - started) * 1000
            self._milliseconds[name] = self._milliseconds.get(name, 0.0) + spent

    def report(self) -> dict[str, float]:
        """Return milliseconds by stage, and under `total` those since this object was made."""
        return {**self._milliseconds, "total": (perf_counter() - self._started) * 1000}
