"""The progress of a build, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from index.build_report import BuildProgress, Phase
from ui.notes import note
from ui.screen import Screen


class Rate(ProgressColumn):
    """How many files or passages a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, or nothing while it is unknown."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="dim")


@contextmanager
def build_progress() -> Iterator[Callable[[BuildProgress], None]]:
    """Give what a build calls with its progress: bars on a terminal, a line for each phase elsewhere."""
    screen = Screen(stderr=True)
    if not screen.is_terminal:
        yield _Lines()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as progress:
        yield _Bars(progress)


class _Lines:
    """A line whenever a phase begins."""

    def __init__(self) -> None:
        self._phase: Phase | None = None

    def __call__(self, state: BuildProgress) -> None:
        if state.phase is self._phase:
            return
        self._phase = state.phase
        total = {
            Phase.READING: f" ({state.files_total:,})",
            Phase.EMBEDDING: f" ({state.passages_total:,})",
        }
        note(state.phase.value + total.get(state.phase, ""))


class _Bars:
    """A bar for each phase that has begun; those without a known length pulse."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._phase: Phase | None = None

    def __call__(self, state: BuildProgress) -> None:
        done, total = {
            Phase.READING: (state.files, state.files_total),
            Phase.EMBEDDING: (state.passages, state.passages_total),
        }.get(state.phase, (0, None))
        if state.phase is not self._phase:
            self._finish()
            self._phase = state.phase
            self._progress.add_task(state.phase.value, total=total)
        self._progress.update(self._progress.task_ids[-1], completed=done, total=total)

    def _finish(self) -> None:
        for task in self._progress.tasks:
            self._progress.update(task.id, total=task.total or 1, completed=task.total or 1)
