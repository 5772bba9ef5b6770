"""What every answer generator must do."""

from __future__ import annotations

from collections.abc import Generator as Steps
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.statement import Statement
from rag.answer import Citation, Sentence
from rag.selection import Quotation


@dataclass(frozen=True, slots=True)
class Draft:
    """The sentences of an answer and the citations they name by number, not yet verified.

    `notes` are sentences to the user on how it came about.
    """

    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    notes: tuple[str, ...] = ()


class Generator(Protocol):
    """Writes an answer that rests on quotations.

    Citations are numbered from 1 without gaps, each is named by at least one sentence, and each
    verified sentence names at least one; another names none. Whoever speaks in a citation is taken
    from the quotation, never from generated text.
    """

    def generate(self, question: str, quoted: Sequence[tuple[Quotation, Statement]]) -> Draft:
        """Return the draft of an answer; `quoted` is never empty and stands in reading order."""

    def stream(
        self, question: str, quoted: Sequence[tuple[Quotation, Statement]]
    ) -> Steps[Sentence | Draft, None, None]:
        """Yield sentences as soon as they are ready, where the generator writes them one by one, and the
        draft, which holds them all, last. Closing the iterator cancels.
        """
