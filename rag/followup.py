"""Questions that lean on what was asked before."""

from __future__ import annotations

from collections.abc import Sequence

from rag.history import Exchange


def standalone(question: str, history: Sequence[Exchange]) -> list[str]:
    """Return the standalone questions that `question` may stand for, the likeliest first."""
    return [question]
