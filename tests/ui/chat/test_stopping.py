"""Stopping a question, waiting for its turn, and a server that goes away."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.ui.chat.browser import QUESTION, WORDS, Chat
from tests.ui.chat.conftest import UNHURRIED, copy_of
from tests.ui.command_line import CommandLine
from tests.ui.serving import events, serving

LONG = QUESTION + " Take all that was said about it into account, at whatever length." * 25
"""A question that takes seconds to read."""


def test_an_answer_can_be_stopped(chat: Chat) -> None:
    page = chat.page
    ask_and_stop(page)
    expect(page.locator("#turn-1 .stopped")).to_be_visible()
    expect(page.locator(".send")).to_be_visible()
    chat.follow(page.url)
    expect(page.locator("#turn-1 .stopped")).to_be_visible()
    page.locator("#turn-1 [data-do=retry]").click()
    expect(page.locator("#turn-1 .stopped")).to_have_count(0)
    chat.answered(1)


def test_a_question_that_waits_its_turn_can_be_taken_back(
    browser: Browser, library: CommandLine, tmp_path: Path
) -> None:
    one_at_a_time = {**UNHURRIED, "ONRECORD_SERVER__CONCURRENT_QUESTIONS": "1"}
    with serving(copy_of(library, tmp_path), **one_at_a_time) as served:
        first, second = (Chat.in_new_page(browser, served.url).open() for _ in range(2))
        first.page.fill("#question", LONG)
        first.page.press("#question", "Enter")
        expect(first.page.locator(".stages")).to_be_visible()
        second.page.fill("#question", QUESTION)
        second.page.press("#question", "Enter")
        expect(second.page.locator(".ahead")).to_contain_text("waits for one other")
        second.page.click(".halt")
        expect(second.page.locator("#question")).to_have_value(QUESTION)
        first.answered(1)
        expect(second.page.locator(".turn")).to_have_count(0)
        for chat in (first, second):
            chat.page.context.close()
            assert chat.troubles == []


def test_the_page_and_programs_wait_in_one_queue(
    browser: Browser, library: CommandLine, tmp_path: Path
) -> None:
    one_at_a_time = {**UNHURRIED, "ONRECORD_SERVER__CONCURRENT_QUESTIONS": "1"}
    with serving(copy_of(library, tmp_path), **one_at_a_time) as served, served.client() as client:
        chat = Chat.in_new_page(browser, served.url).open()
        with client.stream("POST", "/api/v1/ask/stream", json={"question": LONG}) as response:
            told = events(response)
            assert any(name == "stage" for name, _ in told)
            chat.page.fill("#question", QUESTION)
            chat.page.press("#question", "Enter")
            expect(chat.page.locator(".ahead")).to_contain_text("waits for one other")
            assert [name for name, _ in told][-1] == "answer"
        chat.answered(1)
        expect(chat.page.locator(".ahead")).to_be_empty()

        chat.page.fill("#question", LONG)
        chat.page.press("#question", "Enter")
        expect(chat.page.locator("#turn-2 .stages")).to_be_visible()
        with client.stream("POST", "/api/v1/ask/stream", json={"question": QUESTION}) as response:
            places = [json.loads(data)["position"] for name, data in events(response) if name == "queued"]
        assert places == [1, 0]
        chat.page.context.close()
        assert chat.troubles == []


def test_a_double_click_asks_once_and_stops_nothing(chat: Chat) -> None:
    chat.page.fill("#question", QUESTION)
    chat.page.dblclick(".send")
    expect(chat.answered(1).locator("blockquote")).to_contain_text(WORDS)
    expect(chat.page.locator(".turn")).to_have_count(1)


def test_a_server_that_is_gone_is_told_and_the_question_is_kept(
    browser: Browser, library: CommandLine, tmp_path: Path
) -> None:
    with serving(copy_of(library, tmp_path), **UNHURRIED) as served:
        chat = Chat.in_new_page(browser, served.url).open()
        served.process.kill()
        chat.page.fill("#question", QUESTION)
        chat.page.press("#question", "Enter")
        chat.told("The server cannot be reached")
        expect(chat.page.locator("#question")).to_have_value(QUESTION)
        expect(chat.page.locator(".send")).to_be_visible()
        chat.page.context.close()


def ask_and_stop(page: Page) -> None:
    """Ask a long question, and press Stop as soon as the page shows that it is being read."""
    page.evaluate(
        """new MutationObserver((_, observer) => {
            if (!document.querySelector(".stages")) return;
            observer.disconnect();
            document.querySelector(".halt").click();
        }).observe(document.body, { childList: true, subtree: true })"""
    )
    page.fill("#question", LONG)
    page.press("#question", "Enter")
