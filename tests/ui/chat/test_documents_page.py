"""Adding documents, asking about them, and taking them out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.index.readers.writers import pdf
from tests.ui.chat.browser import Chat
from tests.ui.chat.conftest import UNHURRIED, copy_of
from tests.ui.command_line import CommandLine
from tests.ui.serving import serving

FISH = """Speech by the Minister of Fisheries, Ola Tarn, at the Harbour Fair, Brennick, 3 May 2020

Ladies and gentlemen,

We shall protect the northern fishery until the year 2031. Every boat that fishes there shall carry a
tracking device, and the ministry will pay for one half of it.
"""
ASKED = "Until which year will the northern fishery be protected?"


@pytest.fixture
def archive(library: CommandLine, browser: Browser, tmp_path: Path) -> Iterator[Chat]:
    """A chat whose corpus may be changed, and that takes files of up to 20,000 bytes."""
    limits = {"ONRECORD_INDEX__READER__MAX_BYTES": "20000", **UNHURRIED}
    with serving(copy_of(library, tmp_path), **limits) as served:
        chat = Chat.in_new_page(browser, served.url).open("?view=documents")
        expect(chat.page.locator(".drop")).to_be_visible()
        yield chat
        assert chat.troubles == []
        assert not [line for line in served.lines if "Traceback" in line]


def test_what_cannot_be_read_is_told_before_anything_is_rebuilt(archive: Chat, tmp_path: Path) -> None:
    page = archive.page
    (tmp_path / "scanned.pdf").write_bytes(pdf([]))
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.txt").write_bytes(b"")
    names = ("scanned.pdf", "binary.txt", "empty.txt")
    page.set_input_files("#upload", [tmp_path / name for name in names])
    refused = page.locator(".refused li")
    expect(refused).to_have_count(3)
    expect(refused.filter(has_text="scanned.pdf")).to_contain_text("holds pictures of pages and no words")
    expect(page.locator(".files, .rebuild")).to_have_count(0)
    expect(page.locator(".documents .lede")).to_contain_text("9 statements")


def test_upload_ask_remove(archive: Chat, tmp_path: Path) -> None:
    page = archive.page
    archive.go("statements")
    archive.go("ask")
    expect(archive.ask(ASKED).locator(".refusal")).to_be_visible()

    archive.go("documents")
    (tmp_path / "fish.txt").write_text(FISH, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "long.txt").write_text(FISH * 100, encoding="utf-8")
    names = ("fish.txt", "picture.png", "long.txt")
    page.set_input_files("#upload", [tmp_path / name for name in names])
    refused = page.locator(".refused li")
    expect(refused.filter(has_text="picture.png")).to_contain_text("suffix")
    expect(refused.filter(has_text="long.txt")).to_contain_text("is larger than 20 kB")
    expect(page.locator(".rebuild")).to_contain_text("Rebuilt: 1 statement added")
    archive.told("The corpus has changed: answers now come from 10 statements")
    expect(page.locator(".files li")).to_have_count(1)
    expect(refused).to_have_count(2)  # still told

    archive.go("ask")
    answer = archive.ask(ASKED)
    expect(answer.locator("blockquote")).to_contain_text("until the year 2031")
    expect(page.locator(".changed")).to_be_visible()

    archive.go("documents")
    page.get_by_role("button", name="Remove fish.txt").click()
    page.click("#delete-dialog .danger")
    expect(page.locator(".rebuild")).to_contain_text("1 statement removed")
    expect(page.locator(".files")).to_have_count(0)
    archive.go("ask")
    expect(archive.ask(ASKED).locator(".refusal")).to_be_visible()
    page.locator("#turn-2 .marker").first.click()  # the old answer stays, its place does not
    expect(page.locator("#reader h2")).to_have_text("This statement is no longer in the corpus")
