"""The command in a folder of its own, and over the shipped corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.command_line import SEED, CommandLine, InProcess
from tests.ui.terminal import Terminal


@pytest.fixture
def onrecord(project: Path, tmp_path: Path) -> CommandLine:
    """The command in an empty folder."""
    return CommandLine(project, tmp_path)


@pytest.fixture(scope="session")
def seeds(project: Path, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The command in a folder whose `.onrecord` is the index of the shipped corpus. Change nothing there."""
    command = CommandLine(project, tmp_path_factory.mktemp("seeds"))
    built = command("index", str(project / "seeds"))
    assert built.status == 0, built.err
    return command


@pytest.fixture
def inside(
    seeds: CommandLine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> InProcess:
    """As `seeds`, without the cost of a process."""
    return InProcess(seeds.folder, monkeypatch, capsys)


@pytest.fixture
def inside_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> InProcess:
    """As `onrecord`, without the cost of a process."""
    return InProcess(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="session")
def seed_text(seeds: CommandLine) -> str:
    """The text that the offsets of the shipped statement refer to."""
    text = seeds("show", SEED, "--json").document["text"]
    assert isinstance(text, str)
    return text


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)
