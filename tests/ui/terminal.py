"""A terminal of any width, for looking at what is printed to it."""

from __future__ import annotations

import pytest
from rich.console import RenderableType

from ui.screen import print_result


class Terminal:
    """Prints as to a terminal of a given width, and returns what was printed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *parts: RenderableType, columns: int | None = 60) -> str:
        if columns is None:
            self._monkeypatch.delenv("COLUMNS", raising=False)
        else:
            self._monkeypatch.setenv("COLUMNS", str(columns))
        print_result(*parts)
        return self._capsys.readouterr().out
