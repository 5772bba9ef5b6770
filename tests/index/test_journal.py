"""Vectors that outlive the build that computed them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.build import build
from index.errors import ModelUnavailable
from index.journal import VectorJournal, journal_path
from tests.index.corpus_folder import SUMMIT, Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder

KEYS = [bytes([number]) * 32 for number in range(5)]


class FailingEmbedder(HashingEmbedder):
    """Gives up after some passages, as a machine that is switched off would."""

    def __init__(self, passages: int) -> None:
        super().__init__()
        self._left = passages

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(self.seen) + len(texts) > self._left:
            raise ModelUnavailable("The model is gone: bring it back.")
        return super().embed_documents(texts)


def vectors(count: int) -> NDArray[np.float32]:
    return np.random.default_rng(0).random((count, 64), dtype=np.float32)


def test_vectors_come_back_as_they_went_in(tmp_path: Path) -> None:
    with closing(VectorJournal.beside(tmp_path, HashingEmbedder())) as journal:
        places = journal.add(KEYS[:3], vectors(3))
        assert journal.place(KEYS[4]) is None
    with closing(VectorJournal.beside(tmp_path, HashingEmbedder())) as journal:
        assert [journal.place(key) for key in KEYS[:3]] == places
        assert np.array_equal(journal.vectors(places[::-1]), vectors(3)[::-1])
        assert journal.add(KEYS[2:4], vectors(2))[0] == places[2]  # computed again, kept once


@pytest.mark.parametrize("other", [HashingEmbedder(name="other"), HashingEmbedder(checksum="b" * 64)])
def test_vectors_of_another_model_are_thrown_away(tmp_path: Path, other: HashingEmbedder) -> None:
    with closing(VectorJournal.beside(tmp_path, HashingEmbedder())) as journal:
        journal.add(KEYS[:1], vectors(1))
    with closing(VectorJournal.beside(tmp_path, other)) as journal:
        assert journal.place(KEYS[0]) is None


@pytest.mark.parametrize("content", [b"", b"not a journal at all", b"SQLite format 3\0" + bytes(600)])
def test_a_journal_that_cannot_be_read_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    journal_path(tmp_path).write_bytes(content)
    with closing(VectorJournal.beside(tmp_path, HashingEmbedder())) as journal:
        assert journal.place(KEYS[0]) is None
        journal.add(KEYS[:1], vectors(1))
        assert journal.place(KEYS[0]) is not None


def test_an_altered_vector_is_not_used(tmp_path: Path) -> None:
    with closing(VectorJournal.beside(tmp_path, HashingEmbedder())) as journal:
        journal.add(KEYS[:2], vectors(2))
    with closing(sqlite3.connect(journal_path(tmp_path))) as connection, connection:
        connection.execute("UPDATE vectors SET vector = zeroblob(256) WHERE place = 1")
    with closing(VectorJournal.beside(tmp_path, HashingEmbedder())) as journal:
        assert journal.place(KEYS[0]) is None
        assert journal.place(KEYS[1]) is not None


def test_a_build_goes_on_where_the_last_one_stopped(corpus: Corpus) -> None:
    for number in range(200):
        corpus.write(
            f"{number}.txt", f"Remarks by Minister Ada Brook\n\nHarbour number {number} reopens in May.\n"
        )
    failing = FailingEmbedder(100)
    with pytest.raises(ModelUnavailable):
        build(corpus.index_dir, [corpus.sources], HASHING_SETTINGS, embedder=failing)
    assert journal_path(corpus.index_dir).exists()
    done = set(failing.seen)
    assert len(done) >= 64
    report = corpus.build()
    assert not done & set(corpus.embedder.seen)
    assert report.embedded == len(corpus.embedder.seen) == report.counts.passages - len(done)
    assert not journal_path(corpus.index_dir).exists()
    assert len(corpus.statements()) == 202


def test_adding_and_removing_leave_an_unfinished_build_its_vectors(corpus: Corpus) -> None:
    corpus.build()
    for number in range(100):
        corpus.write(
            f"{number}.txt", f"Remarks by Minister Ada Brook\n\nHarbour number {number} reopens in May.\n"
        )
    with pytest.raises(ModelUnavailable):
        build(corpus.index_dir, [], HASHING_SETTINGS, embedder=FailingEmbedder(70))
    corpus.add(corpus.write("summit.txt", SUMMIT))
    corpus.remove("summit")
    corpus.embedder.seen.clear()
    assert len(corpus.build().changes.added) == 100
    assert len(corpus.embedder.seen) < 70
    assert not journal_path(corpus.index_dir).exists()


def test_equal_embedding_texts_are_embedded_once(corpus: Corpus) -> None:
    same = "Remarks by Minister Ada Brook\n\n" + "The harbour opens in May. " * 400
    corpus.write("long.txt", same)
    report = corpus.build()
    assert len(set(corpus.embedder.seen)) == len(corpus.embedder.seen) == report.embedded
    assert report.embedded + report.reused == report.counts.passages
    assert report.reused > 0
    corpus.statements()
