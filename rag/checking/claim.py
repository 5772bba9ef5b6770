"""What a chat model says, and what it may rest on."""

from __future__ import annotations

from dataclasses import dataclass

from index.sentences import Span, sentences
from index.statement import Statement
from rag.selection import Quotation

_ANTECEDENTS = 2  # sentences before a quoted one that tell what "this plan" and "they" stand for


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a model's reply, as the model gave it; nothing in it is to be believed.

    `quote` are the words that it says it rests on; None where it was not asked for them.
    `evidence` are the numbers that it names, existing or not.
    """

    text: str
    quote: str | None
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Numbered evidence: the stretch of one turn that the model was shown under [n].

    `start` and `end` are offsets into the statement's text. The stretch covers the quotation, and
    as much of the passage around it as the context budget allows.
    """

    n: int
    quotation: Quotation
    statement: Statement
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.statement.text[self.start : self.end]

    def sentences(self) -> list[Span]:
        """Return the sentences, as offsets into the statement's text."""
        return list(sentences(self.statement.text, self.start, self.end, self.statement.language))


@dataclass(frozen=True, slots=True)
class Ground:
    """Whole sentences of a source that a claim rests on, as offsets into the statement's text."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.source.statement.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentences just before them in the source."""
        spans = [span for span in self.source.sentences() if span[1] <= self.start][-_ANTECEDENTS:]
        return self.source.statement.text[spans[0][0] : spans[-1][1]] if spans else ""
