"""Bringing the index up to date while the chat goes on answering from the old one."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Thread

from index.build import build
from index.build_report import BuildProgress, BuildReport, Phase
from index.errors import OnRecordError
from rag.live import LiveAssistant
from ui.settings import Settings

_FAILED = "The index could not be rebuilt because of an error on the server: the old one goes on serving."

# The shares of a build's time, roughly: nearly all of it goes into the embedding of passages.
_READING, _EMBEDDING = 0.08, 0.95


@dataclass(frozen=True, slots=True)
class Rebuild:
    """How far the newest rebuild has come, or how it ended.

    `seconds` have passed since it started. While it runs, `report` and `failure` are both None.
    """

    seconds: float = 0.0
    progress: BuildProgress | None = None
    report: BuildReport | None = None
    failure: str | None = None

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self.report is None and self.failure is None

    @property
    def done(self) -> float:
        """The share of the work that is done, of 0 to 1."""
        state = self.progress
        if not self.running:
            return 1.0
        if state is None:
            return 0.0
        if state.phase is Phase.READING:
            return _READING * state.files / max(1, state.files_total)
        if state.phase is Phase.EMBEDDING:
            return _READING + (_EMBEDDING - _READING) * state.passages / max(1, state.passages_total)
        return _EMBEDDING

    @property
    def seconds_left(self) -> float | None:
        """What it will still take at the pace so far; None while that is a guess."""
        if not self.running or self.done < 0.1 or self.seconds < 1.0:
            return None
        return self.seconds * (1 - self.done) / self.done


class Rebuilding:
    """Rebuilds in the background, one at a time; what changes meanwhile brings another run."""

    def __init__(self, settings: Settings, folder: Path, live: LiveAssistant) -> None:
        self._settings = settings
        self._folder = folder
        self._live = live
        self._lock = Lock()
        self._again = False
        self._started = 0.0
        self._state: Rebuild | None = None

    def start(self) -> None:
        """Rebuild from now on, or once more after the run that is under way."""
        with self._lock:
            if self._state is not None and self._state.running:
                self._again = True
                return
            self._begin()
        Thread(target=self._run, name="rebuild", daemon=True).start()

    def state(self) -> Rebuild | None:
        """Return the newest rebuild, None where there was none since the server started."""
        with self._lock:
            if self._state is not None and self._state.running:
                return replace(self._state, seconds=time.monotonic() - self._started)
            return self._state

    def _begin(self) -> None:
        self._again = False
        self._started = time.monotonic()
        self._state = Rebuild()

    def _run(self) -> None:
        while True:
            ended = self._build()
            with self._live.lease():
                pass  # opens the new generation now, not at somebody's next question
            with self._lock:
                self._state = ended
                if not self._again:
                    return
                self._begin()

    def _build(self) -> Rebuild:
        started = time.monotonic()
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            report = build(
                self._settings.index_dir, [self._folder], self._settings.index, progress=self._progressed
            )
        except OnRecordError as error:
            return Rebuild(time.monotonic() - started, failure=str(error))
        except Exception:
            logging.getLogger(__name__).exception("The index could not be rebuilt.")
            return Rebuild(time.monotonic() - started, failure=_FAILED)
        return Rebuild(time.monotonic() - started, report=report)

    def _progressed(self, progress: BuildProgress) -> None:
        with self._lock:
            if self._state is not None:
                self._state = replace(self._state, progress=progress)
