"""The progress of an evaluation, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ui.notes import note
from ui.screen import Screen


@contextmanager
def question_progress(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Give what a run calls with the questions done and their total: a bar on a terminal, else one line."""
    screen = Screen(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task(doing, total=None)

        def update(done: int, total: int) -> None:
            if done == 1 and not screen.is_terminal:
                note(f"{doing} {total:,} questions")
            progress.update(task, completed=done, total=total)

        yield update
