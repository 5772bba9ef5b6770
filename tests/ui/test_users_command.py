from __future__ import annotations

import pytest

from tests.ui.command_line import CommandLine, InProcess
from ui.server.users import Users


def test_users_are_added_listed_and_removed(onrecord: CommandLine) -> None:
    file = onrecord.folder / "users.txt"
    added = onrecord.run_with(
        "correct horse battery\n", "users", "add", "users.txt", "Anna", "--password-stdin"
    )
    assert (added.status, added.out, added.err) == (0, "", "onrecord: anna may log in.\n")
    token = onrecord("users", "add", "users.txt", "anna", "--token").out.strip()
    users = Users(file)
    assert users.verify("anna", "correct horse battery") == "anna"
    assert users.of_token(token) == "anna"
    assert onrecord("users", "list", "users.txt").out == "anna\tpassword, 1 token\n"
    assert onrecord("users", "remove", "users.txt", "ANNA").status == 0
    assert onrecord("users", "list", "users.txt").out == ""
    assert "correct" not in file.read_text(encoding="utf-8") + token


def test_a_new_password_replaces_the_old_one(onrecord: CommandLine) -> None:
    for password in ("the first password", "the second password"):
        onrecord.run_with(f"{password}\n", "users", "add", "users.txt", "anna", "--password-stdin")
    users = Users(onrecord.folder / "users.txt")
    assert users.verify("anna", "the first password") is None
    assert users.verify("anna", "the second password") == "anna"


@pytest.mark.parametrize("password", ["short", "", "x" * 513])
def test_a_password_that_is_too_short_or_too_long_is_refused(onrecord: CommandLine, password: str) -> None:
    ran = onrecord.run_with(f"{password}\n", "users", "add", "users.txt", "anna", "--password-stdin")
    assert ran.status == 2
    assert f"The password has {len(password)} characters: use 10 to 512." in ran.err
    assert not (onrecord.folder / "users.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "users.txt", "a:b", "--token"), "'a:b' cannot name a user"),
        (("add", "users.txt", "local", "--token"), "not a reserved name"),
        (("remove", "users.txt", "anna"), "The users file users.txt cannot be read"),
        (("list", "users.txt"), "The users file users.txt cannot be read"),
        (("add", "users.txt"), "Missing argument 'NAME'"),
    ],
)
def test_mistakes(inside_empty: InProcess, arguments: tuple[str, ...], message: str) -> None:
    ran = inside_empty("users", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert not list(inside_empty.folder.iterdir())


def test_a_user_who_is_not_there_cannot_be_removed(inside_empty: InProcess) -> None:
    assert inside_empty("users", "add", "users.txt", "anna", "--token").status == 0
    assert (
        "There is no user 'boris' in users.txt" in inside_empty("users", "remove", "users.txt", "boris").err
    )
