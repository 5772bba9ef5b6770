"""A folder of statements with its index, for tests of builds."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.build import add, build, remove
from index.build_report import BuildReport
from index.chunker import embedding_text
from index.generation import Generation
from index.opened import Index, open_index
from index.passage import Passage
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder

TREATY = """Foreign Minister Sergey Lavrov at a press conference

Question: Will the fisheries treaty be signed?

Sergey Lavrov: The fisheries treaty will be signed in May. We have agreed on twelve projects.
"""
HARBOUR = """Remarks by Spokeswoman Maria Zakharova

The harbour will open again in the autumn, and ships will return to it.
"""
SUMMIT = """Remarks by Foreign Minister Sergey Lavrov

The summit is planned for October, and the agenda is being prepared.
"""


class Corpus:
    """A folder of statements, its index, and the embedder that shows what was embedded."""

    def __init__(self, folder: Path) -> None:
        self.sources = folder / "sources"
        self.sources.mkdir()
        self.index_dir = folder / "index"
        self.embedder = HashingEmbedder()

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def build(self, *paths: Path, force: bool = False) -> BuildReport:
        return build(
            self.index_dir,
            paths or [self.sources],
            HASHING_SETTINGS,
            embedder=self.embedder,
            force=force,
        )

    def add(self, *paths: Path) -> BuildReport:
        return add(self.index_dir, paths, HASHING_SETTINGS, embedder=self.embedder)

    def remove(self, *statement_ids: str) -> BuildReport:
        return remove(self.index_dir, statement_ids, HASHING_SETTINGS, embedder=self.embedder)

    def statements(self) -> list[str]:
        """The ids of all statements, after a look at the agreement of the stores."""
        with self.open() as index:
            check_agreement(index)
            return index.catalogue.statement_ids()

    def open(self) -> Index:
        return open_index(self.index_dir, HASHING_SETTINGS)

    def passages(self) -> list[Passage]:
        with self.open() as index:
            check_agreement(index)
            return index.content.passages(index.content.rows().tolist())


def all_bytes(generation: Generation) -> bytes:
    """The content of every file of a generation."""
    return b"".join(path.read_bytes() for path in generation.folder.rglob("*") if path.is_file())


def check_agreement(index: Index) -> None:
    """The three stores hold the same passages: every vector and every word is of its passage."""
    index.verify()
    rows = index.content.rows()
    passages = index.content.passages(rows.tolist())
    assert sorted(index.vectors.rows().tolist()) == rows.tolist()
    expected = HashingEmbedder().embed_documents([embedding_text(passage) for passage in passages])
    np.testing.assert_allclose(index.vectors.vectors(rows), expected, rtol=1e-6)
    assert len(index.words) == len(rows)
    words = " ".join(passage.text for passage in passages)
    assert {row for row, _ in index.words.search(words, 1000)} == set(rows.tolist())
    for row, passage in zip(rows.tolist(), passages, strict=True):
        statement = index.content.statement(passage.statement_id)
        assert statement.text[passage.start : passage.end] == passage.text
        assert row in {found for found, _ in index.words.search(passage.text, 1000)}
