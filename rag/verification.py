"""The last gate before an answer leaves: is every citation what it says it is?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.errors import IndexDamaged
from index.statement import Statement
from rag.answer import Citation


def verify(citations: Sequence[Citation], statement_of: Callable[[str], Statement]) -> None:
    """Check each citation against its statement.

    The quote must be the statement's text from start to end and lie inside one turn, and speaker
    and role must be those of that turn.

    Raises:
        IndexDamaged: a citation does not hold, which no whole index can bring about.
    """
    for citation in citations:
        statement = statement_of(citation.statement_id)
        verbatim = statement.text[citation.start : citation.end] == citation.quote
        attributed = any(
            turn.start <= citation.start
            and citation.end <= turn.end
            and (turn.speaker, turn.role) == (citation.speaker, citation.role)
            for turn in statement.turns
        )
        if not (verbatim and attributed):
            raise IndexDamaged(
                f"A quotation from {citation.statement_id} does not match the stored statement: "
                "rebuild the index with `onrecord index --force`."
            )
