"""A chat model's proposal of how a follow-up reads when it stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rag.coverage import uncovered
from rag.history import Exchange
from rag.settings import GeneratorName, RagSettings
from rag.terms import content_terms


class Rephraser(Protocol):
    """Proposes a standalone question for one that leans on earlier ones."""

    def rephrase(self, question: str, history: Sequence[Exchange]) -> str | None:
        """Return the proposal, or None where there is none."""


def load_rephraser(settings: RagSettings) -> Rephraser | None:
    """Return the rephraser that goes with the generator of the settings, if it has one.

    Raises:
        ExtraMissing: it needs packages that are not installed.
    """
    if settings.generator is not GeneratorName.CHAT:
        return None
    from rag.generators.chat_model.rephraser import ChatRephraser

    return ChatRephraser(settings.chat)


def believable(proposal: str, question: str, history: Sequence[Exchange]) -> bool:
    """Tell whether a proposal only joins what was said: it brings nothing new, and asks what was asked.

    Each of its content words must occur in the conversation, or it may ask something else; and one
    of the question's own, where it has any, must be left, or it repeats an earlier question.
    """
    said = [question, *(text for exchange in history for text in (exchange.question, exchange.answer))]
    asked = content_terms(question)
    kept = len(uncovered(asked, [proposal])) < len(asked) if asked else True
    return kept and not uncovered(content_terms(proposal), said)
