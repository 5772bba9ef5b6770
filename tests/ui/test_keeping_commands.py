"""The commands that keep an index, as processes of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time

import pytest

from tests.ui.command_line import CommandLine, InProcess

STATEMENT = """Remarks by Foreign Minister Anna Bergström, Varnholm, 3 May 2019

Anna Bergström: We signed the fisheries agreement this morning, and it covers {} eastern harbours.
"""


@pytest.fixture
def built(onrecord: CommandLine) -> CommandLine:
    """A folder with the index of two statements."""
    folder = onrecord.folder / "statements"
    folder.mkdir()
    for name, number in (("first", "nine"), ("second", "twelve")):
        (folder / f"{name}.txt").write_text(STATEMENT.format(number), encoding="utf-8")
    assert onrecord("index", "statements").status == 0
    return onrecord


@pytest.fixture
def inside_built(
    built: CommandLine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> InProcess:
    """The same, without the cost of a process for each command."""
    return InProcess(built.folder, monkeypatch, capsys)


def statements(onrecord: CommandLine) -> list[str]:
    return [statement["id"] for statement in onrecord("info", "--json").document["statements"]]


def test_add_and_remove(built: CommandLine) -> None:
    (built.folder / "third.txt").write_text(STATEMENT.format("twenty"), encoding="utf-8")
    added = built("add", "third.txt")
    assert added.status == 0
    assert "  added             1" in added.out.splitlines()
    assert statements(built) == ["first", "second", "third"]

    removed = built("remove", "first", "third", "--json")
    assert removed.document["removed"] == ["first", "third"]
    assert statements(built) == ["second"]
    left_out = built("index")
    assert "Left out, as `onrecord remove` asked" in left_out.out
    assert statements(built) == ["second"]
    assert built("add", "statements/first.txt", "--json").document["added"] == ["first"]


def test_mistakes_are_one_line(inside_built: InProcess) -> None:
    for arguments, words in (
        (("add", "nowhere"), "There is nothing at nowhere"),
        (("remove", "nobody"), "No statement has the id 'nobody', and nothing was removed"),
        (("remove", "first", "second"), "No statement would be left"),
        (("rollback",), "There is no earlier generation: nothing but the published one is kept."),
        (("rollback", "7"), "There is no earlier generation 7"),
        (("export", "statements/first.txt"), "cannot be made a folder"),
    ):
        ran = inside_built(*arguments)
        assert ran.status == (2 if arguments[0] == "export" else 1)
        assert ran.out == ""
        assert words in ran.err
        assert len(ran.err.splitlines()) == 1
    for command in (("add",), ("remove",), ("export",)):
        assert inside_built(*command).status == 2


@pytest.mark.parametrize(
    "arguments", [("history",), ("rollback",), ("doctor",), ("export", "out"), ("remove", "x")]
)
def test_without_an_index_there_is_nothing_to_keep(
    inside_empty: InProcess, arguments: tuple[str, ...]
) -> None:
    ran = inside_empty(*arguments)
    assert ran.status == 1
    assert ran.err == "onrecord: There is no index in .onrecord: make one with `onrecord index PATHS`.\n"
    assert not (inside_empty.folder / ".onrecord").exists()


def test_history_and_rollback(built: CommandLine) -> None:
    (built.folder / "statements" / "second.txt").unlink()
    built("index")
    shown = built("history").out.splitlines()
    assert shown[1].split()[0] == "000002"
    assert "published" in shown[1]
    assert built("rollback").out == ".onrecord is again as it was in 000001, published as 000003.\n"
    assert statements(built) == ["first", "second"]
    assert "twelve" in built("search", "fisheries agreement").out


def test_as_many_states_are_kept_as_the_settings_say(built: CommandLine) -> None:
    for number in ("three", "four", "five"):
        (built.folder / "statements" / "first.txt").write_text(STATEMENT.format(number), encoding="utf-8")
        assert built("index", ONRECORD_INDEX__HISTORY__GENERATIONS="2").status == 0
    assert len(built("history", "--json").document["generations"]) == 2


def test_export(inside_built: InProcess) -> None:
    assert "2 statements and 2 passages of generation 000001 are in out." in inside_built("export", "out").out
    lines = (inside_built.folder / "out" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["statement_id"] for line in lines] == ["first", "second"]
    again = inside_built("export", "out")
    assert again.status == 1
    assert "--force" in again.err
    assert inside_built("export", "out", "--force", "--json").document["statements"] == 2


def test_doctor_names_damage_and_repairs_it(built: CommandLine) -> None:
    sound = built("doctor")
    assert sound.status == 0
    assert all(line.startswith("ok ") for line in sound.out.splitlines())
    [vectors] = (built.folder / ".onrecord").rglob("vectors.faiss")
    data = bytearray(vectors.read_bytes())
    data[-100] ^= 1
    vectors.write_bytes(data)
    damaged = built("doctor")
    assert damaged.status == 1
    assert "vectors.faiss was altered." in damaged.out
    assert damaged.err == "onrecord: the index is damaged: run `onrecord doctor --repair`.\n"
    repaired = built("doctor", "--repair", "--json")
    assert repaired.status == 0
    assert "derived anew" in repaired.document["repaired"]
    assert {finding["state"] for finding in repaired.document["findings"]} == {"ok"}
    assert (
        "nine eastern harbours"
        in built("ask", "How many harbours does the agreement of Bergström cover?").out
    )


def test_two_builders_at_once(inside_built: InProcess) -> None:
    (inside_built.folder / "statements" / "pipe.txt").write_text(STATEMENT.format("two"), encoding="utf-8")
    fcntl = pytest.importorskip("fcntl")
    with (inside_built.folder / ".onrecord" / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in (
            ("index",),
            ("add", "statements"),
            ("remove", "first"),
            ("doctor", "--repair"),
            ("rollback",),
        ):
            ran = inside_built(*command)
            assert ran.status == 1
            assert "is writing the index in .onrecord: wait until it ends" in ran.err
        assert inside_built("search", "harbours").status == 0
    assert inside_built("index").status == 0


def test_watch_follows_until_it_is_interrupted(built: CommandLine) -> None:
    with subprocess.Popen(
        built.command("watch", "--json"),
        cwd=built.folder,
        env=built.environment(ONRECORD_INDEX__WATCH__QUIET_SECONDS="0.5"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["unchanged"] == 2
        (built.folder / "statements" / "third.txt").write_text(STATEMENT.format("six"), encoding="utf-8")
        assert json.loads(process.stdout.readline())["added"] == ["third"]
        (built.folder / "statements" / "third.txt").unlink()
        assert json.loads(process.stdout.readline())["removed"] == ["third"]
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert err.splitlines()[-1] == b"onrecord: interrupted."
    assert b"Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="signals of Windows are others")
def test_a_reader_in_the_midst_of_a_rebuild(built: CommandLine) -> None:
    """Questions are answered from the last whole state while a build is stopped half way."""
    for number in range(60):
        (built.folder / "statements" / f"{number}.txt").write_text(STATEMENT.format(number), encoding="utf-8")
    with subprocess.Popen(
        built.command("index"),
        cwd=built.folder,
        env=built.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr
        while b"embedding" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGSTOP)
        assert statements(built) == ["first", "second"]
        process.kill()
    assert built("doctor").status == 0
    assert built("index", "--json").document["index"]["statements"] == 62
