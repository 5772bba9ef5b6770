from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ui.errors import SettingsError
from ui.server.passwords import digest, hash_password
from ui.server.users import User, Users, check_name, read, write

HASH = hash_password("correct horse battery")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "users.txt"
    write(path, {"anna": User(HASH, {digest("a token")}), "bot": User(tokens={digest("another")})})
    return path


def test_what_is_written_is_read_and_is_the_owners_alone(file: Path) -> None:
    assert read(file) == {"anna": User(HASH, {digest("a token")}), "bot": User(None, {digest("another")})}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["users.txt"]


def test_the_right_password_and_the_right_token(file: Path) -> None:
    users = Users(file)
    assert users.verify(" Anna ", "correct horse battery") == "anna"
    assert users.verify("anna", "correct horse") is None
    assert users.verify("nobody", "correct horse battery") is None
    assert users.verify("bot", "another") is None
    assert users.of_token("a token") == "anna"
    assert users.of_token("another") == "bot"
    assert users.of_token("") is None


def test_a_change_of_the_file_counts_at_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    users = Users(file)
    write(file, {"anna": User(HASH)})
    assert users.of_token("a token") is None
    assert users.password_of("anna") == HASH
    file.write_text("anna:nonsense\n", encoding="utf-8")
    assert users.password_of("anna") == HASH
    assert "line 1: this is no user" in capsys.readouterr().err
    file.unlink()
    assert users.password_of("anna") is None


def test_comments_and_empty_lines_are_left_out(file: Path) -> None:
    file.write_text(f"# the desk\n\nanna:{HASH}\n", encoding="utf-8")
    assert list(read(file)) == ["anna"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("anna", id="no hash"),
        pytest.param("anna:secret", id="plain password"),
        pytest.param(f"Anna B:{HASH}", id="space in the name"),
        pytest.param(f"local:{HASH}", id="reserved name"),
        pytest.param("bot:$sha256$12", id="short digest"),
    ],
)
def test_a_line_that_is_no_user_is_named(file: Path, line: str) -> None:
    file.write_text(f"anna:{HASH}\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"users\.txt, line 2: this is no user"):
        read(file)


def test_a_file_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"onrecord users add .*none NAME"):
        Users(tmp_path / "none")


def test_names() -> None:
    assert check_name("Anna.B@desk") == "anna.b@desk"
    for wrong in ("", "a:b", "a\nb", "-a", "ž", "x" * 65, "local", "API"):
        with pytest.raises(SettingsError, match="cannot name a user"):
            check_name(wrong)
