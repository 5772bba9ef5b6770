"""Asking, reading the answer, and seeing the exact words in their place."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.chat.browser import NOT_THERE, QUESTION, WORDS, Chat


def test_a_marker_leads_to_the_words_in_their_place_and_back(chat: Chat) -> None:
    turn = chat.ask(QUESTION)
    expect(turn.locator("blockquote")).to_contain_text(WORDS)
    card = chat.page.locator(".card").first
    expect(card.locator(".by")).to_contain_text("Ilse Varnholm")
    expect(card.locator(".by")).to_contain_text("14 May 2018")
    expect(card.locator("mark")).to_have_text(WORDS)

    marker = turn.locator(".marker").first
    marker.click()
    assert chat.marked().text_content() == WORDS
    opened = chat.page.url
    roles = chat.reader().locator(".said-by .role").all_text_contents()
    assert {"Speaker", "Question"} <= set(roles)

    chat.page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    expect(chat.page.locator(".card").first).to_be_visible()
    chat.page.go_back()
    assert chat.page.url == opened
    assert chat.marked().text_content() == WORDS
    chat.page.go_back()
    expect(chat.page.locator("#reader")).to_be_hidden()
    chat.page.go_forward()
    assert chat.marked().text_content() == WORDS


def test_a_card_opens_the_same_words(chat: Chat) -> None:
    chat.ask(QUESTION)
    chat.page.get_by_role("link", name="Read in the statement").first.click()
    assert chat.marked().text_content() == WORDS


def test_an_answer_to_a_journalist_shows_the_question_as_one(chat: Chat) -> None:
    chat.ask("What did Petra Quillon say about the joint candidate for the Lake Council?")
    context = chat.page.locator(".card .context").first
    expect(context.locator(".role")).to_have_text("Question")
    expect(context).to_contain_text("?")


def test_a_refusal_says_what_was_searched_and_what_can_be_done(chat: Chat) -> None:
    refusal = chat.ask(NOT_THERE).locator(".refusal")
    expect(refusal).to_contain_text("9 statements")
    expect(refusal).to_contain_text("What you can try")
    expect(chat.page.locator(".sources h2")).to_contain_text("not an answer")
    expect(chat.page.locator(".card.nearest")).to_have_count(3)
    assert chat.page.locator(".card mark").count() == 0


def test_filters_hold_are_seen_and_can_be_removed(chat: Chat) -> None:
    page = chat.page
    page.click("[data-do=filters]")
    page.fill("#fields [name=speakers]", "Adele Corvin")
    page.press("#fields [name=speakers]", "Tab")
    page.fill("#fields [name=since]", "2019-01-01")
    page.press("#fields [name=since]", "Tab")
    page.select_option("#fields [name=kinds]", "speech")
    assert page.locator(".chips li").all_inner_texts() == [
        "Adele Corvin\n×",
        "Speech\n×",
        "From 2019-01-01\n×",
    ]

    turn = chat.ask("How far should tolls rise, and for how long?")
    expect(turn.locator(".within")).to_contain_text("Adele Corvin")
    assert set(page.locator(".card .by b").all_inner_texts()) == {"Adele Corvin"}

    page.get_by_role("button", name="Remove filter: Speech").click()
    page.get_by_role("button", name="Remove filter: From 2019-01-01").click()
    refused = chat.ask(QUESTION)
    expect(refused.locator(".refusal")).to_be_visible()
    refused.get_by_role("button", name="ask again without filters").click()
    expect(page.locator("#turn-2 blockquote")).to_contain_text(WORDS)
    expect(page.locator(".chips")).to_be_hidden()


def test_a_name_that_nobody_has_is_no_filter(chat: Chat) -> None:
    chat.page.click("[data-do=filters]")
    chat.page.fill("#fields [name=speakers]", "Nobody Atall")
    chat.page.press("#fields [name=speakers]", "Tab")
    chat.told("Nothing here is called “Nobody Atall”")
    expect(chat.page.locator(".chips")).to_be_hidden()


def test_a_follow_up_says_how_it_was_understood(chat: Chat) -> None:
    chat.ask(QUESTION)
    turn = chat.ask("And in an ordinary year?")
    expect(turn.locator(".understood")).to_contain_text("Understood as")


def test_the_last_question_can_be_edited_and_asked_again(chat: Chat) -> None:
    chat.ask(NOT_THERE)
    chat.page.click("[data-do=edit]")
    assert chat.page.input_value("#question") == NOT_THERE
    chat.page.fill("#question", QUESTION)
    chat.page.press("#question", "Enter")
    turn = chat.page.locator("#turn-1")
    expect(turn.locator("blockquote")).to_contain_text(WORDS)
    assert chat.page.locator(".turn").count() == 1

    turn.locator("[data-do=retry]").click()
    expect(turn.locator(".working")).to_be_visible()
    expect(chat.answered(1).locator("blockquote")).to_contain_text(WORDS)
    assert chat.page.locator(".turn").count() == 1


def test_the_keyboard_is_enough(chat: Chat) -> None:
    page = chat.page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Enter")
    chat.answered(1)
    chat.tab_to(".marker", backwards=True)
    page.keyboard.press("Enter")
    assert chat.marked().text_content() == WORDS
    page.keyboard.press("Escape")
    expect(page.locator(".marker").first).to_be_focused()
    chat.tab_to(".card summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    chat.told("The quotation is copied.")
    assert chat.clipboard().startswith(f"“{WORDS}”\n— Ilse Varnholm")


def test_examples_come_from_the_corpus_and_are_answered(chat: Chat) -> None:
    example = chat.page.locator(".example").first
    expect(example).to_be_visible()
    asked = example.inner_text()
    example.click()
    turn = chat.answered(1)
    expect(turn.locator(".asked")).to_have_text(asked)
    expect(turn.locator(".marker").first).to_be_visible()


def test_words_that_are_selected_can_be_linked_to(chat: Chat) -> None:
    chat.ask(QUESTION)
    chat.page.locator(".marker").first.click()
    chat.marked()
    wanted = "nine years"
    chat.page.evaluate(
        """(wanted) => {
            const walker = document.createTreeWalker(document.querySelector("#reader"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                const at = node.data.indexOf(wanted);
                if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
            }
        }""",
        wanted,
    )
    chat.page.click("[data-do=share-words]")
    chat.told("The link is copied.")
    chat.follow(chat.clipboard())
    assert chat.marked().text_content() == wanted
