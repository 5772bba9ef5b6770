"""What was asked is kept: for its owner alone, and across restarts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.ui.chat.browser import NOT_THERE, QUESTION, WORDS, Chat
from tests.ui.chat.conftest import UNHURRIED, copy_of
from tests.ui.command_line import CommandLine
from tests.ui.serving import PASSWORDS, Served, serving


def test_it_is_there_after_a_restart_and_its_ratings_can_be_exported(
    library: CommandLine, browser: Browser, tmp_path: Path
) -> None:
    command = copy_of(library, tmp_path)
    with serving(command, **UNHURRIED) as served:
        chat = Chat.in_new_page(browser, served.url).open()
        turn = chat.ask(QUESTION)
        turn.locator("[data-verdict=bad]").first.click()
        turn.locator("[data-do=comment]").click()
        chat.page.fill("#comment-dialog textarea", "The wrong river.")
        chat.page.click("#comment-dialog .primary")
        expect(turn.locator("[data-do=comment]")).to_have_text("Edit comment")
        query = chat.page.url.removeprefix(served.url)
        assert served.stop() == 0
    with serving(command, **UNHURRIED) as served:
        again = Chat.in_new_page(browser, served.url).open(query.removeprefix("/"))
        expect(again.page.locator("#turn-1 blockquote")).to_contain_text(WORDS)
        expect(again.page.locator("#turn-1 [data-verdict=bad]").first).to_have_attribute(
            "aria-pressed", "true"
        )
        expect(again.page.locator(".card mark")).to_have_text(WORDS)
        assert again.troubles == []
    (rated,) = map(json.loads, command("feedback", "export").out.splitlines())
    assert (rated["owner"], rated["verdict"], rated["comment"]) == ("local", "bad", "The wrong river.")
    assert rated["question"] == QUESTION
    assert rated["answer"]["citations"][0]["quote"] == WORDS


def test_rename_search_delete(chat: Chat) -> None:
    chat.ask(QUESTION)
    page = chat.page
    current = page.locator(".rail li.current")
    current.locator("summary").click()
    current.get_by_role("button", name="Rename").click()
    page.fill("#rename-dialog input", "Rivers & <b>lakes</b>")
    page.keyboard.press("Enter")
    expect(current.locator("a")).to_have_text("Rivers & <b>lakes</b>")

    page.fill(".rail [type=search]", "310 million")
    expect(page.locator(".rail li.current a")).to_have_text("Rivers & <b>lakes</b>")
    page.fill(".rail [type=search]", "zeppelin")
    expect(page.locator(".rail .empty")).to_be_visible()
    page.fill(".rail [type=search]", "")
    expect(current).to_be_visible()

    address = page.url
    current.locator("summary").click()
    current.get_by_role("button", name="Delete").click()
    page.click("#delete-dialog .danger")
    chat.told("The conversation is deleted.")
    expect(page.locator(".start")).to_be_visible()
    chat.follow(address)
    chat.told("That conversation is not here")
    expect(page.locator(".start")).to_be_visible()


def test_links_lead_to_the_conversation_and_to_the_words(chat: Chat) -> None:
    turn = chat.ask(QUESTION)
    turn.locator("[data-share]").click()
    chat.told("The link is copied.")
    to_conversation = chat.clipboard()
    chat.page.locator(".card summary").first.click()
    chat.page.get_by_role("button", name="Link to these words").click()
    expect(chat.page.locator(".card .menu[open]")).to_have_count(0)
    to_words = chat.clipboard()

    chat.follow(to_conversation)
    expect(chat.page.locator("#turn-1 blockquote")).to_contain_text(WORDS)
    chat.follow(to_words)
    assert chat.marked().text_content() == WORDS


def test_a_citation_is_copied_in_every_form(chat: Chat) -> None:
    chat.ask(QUESTION)
    copied = {}
    for form in ("Quotation with attribution", "Citation as plain text", "BibTeX", "CSL-JSON"):
        chat.page.locator(".card summary").first.click()
        chat.page.get_by_role("button", name=form).first.click()
        copied[form] = chat.clipboard()
    assert copied["Quotation with attribution"].startswith(f"“{WORDS}”\n— Ilse Varnholm, ")
    assert copied["Citation as plain text"].endswith("press conference, Ulmar, 14 May 2018.")
    assert copied["BibTeX"].startswith("@misc{2018-05-14-varnholm-press-conference,")
    (item,) = json.loads(copied["CSL-JSON"])
    assert item["author"] == [{"literal": "Ilse Varnholm"}]
    assert item["issued"] == {"date-parts": [[2018, 5, 14]]}


def test_a_conversation_is_saved_as_markdown(chat: Chat) -> None:
    chat.ask(QUESTION)
    chat.ask(NOT_THERE)
    chat.page.locator(".rail li.current summary").click()
    with chat.page.expect_download() as saving:
        chat.page.locator(".rail li.current").get_by_role("button", name="Save as Markdown").click()
    text = saving.value.path().read_text(encoding="utf-8")
    assert f"## {QUESTION}" in text
    assert "310 million cubic metres" in text
    assert "Not found in this corpus" in text


def test_two_users_see_their_own(guarded: Served, browser: Browser) -> None:
    anna, boris = (_logged_in(browser, guarded, name) for name in ("anna", "boris"))
    anna.ask(QUESTION)
    boris.open()
    expect(boris.page.locator(".rail .empty")).to_be_visible()
    boris.follow(anna.page.url)
    boris.told("That conversation is not here")
    expect(boris.page.locator(".start")).to_be_visible()
    expect(boris.page.get_by_role("link", name="Documents")).to_have_count(0)  # switched off here
    assert anna.troubles == boris.troubles == []


def _logged_in(browser: Browser, served: Served, name: str) -> Chat:
    chat = Chat.in_new_page(browser, served.url)
    chat.page.goto(f"{served.url}/login")
    chat.page.fill("[name=name]", name)
    chat.page.fill("[name=password]", PASSWORDS[name])
    chat.page.keyboard.press("Enter")
    expect(chat.page.locator("nav.rail")).to_be_attached()
    return chat


@pytest.mark.parametrize("width", [360, 768, 1920])
def test_no_width_is_too_narrow_or_too_wide(browser: Browser, reading_room: Served, width: int) -> None:
    chat = Chat.in_new_page(browser, reading_room.url, width=width, height=780).open()
    assert chat.is_as_wide_as_its_window()
    chat.ask(QUESTION)
    assert chat.is_as_wide_as_its_window()
    if width < 800:  # the cards stand beneath the answer
        answer, card = (chat.page.locator(one).first.bounding_box() for one in (".answer", ".card"))
        assert answer
        assert card
        assert card["y"] > answer["y"] + answer["height"]
    chat.page.locator(".marker").first.click()
    assert chat.marked().text_content() == WORDS
    assert chat.is_as_wide_as_its_window()
    chat.page.keyboard.press("Escape")
    for view, shown in (("statements", ".browse tbody tr"), ("documents", ".drop")):
        chat.go(view)
        expect(chat.page.locator(shown).first).to_be_visible()
        assert chat.is_as_wide_as_its_window()
    assert chat.troubles == []
    chat.page.context.close()
