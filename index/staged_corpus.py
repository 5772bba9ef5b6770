"""The content of a generation in the making."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedding import PassageEmbedder, embedding_digest
from index.passage import Passage
from index.statement import Statement
from index.stores.content_writer import ContentWriter


class StagedCorpus:
    """Adds and removes whole statements, and sees to what follows for their passages.

    New passages go to be embedded at once. `replaced` receives the row of each removed passage by
    its embedding digest: a new passage with that digest may take over the vector.
    """

    def __init__(self, writer: ContentWriter, embedding: PassageEmbedder, replaced: dict[bytes, int]) -> None:
        self.writer = writer
        self.database = writer.store.database
        self._embedding = embedding
        self._replaced = replaced
        self._removed: list[int] = []
        self.removed_statements: list[str] = []

    @property
    def removed_rows(self) -> NDArray[np.int64]:
        """The rows of all passages that were removed."""
        return np.array(self._removed, dtype=np.int64)

    def add(self, statement: Statement, passages: Sequence[Passage]) -> None:
        """Add a statement, its turns and its passages."""
        self._embedding.offer(self.writer.add(statement, passages))

    def remove(self, statement_id: str) -> None:
        """Remove a statement with its turns and passages; all that go are removed before any is added."""
        for row, passage in self.writer.store.passages_of(statement_id):
            self._replaced[embedding_digest(passage)] = row
            self._removed.append(row)
        self.removed_statements.append(statement_id)
        self.writer.remove(statement_id)

    def derive_all(self) -> None:
        """Have the vectors of all passages found or computed, those of before included."""
        self._embedding.offer(self.writer.store.rows().tolist())
