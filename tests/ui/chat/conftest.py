"""Real servers and a real browser. Any console error, dialog or request to the outside fails a test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.ui.chat.browser import FLAGS, Chat, chromium
from tests.ui.chat.hostile import write_hostile_corpus
from tests.ui.command_line import CommandLine
from tests.ui.serving import Served, serving

UNHURRIED = {
    "ONRECORD_SERVER__REQUESTS_PER_SECOND": "10000",
    "ONRECORD_SERVER__REQUEST_BURST": "100000",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started for each file anew: while Playwright runs, no other test may run an event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


def copy_of(command: CommandLine, folder: Path) -> CommandLine:
    """Return the command in `folder`, with an index of its own that may be changed."""
    shutil.copytree(command.folder / ".onrecord", folder / ".onrecord")
    return CommandLine(command.project, folder)


@pytest.fixture(scope="session")
def reading_room(library: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over nine statements; its corpus is not changed."""
    with serving(copy_of(library, tmp_path_factory.mktemp("reading-room")), **UNHURRIED) as served:
        yield served
        assert not [line for line in served.lines if "Traceback" in line]


@pytest.fixture(scope="session")
def hostile_room(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over statements that would run code wherever their text becomes markup."""
    command = CommandLine(project, tmp_path_factory.mktemp("hostile"))
    built = command("index", str(write_hostile_corpus(command.folder / "statements")))
    assert built.status == 0, built.err
    with serving(command, **UNHURRIED) as served:
        yield served
        assert not [line for line in served.lines if "Traceback" in line]


@pytest.fixture
def chat(browser: Browser, reading_room: Served) -> Iterator[Chat]:
    """The chat over nine statements, open on a desk."""
    chat = Chat.in_new_page(browser, reading_room.url).open()
    yield chat
    chat.page.context.close()
    assert chat.troubles == []
