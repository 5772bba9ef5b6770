from __future__ import annotations

import re
import shlex

import pytest

from tests.ui.command_line import CommandLine, InProcess

_TOLD_THE_SHELL = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
KEEPING = ("add", "remove", "watch", "doctor", "history", "rollback", "export")
COMMANDS = ("index", "ask", "verify", "mentions", "timeline", "search", "show", "info", *KEEPING)


def _examples(shown: str) -> list[list[str]]:
    """Return the arguments of the examples in a help page, without what comes after a pipe."""
    lines = re.findall(r"^ +onrecord (.*)$", shown.split("Examples:")[1], re.MULTILINE)
    return [shlex.split(line.split(" | ")[0]) for line in lines]


def test_help_lists_the_commands_and_the_exit_statuses(onrecord: CommandLine) -> None:
    ran = onrecord("--help")
    assert ran.status == 0
    assert ran.err == ""
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[A-Z]", ran.out, re.MULTILINE)
    assert [int(status) for status in re.findall(r"^    (\d+)  ", ran.out, re.MULTILINE)] == [
        *(0, 1, 2, 3, 4, 130)
    ]
    assert onrecord().out == ran.out == onrecord("-h").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(onrecord: CommandLine, command: str) -> None:
    shown = onrecord(command, "--help", COLUMNS="80").out
    for option in ("--json", "--index DIR", "--config FILE"):
        assert option in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert all(example[0] == command for example in _examples(shown))


@pytest.mark.parametrize("command", ["ask", "verify", "mentions", "timeline", "search", "show", "info"])
def test_examples_work(inside: InProcess, command: str) -> None:
    examples = _examples(inside(command, "--help").out)
    assert len(examples) >= 3
    for example in examples:
        ran = inside(*example)
        assert ran.status == 0
        assert ran.out
        assert ran.err == ""


def test_version(onrecord: CommandLine) -> None:
    assert re.fullmatch(r"onrecord (\d+\.\d+\.\d+\S*|\(not installed\))\n", onrecord("--version").out)


def test_completion_offers_commands_and_options(onrecord: CommandLine) -> None:
    def offered(line: str) -> list[str]:
        words = line.split(" ")
        ran = onrecord(
            _ONRECORD_COMPLETE="complete_bash",
            COMP_WORDS=line,
            COMP_CWORD=str(len(words) - 1),
        )
        return ran.out.split()

    assert offered("onrecord s") == ["search", "show", "serve"]
    assert "--speaker" in offered("onrecord ask --s")


def test_completion_can_be_installed(onrecord: CommandLine) -> None:
    ran = onrecord("--install-completion", "bash", HOME=str(onrecord.folder), **_TOLD_THE_SHELL)
    assert ran.status == 0
    installed = "\n".join(file.read_text() for file in onrecord.folder.rglob("*") if file.is_file())
    assert "_ONRECORD_COMPLETE=complete_bash" in installed
