"""The statements: table, plots, reading, asking within one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.chat.browser import Chat


@pytest.fixture
def table(chat: Chat) -> Chat:
    """The chat, open at its statements."""
    chat.go("statements")
    expect(chat.page.locator(".browse tbody tr")).to_have_count(9)
    return chat


def test_the_table_is_sorted_and_filtered(table: Chat) -> None:
    page = table.page
    dates = page.locator(".browse time")
    expect(dates.first).to_have_attribute("datetime", "2019-09-07")
    page.get_by_role("button", name="Date").click()
    expect(dates.first).to_have_attribute("datetime", "2013-09-12")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Date")

    page.select_option("[name=kind]", "briefing")
    expect(page.locator(".browse tbody tr")).to_have_count(2)
    page.select_option("[name=speaker]", "Petra Quillon")
    expect(page.locator(".browse tbody tr")).to_have_count(1)
    page.click("[data-do=browse-all]")
    expect(page.locator(".browse tbody tr")).to_have_count(9)
    page.fill("[name=first_year]", "2019")
    page.press("[name=first_year]", "Enter")
    expect(page.locator(".browse tbody tr")).to_have_count(4)


def test_words_are_found_and_opened_where_they_stand(table: Chat) -> None:
    page = table.page
    page.fill("[name=words]", "gauging station")
    page.press("[name=words]", "Enter")
    expect(page.locator(".match").first).to_contain_text("gauging station")
    page.locator(".what a").first.click()
    assert "gauging station" in (table.marked().text_content() or "")
    page.keyboard.press("Escape")
    expect(page.locator(".overview")).to_be_visible()


def test_the_plots_tell_and_filter(table: Chat) -> None:
    page = table.page
    expect(page.get_by_role("link", name="2018: 3 statements")).to_be_visible()
    page.get_by_role("link", name="2018: 3 statements").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".browse tbody tr")).to_have_count(3)
    page.get_by_role("button", name="Ilse Varnholm 2 statements").click()
    expect(page.locator(".browse tbody tr")).to_have_count(2)


def test_a_statement_is_read_by_turns_and_asked_within(table: Chat) -> None:
    page = table.page
    page.get_by_role("link", name="Joint press conference").click()
    reader = table.reader()
    expect(reader.locator(".voices dt").first).to_have_text("Ilse Varnholm")
    expect(reader.locator(".said-by.questioner").first).to_be_visible()
    assert reader.locator(".said-by.principal h3").all_inner_texts()[1].startswith("Emeric Vaude")

    page.click("[data-do=within]")
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator(".chips li")).to_have_count(1)
    turn = table.ask("How much will the power cable cost?")
    expect(turn.locator("blockquote").first).to_contain_text("920 million crowns")
    titles = page.locator(".card .title").all_inner_texts()
    assert all(title.startswith("Joint press conference") for title in titles)


def test_a_statement_that_is_not_there_is_said_to_be_gone(chat: Chat) -> None:
    chat.open("?s=no-such-statement&from=1&to=2")
    expect(chat.page.locator("#reader h2")).to_have_text("This statement is no longer in the corpus")


@pytest.mark.parametrize("words", ["from=5&to=4", "from=0&to=99999999", "from=-1&to=x", "from=3"])
def test_words_that_do_not_exist_are_not_marked(chat: Chat, words: str) -> None:
    chat.follow(f"{chat.url}/?s=2018-05-14-varnholm-press-conference&{words}")
    chat.page.wait_for_function("document.querySelector('.reader, #notice.shown')")
    assert chat.page.locator("#reader mark").count() == 0
