"""Text never becomes markup: hostile titles, names, statements and questions, under the server's policy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.ui.chat.browser import Chat
from tests.ui.chat.hostile import PAYLOADS, QUESTION
from tests.ui.serving import Served

OURS = "script, iframe, img, form:not(.composer):not([method=dialog]), style, object, embed"


@pytest.fixture
def prey(browser: Browser, hostile_room: Served) -> Iterator[Chat]:
    """The chat over the hostile corpus."""
    chat = Chat.in_new_page(browser, hostile_room.url).open()
    yield chat
    assert chat.page.locator(f"#shell :is({OURS})").count() == 0
    chat.page.context.close()
    assert chat.troubles == []


def test_in_questions_answers_cards_and_lists(prey: Chat) -> None:
    turn = prey.ask(QUESTION)
    expect(turn.locator(".asked")).to_have_text(QUESTION)
    expect(prey.page.locator(".rail li.current a")).to_have_text(QUESTION)
    expect(prey.page.locator(".card").first).to_be_visible()
    assert "alert('title')" in prey.page.locator(".card .title").first.inner_text()
    prey.page.locator(".card summary").first.click()
    prey.page.get_by_role("button", name="BibTeX").first.click()
    assert "alert('title')" in prey.clipboard()
    prey.page.click("[data-do=filters]")
    expect(prey.page.locator("#fields.shown")).to_be_visible()
    prey.follow(prey.page.url)
    expect(prey.page.locator("#turn-1 .asked")).to_have_text(QUESTION)


def test_in_every_statement_title_and_file_name(prey: Chat) -> None:
    prey.go("statements")
    rows = prey.page.locator(".browse tbody tr")
    expect(rows).to_have_count(len(PAYLOADS) + 1)
    for number in range(len(PAYLOADS) + 1):
        rows.nth(number).locator("a").click()
        prey.page.wait_for_function(
            "(n) => document.querySelectorAll('.what a')[n].getAttribute('aria-current')", arg=number
        )
    read = prey.reader().inner_text()
    assert "alert('title')" in read
    prey.page.fill("[name=words]", "<img src=x onerror=alert('words')> northern fishery ${alert(9)}")
    prey.page.press("[name=words]", "Enter")
    expect(prey.page.locator(".match").first).to_be_visible()


@pytest.mark.parametrize(
    "name", ["<img src=x onerror=alert('upload')>${alert(5)}.txt", "{{x}}`+alert(6)+`.exe"]
)
def test_in_the_names_of_uploaded_files(prey: Chat, name: str) -> None:
    prey.go("documents")
    payload: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": b"Nothing that anybody says."}
    prey.page.set_input_files("#upload", [payload])
    expect(prey.page.locator(".documents").get_by_text(name).first).to_be_visible()
    prey.page.wait_for_function("!document.querySelector('[role=progressbar]')")


def test_in_the_address(prey: Chat) -> None:
    prey.follow(f"{prey.url}/?c=<img src=x onerror=alert(1)>&s=${{alert(2)}}&view=<script>alert(3)</script>")
    expect(prey.page.locator("nav.rail, #notice.shown").first).to_be_attached()
    expect(prey.page.locator("#composer")).to_be_visible()
