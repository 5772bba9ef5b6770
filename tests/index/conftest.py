"""A corpus of two statements in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.corpus_folder import HARBOUR, TREATY, Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Two statements that no index was built of yet."""
    corpus = Corpus(tmp_path)
    corpus.write("2013-09-12-treaty.txt", TREATY)
    corpus.write("2014/harbour.md", HARBOUR)
    return corpus
