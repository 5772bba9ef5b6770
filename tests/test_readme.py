"""What the README says is true: its commands run, and its example is what they print."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.main import get_command

from ui.cli import app

COLUMNS = "100"


@pytest.fixture(scope="module")
def readme(project: Path) -> str:
    return (project / "README.md").read_text("utf-8")


def indented_blocks(text: str) -> list[str]:
    """The code blocks that are set off by four spaces."""
    found = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", text, flags=re.MULTILINE)
    return [re.sub(r"^ {4}", "", block, flags=re.MULTILINE).strip() for block in found]


def inherited() -> dict[str, str]:
    """The environment, without what would let a make inside a make say so on standard output."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def run(command: list[str], cwd: Path, project: Path) -> subprocess.CompletedProcess[str]:
    environment = {**inherited(), "COLUMNS": COLUMNS, "PYTHONPATH": str(project), "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def onrecord(*arguments: str, cwd: Path, project: Path) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "ui.cli", *arguments], cwd, project)


def test_opens_with_the_two_commands(readme: str) -> None:
    assert [line.split()[:2] for line in indented_blocks(readme)[0].splitlines()] == [
        ["make", "chat"],
        ["make", "test"],
    ]


@pytest.fixture
def set_up(project: Path) -> None:
    """What make has installed; without it the test is skipped."""
    if not (project / ".venv" / ".installed").exists():
        pytest.skip("make has not set up .venv here; under `make test` it has")


@pytest.mark.usefixtures("set_up")
def test_the_first_command_opens_the_chat(readme: str, project: Path) -> None:
    command = shlex.split(indented_blocks(readme)[0].splitlines()[0])
    environment = {**inherited(), "ONRECORD_SERVER__PORT": "0", "BROWSER": "true"}
    chat = subprocess.Popen(
        command, cwd=project, env=environment, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        assert chat.stderr
        ready = next(line for line in chat.stderr if b"ready at" in line).decode()
        address = re.search(r"http://[^ ]+", ready)
        assert address
        with urllib.request.urlopen(address[0], timeout=60) as page:  # noqa: S310 - our own server
            assert "On Record" in page.read().decode()
    finally:
        os.killpg(chat.pid, signal.SIGTERM)
        chat.communicate(timeout=60)


@pytest.mark.usefixtures("set_up")
def test_the_question_prints_the_answer_that_is_shown(readme: str, project: Path) -> None:
    command, shown = indented_blocks(readme)[1:3]
    printed = run(shlex.split(command), project, project)
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.strip() == shown


def test_the_corpus_commands_run(readme: str, project: Path, tmp_path: Path) -> None:
    (tmp_path / "my-statements").symlink_to(project / "tests" / "data" / "small-corpus")
    commands = [
        shlex.split(line)[1:]
        for block in indented_blocks(readme)
        for line in block.splitlines()
        if line.startswith(".venv/bin/onrecord ")
    ]
    assert [command[0] for command in commands] == ["index", "ask"]
    for command in commands:
        done = onrecord(*command, cwd=tmp_path, project=project)
        assert done.returncode == 0, done.stderr


def test_every_command_of_the_table_exists(readme: str, project: Path, tmp_path: Path) -> None:
    cells = re.findall(r"^\| (`onrecord .*?) \|", readme, flags=re.MULTILINE)
    names = [name for cell in cells for name in re.findall(r"`(?:onrecord )?(\w+)", cell)]
    assert sorted(names) == sorted(vars(get_command(app))["commands"])
    for name in names:
        described = onrecord(name, "--help", cwd=tmp_path, project=project)
        assert described.returncode == 0
        assert "Examples:" in described.stdout


def test_the_python_example_runs(readme: str, project: Path, tmp_path: Path) -> None:
    example = re.search(r"```python\n(.*?)```", readme, flags=re.DOTALL)
    assert example
    built = onrecord("index", str(project / "seeds"), cwd=tmp_path, project=project)
    assert built.returncode == 0, built.stderr
    printed = run([sys.executable, "-c", example[1]], tmp_path, project)
    assert printed.returncode == 0, printed.stderr
    assert "This Plan includes 44 projects" in printed.stdout
    assert "Sergey Lavrov" in printed.stdout
