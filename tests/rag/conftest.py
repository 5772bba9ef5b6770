"""Assistants over real indexes of the small corpora."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from index.build import build
from index.embedders.bge import BgeEmbedder
from index.settings import IndexSettings
from rag.assistant import Assistant


@pytest.fixture(scope="session")
def seeds_assistant(
    project: Path, bge: BgeEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """An assistant over the shipped corpus."""
    yield from _over(tmp_path_factory.mktemp("seeds"), project / "seeds", bge)


@pytest.fixture(scope="session")
def fixtures_assistant(
    project: Path, bge: BgeEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """An assistant over all statements that were written for the tests."""
    yield from _over(tmp_path_factory.mktemp("fixtures"), project / "tests" / "data", bge)


def _over(index_dir: Path, corpus: Path, embedder: BgeEmbedder) -> Iterator[Assistant]:
    build(index_dir, [corpus], IndexSettings(), embedder=embedder)
    with rag.open(index_dir) as assistant:
        yield assistant
