"""The command line as a user meets it: its own process, its own folder, the shipped corpus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.cli import app
from ui.run import run

SEED = "000_8de327bb625e098c"
"""Id of the shipped statement."""

FOREIGN = ("ONRECORD_", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING")
"""Variables of the tester that would change what is printed."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The JSON document on standard output; anything beside it makes this fail."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Runs `onrecord` in `folder` with nothing of the tester's own settings."""

    project: Path
    folder: Path

    def __call__(self, *arguments: str, **variables: str) -> Ran:
        return self.run_with("", *arguments, **variables)

    def run_with(self, typed: str, *arguments: str, **variables: str) -> Ran:
        """Run the command with `typed` on its standard input."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=self.environment(**variables),
            input=typed.encode(),
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def command(self, *arguments: str) -> Sequence[str]:
        return [sys.executable, "-m", "ui.cli", *arguments]

    def environment(self, **variables: str) -> dict[str, str]:
        mine = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        return {**mine, "PYTHONPATH": str(self.project), "PYTHONIOENCODING": "utf-8", **variables}


@dataclass(frozen=True, slots=True)
class InProcess:
    """The same, in the process of the tests: for all that does not depend on having one of its own."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Ran:
        self.monkeypatch.chdir(self.folder)
        for name in os.environ:
            if name.startswith(FOREIGN):
                self.monkeypatch.delenv(name)
        status = run(app, arguments)
        captured = self.capsys.readouterr()
        return Ran(status, captured.out, captured.err)
