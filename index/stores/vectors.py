"""Vectors of passages, searched exactly."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged
from index.stores.ranking import Scored, best


class VectorStore:
    """Inner products over all vectors (FAISS IndexFlatIP), keyed by the row of a passage.

    Exact search keeps recall at 1: at 25,000 vectors of 384 dimensions it takes some 2 ms.
    Unit vectors make the inner product a cosine.
    """

    def __init__(self, dim: int) -> None:
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))

    @classmethod
    def load(cls, path: Path, *, mapped: bool = False) -> VectorStore:
        """Read a store from disk; `mapped` maps the file instead of copying it, for reading only.

        Raises:
            IndexDamaged: the file is missing, cut short, or not a store of vectors.
        """
        flags = faiss.IO_FLAG_MMAP_IFC if mapped else 0
        try:
            index = faiss.read_index(str(path), flags)
        except RuntimeError as error:
            raise _damaged(path) from error
        if not isinstance(index, faiss.IndexIDMap2):
            raise _damaged(path)
        store = cls.__new__(cls)
        store._index = index
        return store

    def save(self, path: Path) -> None:
        """Write the store to `path`."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def rows(self) -> NDArray[np.int64]:
        """Return the rows that have a vector, in the order in which they were added."""
        return np.array(faiss.vector_to_array(self._index.id_map), dtype=np.int64)

    def add(self, rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add unit vectors of shape (len(rows), dim); no row may be in the store yet."""
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), np.asarray(rows, np.int64))

    def remove(self, rows: NDArray[np.int64]) -> None:
        """Remove the vectors of `rows`; rows that are not in the store are passed over."""
        if len(rows):
            self._index.remove_ids(faiss.IDSelectorBatch(np.asarray(rows, np.int64)))

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of `rows`, of shape (len(rows), dim).

        Raises:
            IndexDamaged: a row has no vector.
        """
        if not len(rows):
            return np.empty((0, self.dim), dtype=np.float32)
        try:
            return np.asarray(self._index.reconstruct_batch(np.asarray(rows, np.int64)), dtype=np.float32)
        except RuntimeError as error:
            raise IndexDamaged(
                "A passage has no vector: rebuild the index with `onrecord index --force`."
            ) from error

    def search(
        self, vector: NDArray[np.float32], k: int, rows: NDArray[np.int64] | None = None
    ) -> list[Scored]:
        """Return at most `k` rows by falling inner product with `vector` (dim,), ties by row.

        Where `rows` is given, no other row is looked at: the filter acts inside the search.
        """
        if k < 1 or not len(self) or (rows is not None and not len(rows)):
            return []
        query = np.ascontiguousarray(vector, np.float32).reshape(1, -1)
        # For one query FAISS's threads cost more than they win, most of all beside other work:
        # with two of them on two busy cores the median doubled and the worst case was half a second.
        faiss.omp_set_num_threads(1)
        # faiss's stubs describe the constructors of C++, not those of Python: hence the ignores.
        params = None if rows is None else faiss.SearchParameters(sel=_selector(rows))  # type: ignore[call-arg]

        def fetch(limit: int) -> list[Scored]:
            scores, found = self._index.search(query, min(limit, len(self)), params=params)
            return [
                (int(row), float(score)) for row, score in zip(found[0], scores[0], strict=True) if row >= 0
            ]

        return best(fetch, k)


def _selector(rows: NDArray[np.int64]) -> faiss.IDSelector:
    members = np.zeros(int(rows.max()) + 1, dtype=np.bool_)
    members[rows] = True
    return faiss.IDSelectorBitmap(np.packbits(members, bitorder="little"))  # type: ignore[call-arg, arg-type]


def _damaged(path: Path) -> IndexDamaged:
    return IndexDamaged(
        f"The vectors of the index cannot be read from {path}: rebuild it with `onrecord index --force`."
    )
