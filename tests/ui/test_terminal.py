"""Pipes, terminals and their characters."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.ui.command_line import SEED, CommandLine


def _in_a_terminal(command: CommandLine, *arguments: str, **variables: str) -> str:
    """Return what a command prints to a terminal, standard error included."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command.command(*arguments),
        cwd=command.folder,
        env=command.environment(TERM="xterm-256color", **variables),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while block := os.read(ours, 4096):
                shown += block
        except OSError:
            pass  # the other side is closed
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode()


def test_terminal_gets_colour_and_its_width(seeds: CommandLine) -> None:
    shown = _in_a_terminal(seeds, "show", SEED, COLUMNS="60")
    assert "\x1b[1mJournalist (questioner)\x1b[0m" in shown
    assert max(len(line) for line in shown.replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines()) <= 60


def test_a_width_of_nothing_still_shows_the_result(seeds: CommandLine) -> None:
    assert seeds("info", COLUMNS="0").out.split()[:2] == ["1", "statement,"]


def test_no_color_is_respected(seeds: CommandLine) -> None:
    assert "\x1b[3" not in _in_a_terminal(seeds, "show", SEED, COLUMNS="60", NO_COLOR="1")


def test_build_shows_its_progress(onrecord: CommandLine, project: Path) -> None:
    shown = _in_a_terminal(onrecord, "index", str(project / "seeds"), COLUMNS="100")
    assert "reading files" in shown
    assert "embedding passages" in shown
    assert ".onrecord now holds 1 statement" in shown


def test_pipe_gets_no_control_characters(seeds: CommandLine) -> None:
    for arguments in (("show", SEED), ("show", SEED, "--json"), ("info",), ("info", "--json")):
        assert "\x1b" not in seeds(*arguments).out


@pytest.mark.parametrize("arguments", [("show", SEED), ("show", SEED, "--json"), ("--help",)])
def test_pipe_that_closes_early_is_no_event(seeds: CommandLine, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        seeds.command(*arguments),
        cwd=seeds.folder,
        env=seeds.environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert ran.stderr == b""
    assert ran.returncode == 1


def test_closed_output_is_one_line(seeds: CommandLine) -> None:
    ran = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *seeds.command("info")],
        cwd=seeds.folder,
        env=seeds.environment(),
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == b"onrecord: standard output is closed: there is no place for a result.\n"


def test_terminal_with_few_characters(seeds: CommandLine) -> None:
    shown = seeds("show", SEED, PYTHONIOENCODING="ascii")
    assert shown.status == 0
    assert "Iran's Nuclear Programme" in shown.out
    assert shown.out.isascii()

    document = seeds("show", SEED, "--json", PYTHONIOENCODING="ascii")
    assert document.out.isascii()
    assert document.document == seeds("show", SEED, "--json").document
    assert "Iran’s" in json.loads(document.out)["text"]
