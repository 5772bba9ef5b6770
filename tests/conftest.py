"""What all tests share: no network, models loaded once, and the presidential corpus where it is.

Sockets are closed by pytest-socket (see pyproject.toml); loopback stays open for the web chat.
"""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

from index.embedders.bge import BgeEmbedder
from index.ingest import read_statement
from index.settings import ReaderSettings
from index.sources import find
from index.statement import Statement
from rag.reranker import Reranker

PROJECT = Path(__file__).resolve().parents[1]
PRESIDENTIAL_CORPUS = (PROJECT.parent / "shared" / "corpora" / "presidential-speeches").resolve()

# A deadline measures how busy the machine is, not whether the property holds.
hypothesis.settings.register_profile("onrecord", deadline=None)
hypothesis.settings.load_profile("onrecord")


def pytest_configure() -> None:
    """Set, for this process and its children, what libraries read when they are first imported."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    # torch's threads spin while they wait, which on busy cores takes ten times as long as one thread.
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def presidential_corpus() -> Path:
    """The folder of the presidential corpus; without it the test is skipped."""
    if not PRESIDENTIAL_CORPUS.is_dir():
        pytest.skip(
            "the presidential corpus is absent: it belongs at ../shared/corpora/presidential-speeches"
        )
    return PRESIDENTIAL_CORPUS


@pytest.fixture(scope="session")
def presidential_statements(presidential_corpus: Path) -> tuple[Statement, ...]:
    """All statements of that corpus, read and parsed once."""
    files = find([presidential_corpus], exclude=presidential_corpus / "nothing").files
    return tuple(read_statement(file, file.path.stem, ReaderSettings()) for file in files)


@pytest.fixture(scope="session")
def bge() -> BgeEmbedder:
    """The packaged embedder, loaded once."""
    return BgeEmbedder()


@pytest.fixture(scope="session")
def reranker() -> Reranker:
    """The packaged cross-encoder, loaded once."""
    return Reranker()
