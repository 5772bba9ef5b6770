"""The chat, served: what `onrecord serve` runs once everything is checked."""

from __future__ import annotations

import socket
import webbrowser
from threading import Thread

from rag.live import LiveAssistant
from ui.chat.context import ChatContext
from ui.chat.page import build, page_options
from ui.notes import note
from ui.server.addresses import url_of
from ui.server.app import create_app
from ui.server.running import serve
from ui.server.turnstile import Turnstile
from ui.settings import Settings


def serve_chat(
    live: LiveAssistant, settings: Settings, listening: socket.socket, *, open_page: bool = False
) -> None:
    """Serve the chat on a socket until the process is asked to stop.

    Raises:
        SettingsError: the users file cannot be read, or the API token is too short.
        ConversationsUnreadable: their database is damaged or of a later version.
    """
    url = url_of(listening)

    def tell() -> None:
        note(f"ready at {url} (Ctrl-C stops it)")
        if open_page:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    limits = settings.server
    turnstile = Turnstile(limits.concurrent_questions, limits.waiting_questions, limits.waiting_per_client)
    context = ChatContext.open(live, settings, turnstile)
    try:
        app = create_app(settings, live, turnstile, build(context), page_options())
        serve(app, listening, settings.server, tell)
    finally:
        context.close()
