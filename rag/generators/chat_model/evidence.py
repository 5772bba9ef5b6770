"""Numbering the evidence that a chat model is shown, within its window."""

from __future__ import annotations

from collections.abc import Sequence

from index.statement import Statement
from index.tokens import count_tokens
from rag.checking.claim import Source
from rag.selection import Quotation


def numbered(quoted: Sequence[tuple[Quotation, Statement]], tokens: int) -> list[Source]:
    """Return numbered evidence of at most `tokens` cl100k_base tokens, in the order of `quoted`.

    First every quotation gets its place, then, as far as the budget goes, the passage around it.
    Quotations that no longer fit are left out; there may be none left.
    """
    chosen: list[tuple[Quotation, Statement]] = []
    for quotation, statement in quoted:
        cost = count_tokens(statement.text[quotation.start : quotation.end])
        if cost <= tokens:
            tokens -= cost
            chosen.append((quotation, statement))
    sources: list[Source] = []
    for quotation, statement in chosen:
        start, end = _around(quotation)
        cost = count_tokens(statement.text[start:end]) - count_tokens(
            statement.text[quotation.start : quotation.end]
        )
        if cost <= tokens:
            tokens -= cost
        else:
            start, end = quotation.start, quotation.end
        if not any(_within(source, statement, start, end) for source in sources):
            sources.append(Source(len(sources) + 1, quotation, statement, start, end))
    return sources


def _around(quotation: Quotation) -> tuple[int, int]:
    passage = quotation.passage
    return min(passage.start, quotation.start), max(passage.end, quotation.end)


def _within(source: Source, statement: Statement, start: int, end: int) -> bool:
    return source.statement.id == statement.id and source.start <= start and end <= source.end
