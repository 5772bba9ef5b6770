"""A corpus in a content store alone: all that the search of words needs, without models and vectors."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.chunker import Chunker
from index.settings import ChunkerSettings
from index.statement import Statement
from index.stores.catalogue import Catalogue
from index.stores.content_writer import ContentWriter


class Stored:
    """Statements with their passages, written to a content store in `folder`."""

    def __init__(self, folder: Path, statements: Iterable[Statement]) -> None:
        writer = ContentWriter(folder / "content.sqlite")
        chunker = Chunker(ChunkerSettings())
        seen = set[str]()
        for statement in statements:
            if statement.sha256 not in seen:
                writer.add(statement, chunker.chunk(statement))
            seen.add(statement.sha256)
        writer.finish()
        self.content = writer.store
        self.catalogue = Catalogue(writer.store.database)
