from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.ui.command_line import CommandLine

STATEMENT = """Remarks by Foreign Minister Anna Bergström, Varnholm, 3 May 2019

Anna Bergström: We signed the fisheries agreement this morning, and it covers {} eastern harbours.
"""


@pytest.fixture
def sources(onrecord: CommandLine) -> Path:
    folder = onrecord.folder / "statements"
    folder.mkdir()
    (folder / "first.txt").write_text(STATEMENT.format("nine"), encoding="utf-8")
    return folder


def test_build_then_update(onrecord: CommandLine, sources: Path) -> None:
    built = onrecord("index", "statements")
    assert built.status == 0
    assert "  added             1" in built.out.splitlines()
    assert ".onrecord now holds 1 statement, " in built.out
    assert "reading files (1)" in built.err

    again = onrecord("index")
    assert again.status == 0
    assert "Nothing to do: .onrecord is up to date (1 statement, " in again.out

    (sources / "second.txt").write_text(STATEMENT.format("twelve"), encoding="utf-8")
    (sources / "third.txt").write_text(STATEMENT.format("twelve"), encoding="utf-8")
    document = onrecord("index", "--json").document
    assert document["added"] == ["second"]
    assert [copy["statement_id"] for copy in document["duplicates"]] == ["second"]
    assert document["unchanged"] == 1

    (sources / "second.txt").unlink()
    (sources / "third.txt").unlink()
    assert onrecord("index", "--json").document["removed"] == ["second"]
    assert onrecord("index", "--force", "--json").document["anew"] == "as asked"


def test_failed_files_are_named_after_everything_else_is_published(
    onrecord: CommandLine, sources: Path
) -> None:
    (sources / "picture.txt").write_bytes(bytes(range(256)) * 8)
    (sources / "empty.txt").touch()
    ran = onrecord("index", "statements")
    assert ran.status == 3
    failed = ran.out.split("Failed\n")[1]
    assert "empty.txt — " in failed
    assert "picture.txt — " in failed
    document = onrecord("index", "--json")
    assert document.status == 3
    assert [Path(failure["path"]).name for failure in document.document["failed"]] == [
        "empty.txt",
        "picture.txt",
    ]
    assert (
        "covers nine eastern harbours"
        in onrecord("ask", "How many harbours does the fisheries agreement cover?").out
    )


def test_nothing_to_index(onrecord: CommandLine) -> None:
    ran = onrecord("index")
    assert ran.status == 1
    assert ran.out == ""
    assert (
        ran.err
        == "onrecord: There is nothing to index: name your statements, as in `onrecord index PATHS`.\n"
    )


def test_missing_source(onrecord: CommandLine) -> None:
    ran = onrecord("index", "nowhere")
    assert ran.status == 1
    assert ran.err == "onrecord: There is nothing at nowhere: check the path to your statements.\n"


def test_interruption_leaves_one_line_and_no_index(onrecord: CommandLine, sources: Path) -> None:
    for number in range(400):
        (sources / f"{number}.txt").write_text(STATEMENT.format(number), encoding="utf-8")
    with subprocess.Popen(
        onrecord.command("index", "statements"),
        cwd=onrecord.folder,
        env=onrecord.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr
        assert b"reading files" in process.stderr.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert err.splitlines()[-1] == b"onrecord: interrupted."
    assert b"Traceback" not in err
    assert onrecord("info").err.startswith("onrecord: There is no index in .onrecord")
