"""Questions to begin with, from the corpus that is open."""

from __future__ import annotations

from itertools import chain, islice
from threading import Lock, Thread

from index.errors import OnRecordError
from rag.assistant import Assistant
from rag.live import LiveAssistant
from ui.chat.subjects import named_subjects, put_questions
from ui.server.turnstile import Turnstile

_SHOWN = 4
_FROM_JOURNALISTS = 2
_TRIED = 8  # of either sort
_OWNER = "examples"


class Examples:
    """Questions from the corpus itself, each tried: only what it answers is shown.

    They are looked for in the background, anew whenever the corpus changes; each waits until
    nobody else asks.
    """

    def __init__(self, live: LiveAssistant, turnstile: Turnstile) -> None:
        self._live = live
        self._turnstile = turnstile
        self._lock = Lock()
        self._generation: str | None = None
        self._found: tuple[str, ...] = ()
        self.pending = False

    def of(self, assistant: Assistant) -> tuple[str, ...]:
        """Return what is known for the corpus of `assistant`; the first call starts the search."""
        generation = assistant.index.generation.folder.name
        with self._lock:
            if generation != self._generation:
                self._generation, self._found, self.pending = generation, (), True
                Thread(target=self._search, args=(generation,), name="examples", daemon=True).start()
            return self._found

    def _search(self, generation: str) -> None:
        found: tuple[str, ...] = ()
        try:
            with self._live.lease() as assistant:
                found = answered(assistant, self._turnstile)
        except (OnRecordError, RuntimeError):
            pass  # closed, or being replaced: the page does without examples
        finally:
            with self._lock:
                if generation == self._generation:
                    self._found, self.pending = found, False


def answered(assistant: Assistant, turnstile: Turnstile) -> tuple[str, ...]:
    """Return at most four questions that the corpus answers, a few of them put by its journalists."""

    def answers(question: str) -> bool:
        with turnstile.spare_turn(_OWNER):
            return not assistant.ask(question).abstained

    put = (question for question in islice(put_questions(assistant), _TRIED) if answers(question))
    named = (
        f"What did {speaker} say about {subject}?"
        for speaker, subject in islice(named_subjects(assistant), _TRIED)
    )
    said = (question for question in named if answers(question))
    first = list(islice(put, _FROM_JOURNALISTS))
    return tuple(islice(chain(first, said, put), _SHOWN))
