"""The command in a folder of its own, and over the shipped corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.command_line import SEED, CommandLine, InProcess
from tests.ui.serving import API_TOKEN, BURST, PASSWORDS, Served, serving
from tests.ui.terminal import Terminal
from ui.server.passwords import digest, hash_password
from ui.server.users import User, write


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


@pytest.fixture(scope="session")
def library(project: Path, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The command in a folder whose `.onrecord` is the index of nine statements. Change nothing there."""
    command = CommandLine(project, tmp_path_factory.mktemp("library"))
    small = project / "tests" / "data" / "small-corpus"
    built = command("index", str(project / "seeds"), str(small))
    assert built.status == 0, built.err
    return command


@pytest.fixture
def printed(
    library: CommandLine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> InProcess:
    """As `library`, without the cost of a process: what the command prints over that index."""
    return InProcess(library.folder, monkeypatch, capsys)


@pytest.fixture(scope="session")
def users_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A users file with the users of `PASSWORDS`; Anna has a token too."""
    path = tmp_path_factory.mktemp("users") / "users.txt"
    users = {name: User(hash_password(password)) for name, password in PASSWORDS.items()}
    users["anna"].tokens.add(digest(API_TOKEN))
    write(path, users)
    return path


@pytest.fixture(scope="session")
def open_server(library: CommandLine) -> Iterator[Served]:
    """A server without logins."""
    with serving(library) as served:
        yield served


@pytest.fixture(scope="session")
def guarded(library: CommandLine, users_file: Path) -> Iterator[Served]:
    """A server with logins, without uploads, and with little patience."""
    limits = {"ONRECORD_SERVER__REQUESTS_PER_SECOND": "1", "ONRECORD_SERVER__REQUEST_BURST": str(BURST)}
    with serving(library, "--auth-file", str(users_file), "--no-uploads", **limits) as served:
        yield served
