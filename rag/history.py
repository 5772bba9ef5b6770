"""What was asked before, in the same conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rag.answer import Answer


@dataclass(frozen=True, slots=True)
class Exchange:
    """An earlier question, as it was typed, and what it got.

    `statements` are the ids of the statements that the answer cited, `speakers` the names of those
    it quoted, both in the order of the citations; an abstention has neither.
    """

    question: str
    answer: str
    abstained: bool
    statements: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Return the exchange that ended in `answer`."""
        cited = answer.citations
        return cls(
            question=answer.question,
            answer=answer.text,
            abstained=answer.abstained,
            statements=tuple(dict.fromkeys(citation.statement_id for citation in cited)),
            speakers=tuple(dict.fromkeys(citation.speaker for citation in cited if citation.speaker)),
        )
