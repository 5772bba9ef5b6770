"""Loading the models before the first question needs them."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from rag.live import LiveAssistant


def load_models(live: LiveAssistant) -> Thread:
    """Start to load the models in the background, and return the thread that does.

    A process that is asked to end meanwhile ends when they are loaded: cut off amid its loading, a
    model's library crashes.
    """
    thread = Thread(target=_load, args=(live,), name="models")
    thread.start()
    return thread


def _load(live: LiveAssistant) -> None:
    # What is wrong with a model is told to whoever asks: the question finds it again.
    with suppress(Exception), live.lease() as assistant:
        assistant.search("What was said?", k=1)
