"""Whatever is typed, the answer is one clear line and an exit status."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ui.command_line import SEED, CommandLine, InProcess, Ran


def _one_line(ran: Ran, status: int, message: str) -> None:
    assert ran.status == status
    assert ran.out == ""
    assert ran.err.startswith("onrecord: ")
    assert ran.err.count("\n") == 1
    assert message in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask",), "Missing argument 'question' (see onrecord ask --help)."),
        (("ask", "who?", "--sinc", "2013"), "No such option: --sinc"),
        (("ask", "who?", "--since", "2013-13-01"), "'2013-13-01' is not a date: write it as 2013-09-12"),
        (("ask", "who?", "--until", "today"), "'today' is not a date"),
        (
            ("ask", "who?", "--role", "minister"),
            "'--role': 'minister' is not one of 'principal', 'questioner'",
        ),
        (("ask", "who?", "-k", "0"), "'-k'"),
        (("ask", "who?", "-k", "many"), "'-k'"),
        (("search", "x", "-k", "101"), "'-k'"),
        (("shout", "who?"), "No such command 'shout'"),
        (("--index", "here"), "No such option: --index"),
        (("info", "--config", "nowhere.toml"), "nowhere.toml cannot be read (No such file or directory)"),
    ],
)
def test_wrong_usage(inside_empty: InProcess, arguments: tuple[str, ...], message: str) -> None:
    _one_line(inside_empty(*arguments), 2, message)


@pytest.mark.parametrize("question", ["", "   ", "?!…", "\x1b[2J\x07", "“”"])
def test_question_without_words(inside: InProcess, question: str) -> None:
    ran = inside("ask", "--", question)
    if question.startswith("\x1b"):  # "2J" is a word, if a poor one
        assert ran.status == 0
        assert "\x1b" not in ran.out
    else:
        _one_line(ran, 1, "The question is empty: type what you want to know.")


def test_question_of_a_hundred_kilobytes(inside: InProcess) -> None:
    _one_line(inside("ask", "why? " * 20_000), 1, "the limit is 2,000: ask a shorter one.")


def test_question_in_other_characters(inside: InProcess) -> None:
    for question in ("Что сказал Лавров?", "ما هو \u202eالسؤال", "caf\udce9 \udcff?", "🙂 who?"):
        ran = inside("ask", question, "--json")
        assert ran.status == 0
        assert ran.err == ""
        assert "sentences" in ran.document
        assert "\u202e" not in ran.out


def test_dates_the_wrong_way_round(inside: InProcess) -> None:
    ran = inside("ask", "who?", "--since", "2014", "--until", "2013")
    _one_line(ran, 1, "since 2014-01-01 and until 2013-12-31: swap the two dates.")


@pytest.mark.parametrize("arguments", [("ask", "who?"), ("search", "who?"), ("show", SEED), ("info",)])
def test_no_index(inside_empty: InProcess, arguments: tuple[str, ...]) -> None:
    _one_line(
        inside_empty(*arguments), 1, "There is no index in .onrecord: make one with `onrecord index PATHS`."
    )


def test_file_in_the_place_of_the_index(inside_empty: InProcess) -> None:
    (inside_empty.folder / "file").touch()
    for command in (("index", "."), ("info",)):
        _one_line(inside_empty(*command, "--index", "file"), 2, "file is not a folder")


def test_index_below_a_file(inside_empty: InProcess) -> None:
    (inside_empty.folder / "file").touch()
    for command in (("index", "."), ("info",)):
        _one_line(inside_empty(*command, "--index", "file/below"), 2, "file is not a folder")


@pytest.mark.parametrize(
    "arguments",
    [("index", ""), ("add", ""), ("watch", ""), ("export", ""), ("info", "--index", "")],
)
def test_an_empty_path_is_not_the_working_directory(
    inside_empty: InProcess, arguments: tuple[str, ...]
) -> None:
    _one_line(inside_empty(*arguments), 2, "the path is empty: name a file or a folder")


def test_export_to_the_place_of_a_file(inside: InProcess, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    _one_line(
        inside("export", str(taken)), 2, "taken cannot be made a folder (File exists): name another one"
    )


def test_a_quotation_from_a_closed_standard_input(inside: InProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    _one_line(inside("verify", "-"), 2, "standard input is closed: give the quotation itself")


def test_damaged_index_names_the_mend(seeds: CommandLine, onrecord: CommandLine) -> None:
    shutil.copytree(seeds.folder / ".onrecord", onrecord.folder / ".onrecord")
    [vectors] = (onrecord.folder / ".onrecord").rglob("vectors.faiss")
    vectors.write_bytes(vectors.read_bytes()[:-8])
    _one_line(onrecord("ask", "who?"), 1, "`onrecord index --force`")
    assert onrecord("index", "--force").status == 0
    assert onrecord("info").status == 0


def test_mistakes_in_the_settings(onrecord: CommandLine) -> None:
    _one_line(onrecord("info", ONRECORD_INDEXDIR="x"), 2, "no setting ONRECORD_INDEXDIR: did you mean")
    (onrecord.folder / "onrecord.toml").write_text("[rag]\nanswers = 3\n", encoding="utf-8")
    _one_line(onrecord("info"), 2, "onrecord.toml: there is no setting 'rag.answers'")
    (onrecord.folder / "onrecord.toml").write_text("[rag\n", encoding="utf-8")
    _one_line(onrecord("info"), 2, "onrecord.toml is not valid TOML")


def test_unexpected_error_is_one_line_and_a_traceback_on_demand(
    seeds: CommandLine, onrecord: CommandLine
) -> None:
    shutil.copytree(seeds.folder / ".onrecord", onrecord.folder / ".onrecord")
    # Nobody writes tables as statements: a generation that is itself a file.
    pointer = onrecord.folder / ".onrecord" / "CURRENT"
    [generation] = (pointer.parent / "generations").iterdir()
    manifest = generation / "manifest.json"
    manifest.write_text("[" * 100_000, encoding="utf-8")
    _one_line(onrecord("info"), 1, "an unexpected error (RecursionError: ")
    shown = onrecord("info", ONRECORD_DEBUG="1")
    assert shown.status == 1
    assert shown.err.startswith("Traceback (most recent call last):")
    assert "RecursionError" in shown.err


def test_names_of_files_are_data(onrecord: CommandLine) -> None:
    name = "a\x1b[2J\nb\u202e.txt"
    (onrecord.folder / "in").mkdir()
    Path(onrecord.folder / "in" / name).write_bytes(b"")
    (onrecord.folder / "in" / "good.txt").write_text(
        "Anna Bergström: Nine harbours reopen.\n", encoding="utf-8"
    )
    ran = onrecord("index", "in")
    assert ran.status == 3
    for character in ("\x1b", "\u202e"):
        assert character not in ran.out + ran.err
    assert "a[2J b.txt — " in ran.out
