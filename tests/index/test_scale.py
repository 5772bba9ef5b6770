"""The form that the stores take for large corpora, at a size that tests can pay for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.build import build
from index.build_report import BuildReport
from index.generation import current
from index.settings import ScaleSettings
from index.stores.exact_vectors import ExactVectors
from index.stores.filter import Filter
from index.stores.inverted_vectors import InvertedVectors, filled
from index.stores.vectors import VectorStore, gone_path, new_path
from tests.index.corpus_folder import Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder

DIM = 64
SETTINGS = HASHING_SETTINGS.model_copy(update={"scale": ScaleSettings(exact_passages=100)})


class Clustered:
    """Vectors around 200 centres, as those of texts lie around their topics."""

    def __init__(self, count: int) -> None:
        rng = np.random.default_rng(0)
        centres = rng.standard_normal((200, DIM))
        near = centres[rng.integers(0, 200, count)] + 0.6 * rng.standard_normal((count, DIM))
        self.vectors = (near / np.linalg.norm(near, axis=1, keepdims=True)).astype(np.float32)
        self.rows = np.arange(count, dtype=np.int64) * 2 + 1

    def at(self, positions: NDArray[np.int64]) -> NDArray[np.float32]:
        return np.asarray(self.vectors[positions], dtype=np.float32)


@pytest.fixture(scope="module")
def source() -> Clustered:
    return Clustered(30_000)


@pytest.fixture(scope="module")
def path(source: Clustered, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "vectors.faiss"
    filled(source, DIM, np.array_split(np.arange(len(source.rows)), 4)).save(path)
    return path


@pytest.fixture(scope="module")
def exact(source: Clustered) -> VectorStore:
    store = VectorStore(DIM)
    store.add(source.rows, source.vectors)
    return store


def recall(found: VectorStore, exact: VectorStore, rows: NDArray[np.int64] | None = None) -> float:
    queries = Clustered(30_100).vectors[-100:]
    hits = 0
    for query in queries:
        wanted = {row for row, _ in exact.search(query, 10, rows)}
        got = {row for row, _ in found.search(query, 10, rows)}
        assert rows is None or got <= set(rows.tolist())
        assert len(got) == len(wanted)
        hits += len(wanted & got)
    return hits / (10 * len(queries))


def test_the_nearest_are_found_and_their_vectors_too(
    path: Path, exact: VectorStore, source: Clustered
) -> None:
    store = VectorStore.load(path, mapped=True)
    assert isinstance(store.main, InvertedVectors)
    assert (len(store), store.dim) == (30_000, DIM)
    assert np.array_equal(np.sort(store.rows()), source.rows)
    assert recall(store, exact) >= 0.98
    some = source.rows[[5, 29_999, 17]]
    np.testing.assert_allclose(store.vectors(some), exact.vectors(some), atol=1e-3)


@pytest.mark.parametrize("share", [0.5, 0.1, 0.01, 0.0005])
def test_a_filter_of_any_width_is_met_and_costs_no_recall(
    path: Path, exact: VectorStore, source: Clustered, share: float
) -> None:
    rows = np.sort(np.random.default_rng(1).choice(source.rows, int(share * len(source.rows)), replace=False))
    assert recall(VectorStore.load(path, mapped=True), exact, rows) >= 0.98


def test_what_is_added_and_removed_lies_beside(path: Path, tmp_path: Path, source: Clustered) -> None:
    store = VectorStore.load(path)
    first, second = source.vectors[7], -source.vectors[7]
    store.add(np.array([100_000]), second[None])
    store.remove(source.rows[7:8])
    assert len(store) == 30_000
    assert store.search(second, 1)[0][0] == 100_000
    assert source.rows[7] not in {row for row, _ in store.search(first, 20)}
    assert source.rows[7] not in store.rows()
    store.save_changes(tmp_path / "vectors.faiss")
    assert new_path(tmp_path / "vectors.faiss").exists()
    assert gone_path(tmp_path / "vectors.faiss").exists()
    store.remove(np.array([100_000]))
    assert len(store) == 29_999
    assert store.search(second, 1)[0][0] != 100_000


def fill(corpus: Corpus, numbers: range, month: str = "May") -> None:
    for number in numbers:
        words = " ".join(f"Harbour {number} reopens for ship {ship} in {month}." for ship in range(60))
        corpus.write(f"{number}.txt", f"Remarks by Minister Ada Brook\n\n{words}\n")


def rebuild(corpus: Corpus) -> BuildReport:
    return build(corpus.index_dir, [corpus.sources], SETTINGS, embedder=corpus.embedder)


def check(corpus: Corpus) -> VectorStore:
    """The store answers as an exact one of the same passages, and all three agree."""
    with corpus.open() as index:
        index.verify()
        rows = index.content.rows()
        assert np.array_equal(np.sort(index.vectors.rows()), rows)
        assert np.array_equal(np.sort(index.words.rows()), rows)
        exact = VectorStore(DIM)
        exact.add(rows, index.vectors.vectors(rows))
        some = index.content.rows_matching(Filter(statements=frozenset({"3", "5"})))
        for words in ("harbour 3 ship 7", "harbour 17", "May ship 59"):
            query = HashingEmbedder().embed_query(words)
            for chosen in (None, some):
                found = [score for _, score in index.vectors.search(query, 5, chosen)]
                wanted = [score for _, score in exact.search(query, 5, chosen)]
                assert found == pytest.approx(wanted, abs=1e-3)
        return VectorStore.load(index.generation.vectors)


def test_a_corpus_that_grows_and_shrinks(corpus: Corpus) -> None:
    fill(corpus, range(20))
    assert rebuild(corpus).counts.passages <= 100
    assert isinstance(check(corpus).main, ExactVectors)

    fill(corpus, range(20, 60))
    rebuild(corpus)
    assert isinstance(check(corpus).main, InvertedVectors)
    first = current(corpus.index_dir)

    fill(corpus, range(60, 62))
    corpus.embedder.seen.clear()
    assert rebuild(corpus).embedded == len(corpus.embedder.seen) < 20
    store = check(corpus)
    assert len(store.new) > 0
    assert current(corpus.index_dir).vectors.samefile(first.vectors)  # not a byte of it was written again

    (corpus.sources / "7.txt").unlink()
    fill(corpus, range(8, 9), "June")
    rebuild(corpus)
    store = check(corpus)
    assert len(store.gone) > 0
    with corpus.open() as index:
        assert index.words.search("June", 3)
        assert "7" not in index.catalogue.statement_ids()

    for number in range(20, 40):
        (corpus.sources / f"{number}.txt").unlink()
    rebuild(corpus)
    store = check(corpus)
    assert len(store.gone) == len(store.new) == 0
    assert isinstance(store.main, InvertedVectors)
