"""Chromium, and a page of the chat as its user sees it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Locator, Page, Request, expect

QUESTION = "How much water may each country take from the River Sarn in a dry year?"
WORDS = "From now on each country may take no more than 310 million cubic metres of water in a dry year."
NOT_THERE = "Who won the chess tournament on the moon?"

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-first-run",
    "--disable-default-apps",
    "--mute-audio",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""No window, no sound, and nothing that Chromium would ask of the world by itself."""

_CUT_OFF = ("AbortError", "Connection errored out", "Unexpected error Connection errored out")

expect.set_options(timeout=30_000)


def chromium() -> str:
    """Return where Chromium is.

    Raises:
        RuntimeError: it is nowhere.
    """
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise RuntimeError("Chromium is missing: `make chromium` installs it from Debian.")


@dataclass
class Chat:
    """A page of the chat, and whatever went wrong in it: that must stay empty."""

    page: Page
    url: str
    troubles: list[str] = field(default_factory=list)
    leaving: bool = False

    @classmethod
    def in_new_page(
        cls, browser: Browser, url: str, *, dark: bool = False, width: int = 1280, height: int = 860
    ) -> Chat:
        """Return a page with storage of its own; it is at no address yet."""
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        chat = cls(context.new_page(), url)
        chat.page.set_default_timeout(30_000)
        chat.page.on("request", chat._requested)
        chat.page.on("dialog", chat._asked)
        chat.page.on("pageerror", chat._failed)
        chat.page.on("console", chat._said)
        return chat

    def open(self, query: str = "") -> Chat:
        """Open an address, and wait until the page can be used."""
        return self.follow(f"{self.url}/{query}")

    def follow(self, address: str) -> Chat:
        """Go to an address, and wait until the page can be used."""
        self.leaving = True
        self.page.goto(address)
        expect(self.page.locator("nav.rail")).to_be_attached()
        self.leaving = False
        return self

    def ask(self, question: str) -> Locator:
        """Type a question, press Enter, and return its turn once it is answered."""
        number = self.page.locator(".turn").count() + 1
        self.page.fill("#question", question)
        self.page.press("#question", "Enter")
        return self.answered(number)

    def answered(self, number: int) -> Locator:
        """Wait until the question with this number is answered, and return its turn."""
        turn = self.page.locator(f"#turn-{number}")
        expect(turn.locator("[data-do=retry]")).to_be_visible()
        expect(self.page.locator(".send")).to_be_visible()
        return turn

    def go(self, view: str) -> None:
        """Follow a link of the masthead."""
        self.page.click(f".masthead nav [data-go={view}]")

    def reader(self) -> Locator:
        """Return the statement that is open, once it is."""
        reader = self.page.locator("#reader .reader")
        expect(reader).to_be_visible()
        return reader

    def marked(self) -> Locator:
        """Return the marked words of the open statement, once they have the focus and can be seen."""
        mark = self.reader().locator("mark").first
        expect(mark).to_be_focused()
        expect(mark).to_be_in_viewport()
        return mark

    def clipboard(self) -> str:
        """Return what was copied."""
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def tab_to(self, selector: str, *, backwards: bool = False) -> None:
        """Press Tab until what `selector` names has the focus."""
        for _ in range(80):
            self.page.keyboard.press("Shift+Tab" if backwards else "Tab")
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    def told(self, text: str) -> None:
        """Wait for a message to the user."""
        expect(self.page.locator("#notice")).to_contain_text(text)

    def is_as_wide_as_its_window(self) -> bool:
        """Tell whether nothing has to be scrolled sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.troubles.append(f"asked the outside: {request.url}")

    def _asked(self, dialog: Dialog) -> None:
        self.troubles.append(f"opened a dialog: {dialog.message}")
        dialog.dismiss()

    def _failed(self, error: Error) -> None:
        self.troubles.append(f"an error in the page: {error}")

    def _said(self, message: ConsoleMessage) -> None:
        # Gradio reports every request that leaving the page has cut off.
        cut_off = self.leaving and message.text.startswith(_CUT_OFF)
        if message.type == "error" and not cut_off:
            self.troubles.append(f"an error on the console: {message.text}")
