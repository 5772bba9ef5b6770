"""A chat generator in front of an endpoint, and what it is given to write about."""

from __future__ import annotations

from typing import Any

from index.statement import Statement
from rag.generators.chat_model.generator import ChatGenerator
from rag.generators.generator import Draft
from rag.reranker import Reranker
from rag.selection import Quotation
from rag.settings import ChatSettings, RagSettings
from tests.rag.checking.material import sources

QUESTION = "How many projects does the plan include?"
EXTRACT = "This Plan includes 44 projects, eleven are being implemented this year."
PLAN = ("This Plan includes 44 projects", 1, "The plan includes 44 projects.")
ELEVEN = ("eleven are being implemented this year", 1, "Eleven projects are being implemented this year.")


def quoted() -> list[tuple[Quotation, Statement]]:
    """The quotation that the search would have chosen."""
    source = next(source for source in sources() if EXTRACT in source.text)
    start = source.statement.text.index(EXTRACT)
    return [(Quotation(source.quotation.passage, ((start, start + len(EXTRACT)),)), source.statement)]


def generator(url: str, reranker: Reranker, **settings: Any) -> ChatGenerator:
    """A generator that loses no time."""
    quick = {"timeout": 5.0, "retry_wait": 0.01, **settings}
    return ChatGenerator(RagSettings(chat=ChatSettings(base_url=url, model="tiny", **quick)), reranker)


def texts(draft: Draft) -> list[str]:
    return [sentence.text for sentence in draft.sentences]


def stands_in(draft: Draft, because: str) -> bool:
    """Whether the draft is the extractive one and says why."""
    return (
        texts(draft) == [EXTRACT]
        and [citation.quote for citation in draft.citations] == [EXTRACT]
        and len(draft.notes) == 1
        and because in draft.notes[0]
    )
