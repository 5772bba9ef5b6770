"""The default generator: the speakers' own words, and nothing else."""

from __future__ import annotations

from collections.abc import Generator as Steps
from collections.abc import Sequence

from index.statement import Statement
from rag.answer import Citation, Sentence
from rag.generators.generator import Draft
from rag.selection import Quotation


class ExtractiveGenerator:
    """Answers with the quotations themselves; needs no model."""

    def generate(self, question: str, quoted: Sequence[tuple[Quotation, Statement]]) -> Draft:  # noqa: ARG002
        """Return every quoted sentence verbatim, each with the number of its quotation."""
        citations: list[Citation] = []
        sentences: list[Sentence] = []
        for n, (quotation, statement) in enumerate(quoted, start=1):
            citations.append(cite(n, quotation, statement))
            sentences.extend(Sentence(statement.text[start:end], (n,)) for start, end in quotation.spans)
        return Draft(tuple(sentences), tuple(citations))

    def stream(
        self, question: str, quoted: Sequence[tuple[Quotation, Statement]]
    ) -> Steps[Sentence | Draft, None, None]:
        """Yield the draft alone, which takes no time."""
        yield self.generate(question, quoted)


def cite(n: int, quotation: Quotation, statement: Statement) -> Citation:
    """Return citation [n] of a quotation, with everything that its passage knows of the speaker."""
    passage = quotation.passage
    return Citation(
        n=n,
        statement_id=statement.id,
        passage_id=passage.id,
        title=statement.title,
        kind=statement.kind,
        speaker=passage.speaker,
        role=passage.role,
        date=statement.date,
        place=statement.place,
        start=quotation.start,
        end=quotation.end,
        quote=statement.text[quotation.start : quotation.end],
        question=passage.question,
        page=statement.page_of(quotation.start),
    )
