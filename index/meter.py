"""The progress of a build, summed up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Any

from index.build_report import BuildProgress, Phase

Notify = Callable[[BuildProgress], None]


class Meter:
    """Adds up what the parts of a build report, from whatever thread, and passes it on."""

    def __init__(self, notify: Notify | None) -> None:
        self._notify = notify
        self._state = BuildProgress(Phase.READING, 0, 0, 0, 0)
        self._lock = Lock()

    def files(self, done: int, total: int) -> None:
        """Files read, and to read."""
        self._show(files=done, files_total=total)

    def passages(self, done: int, total: int) -> None:
        """Passages whose vectors are there, and passages known so far."""
        self._show(passages=done, passages_total=total)

    def enter(self, phase: Phase) -> None:
        """A new part of the build begins."""
        self._show(phase=phase)

    def _show(self, **news: Any) -> None:
        with self._lock:
            self._state = replace(self._state, **news)
            if self._notify:
                self._notify(self._state)
