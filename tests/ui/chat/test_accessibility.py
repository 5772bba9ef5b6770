"""WCAG 2.2 AA by axe-core: no violation on any page and in any state, light and dark."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.chat.browser import NOT_THERE, QUESTION, Chat
from tests.ui.serving import Served

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[tuple[str, Any]]:
    """Return each broken rule, with the elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 1280), (False, 390), (True, 390)])
def test_no_violation(browser: Browser, reading_room: Served, dark: bool, width: int) -> None:
    chat = Chat.in_new_page(browser, reading_room.url, dark=dark, width=width).open()
    page = chat.page
    assert (page.locator("body.dark").count() == 1) == dark
    expect(page.locator(".example").first).to_be_visible()
    assert violations(page) == []

    page.fill("#question", QUESTION)
    page.press("#question", "Enter")
    expect(page.locator(".working")).to_be_visible()
    assert violations(page) == []
    turn = chat.answered(1)
    turn.locator("[data-verdict=good]").first.click()
    expect(turn.locator("[data-do=comment]")).to_be_visible()
    page.click("[data-do=filters]")
    page.select_option("#fields [name=kinds]", "briefing")
    page.locator(".card summary").first.click()
    assert violations(page) == []

    page.keyboard.press("Escape")
    turn.locator("[data-do=comment]").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".marker").first.click()
    chat.marked()
    assert violations(page) == []
    page.keyboard.press("Escape")

    chat.ask(NOT_THERE)
    assert violations(page) == []
    if width < 800:
        page.click(".tools [data-do=rail]")
        expect(page.locator(".rail .new")).to_be_focused()
        assert violations(page) == []
        page.keyboard.press("Escape")

    chat.go("statements")
    expect(page.locator(".overview svg.years")).to_be_visible()
    assert violations(page) == []
    page.fill("[name=words]", "gauging station")
    page.press("[name=words]", "Enter")
    expect(page.locator(".match").first).to_be_visible()
    assert violations(page) == []
    page.fill("[name=words]", "zeppelin")
    page.press("[name=words]", "Enter")
    expect(page.locator(".browse .empty")).to_be_visible()
    assert violations(page) == []

    chat.go("documents")
    expect(page.locator(".drop")).to_be_visible()
    assert violations(page) == []
    assert chat.troubles == []
    page.context.close()
