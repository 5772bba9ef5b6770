"""Standalone questions in the words of a chat model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from index.errors import ChatUnavailable
from index.tokens import count_tokens
from rag.generators.chat_model.endpoint import Endpoint, Message
from rag.history import Exchange
from rag.settings import ChatSettings

_RULES = (
    "Reword the last question of a conversation so that it can be understood alone: put the names and "
    "things in place of words that point back to them. Add nothing else, do not answer it, and reply "
    "with the question alone."
)
_EXCHANGES = 3
_ANSWER_SHOWN = 400  # characters
_LONGEST = 400


class ChatRephraser:
    """Asks the endpoint of the settings; where that fails there is no proposal."""

    def __init__(self, settings: ChatSettings) -> None:
        """Prepare a rephraser.

        Raises:
            ExtraMissing: the package openai is not installed.
        """
        self._endpoint = Endpoint(settings)

    def rephrase(self, question: str, history: Sequence[Exchange]) -> str | None:
        """Return the proposal on one line; None where the endpoint fails or writes no question."""
        asked = _messages(question, history)
        if (
            sum(count_tokens(message["content"]) for message in asked)
            > self._endpoint.settings.context_tokens
        ):
            return None
        written = ""
        try:
            with closing(self._endpoint.stream(asked)) as pieces:
                for piece in pieces:
                    written += piece
                    if len(written) > _LONGEST:
                        return None
        except ChatUnavailable:
            return None
        lines = written.strip().splitlines()
        return lines[0].strip('"“” ') if len(lines) == 1 and "?" in lines[0] else None


def _messages(question: str, history: Sequence[Exchange]) -> list[Message]:
    earlier = "\n".join(
        f"Question: {exchange.question}\nAnswer: {exchange.answer[:_ANSWER_SHOWN]}"
        for exchange in history[-_EXCHANGES:]
    )
    return [
        {"role": "system", "content": _RULES},
        {"role": "user", "content": f"{earlier}\n\nLast question: {question}"},
    ]
