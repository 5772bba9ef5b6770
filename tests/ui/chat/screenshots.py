"""Takes the pictures of the README: `python -m tests.ui.chat.screenshots` writes docs/images/chat-*.png."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.ui.chat.browser import FLAGS, Chat, chromium
from tests.ui.command_line import CommandLine
from tests.ui.serving import serving

PROJECT = Path(__file__).resolve().parents[3]
IMAGES = PROJECT / "docs" / "images"
EARLIER = "What did the journalist ask about the meeting in Geneva?"
QUESTION = "How many projects does the joint plan include?"


def main() -> None:
    """Serve the shipped corpus, ask it two questions on a desk and one on a phone, and keep what is seen."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        command = CommandLine(PROJECT, Path(folder))
        built = command("index", str(PROJECT / "seeds"))
        if built.status:
            raise SystemExit(built.err)
        with serving(command) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            _desk(browser, served.url)
            _phone(browser, served.url)
            browser.close()


def _desk(browser: Browser, url: str) -> None:
    chat = Chat.in_new_page(browser, url, width=1440, height=900).open()
    chat.ask(EARLIER)
    chat.ask(QUESTION)
    chat.page.screenshot(path=IMAGES / "chat-light.png")
    chat.page.context.close()


def _phone(browser: Browser, url: str) -> None:
    chat = Chat.in_new_page(browser, url, width=390, height=844).open()
    chat.ask(QUESTION)
    chat.page.screenshot(path=IMAGES / "chat-phone.png")
    chat.page.context.close()


if __name__ == "__main__":
    main()
