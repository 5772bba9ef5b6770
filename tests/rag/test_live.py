"""An assistant that keeps up with its index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from index.build import build
from index.embedders.bge import BgeEmbedder
from index.settings import IndexSettings
from rag.live import LiveAssistant

QUESTION = "Who opens the harbour?"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "Remarks by Ann Holm\n\n3 May 2020\n\nAnn Holm: The harbour opens in June.\n"
    )
    return folder


@pytest.fixture
def live(corpus: Path, tmp_path: Path, bge: BgeEmbedder) -> Iterator[LiveAssistant]:
    build(tmp_path / "index", [corpus], IndexSettings(), embedder=bge)
    with_models = rag.open_live(tmp_path / "index")
    yield with_models
    with_models.close()


def rebuild(corpus: Path, tmp_path: Path, bge: BgeEmbedder) -> None:
    (corpus / "two.txt").write_text(
        "Remarks by Bo Lind\n\n4 May 2020\n\nBo Lind: The mayor opens the harbour.\n"
    )
    build(tmp_path / "index", [corpus], IndexSettings(), embedder=bge)


def test_the_next_lease_reads_the_new_generation(
    live: LiveAssistant, corpus: Path, tmp_path: Path, bge: BgeEmbedder
) -> None:
    before = live.generation
    with live.lease() as old:
        rebuild(corpus, tmp_path, bge)
        assert old.corpus().statements == 1
        assert old.ask(QUESTION).corpus.statements == 1

    with live.lease() as new:
        assert new is not old
        assert new.corpus().statements == 2
    assert live.generation != before


def test_a_leased_generation_stays_open_beside_the_new_one(
    live: LiveAssistant, corpus: Path, tmp_path: Path, bge: BgeEmbedder
) -> None:
    with live.lease() as old:
        rebuild(corpus, tmp_path, bge)
        with live.lease() as new:
            assert (old.corpus().statements, new.corpus().statements) == (1, 2)
        assert old.corpus().statements == 1


def test_a_damaged_generation_leaves_the_one_before_in_service(
    live: LiveAssistant, corpus: Path, tmp_path: Path, bge: BgeEmbedder
) -> None:
    rebuild(corpus, tmp_path, bge)
    name = (tmp_path / "index" / "CURRENT").read_text().strip()
    (tmp_path / "index" / "generations" / name / "manifest.json").write_text("{")

    with live.lease() as assistant:
        assert assistant.corpus().statements == 1


def test_a_closed_one_gives_no_lease(live: LiveAssistant) -> None:
    live.close()
    with pytest.raises(RuntimeError, match="closed"), live.lease():
        pass
