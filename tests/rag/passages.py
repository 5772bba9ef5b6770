"""Passages, hits and evidence made by hand."""

from __future__ import annotations

from datetime import date

from index.chunker import Chunker
from index.passage import Passage
from index.settings import ChunkerSettings
from index.statement import Role, Statement
from rag.answer import Evidence, Hit
from tests.index.statements import statement

TALKS = statement(
    [
        (None, Role.QUESTIONER, "How many experts will go to Geneva? Will it be a long meeting?"),
        (
            "Ada Lind",
            Role.PRINCIPAL,
            "We send twelve experts to Geneva. They know the subject well. This was agreed in May. "
            "Yes, of course. The talks will last three days. Is that long?",
        ),
        ("Ben Roth", Role.PRINCIPAL, "It depends on the weather. We hope for a good result."),
    ]
)
PASSAGES = Chunker(ChunkerSettings()).chunk(TALKS)


def evidence(quote: str, score: float, *, source: Statement = TALKS) -> Evidence:
    """Return evidence for words of the statement."""
    start = source.text.index(quote)
    passage = next(item for item in PASSAGES if item.start <= start < item.end)
    return Evidence(passage, start, start + len(quote), score)


def hit(passage: Passage, score: float = 1.0, rank: int = 1) -> Hit:
    """Return a hit."""
    return Hit(passage, score, rank)


DAY = date(2013, 9, 12)
