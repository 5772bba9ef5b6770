"""Vectors of passages, and the search for the nearest."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged
from index.stores.exact_vectors import ExactVectors
from index.stores.inverted_vectors import InvertedVectors
from index.stores.ranking import Scored, best

Rows = NDArray[np.int64]


class VectorStore:
    """Unit vectors keyed by the row of a passage; their inner product is a cosine.

    A small store is one segment that is searched exactly. A large one is an inverted file with a
    short exact segment of what was added since (`main` and `new`), and the rows of the inverted
    file that are `gone`: so that adding or removing one statement does not rewrite a million vectors.
    """

    def __init__(self, dim: int) -> None:
        self.main: ExactVectors | InvertedVectors = ExactVectors.empty(dim)
        self.new = ExactVectors.empty(dim)
        self.gone: Rows = np.empty(0, dtype=np.int64)

    @classmethod
    def load(cls, path: Path, *, mapped: bool = False) -> VectorStore:
        """Read a store from disk; `mapped` maps the main file instead of copying it, for reading only.

        Raises:
            IndexDamaged: a file is missing, cut short, or not a store of vectors.
        """
        store = cls.__new__(cls)
        store.main = _segment(path, mapped=mapped)
        store.new, store.gone = ExactVectors.empty(store.main.dim), np.empty(0, dtype=np.int64)
        if new_path(path).exists():
            store.new = _exact(new_path(path))
        if gone_path(path).exists():
            store.gone = _rows(gone_path(path))
        return store

    def save(self, path: Path) -> None:
        """Write the store to `path`, and to files beside it where it has more than one part."""
        self.main.save(path)
        self.save_changes(path)

    def save_changes(self, path: Path) -> None:
        """Write all but the main segment."""
        if len(self.new):
            self.new.save(new_path(path))
        if len(self.gone):
            np.save(gone_path(path), self.gone, allow_pickle=False)

    def __len__(self) -> int:
        return len(self.main) + len(self.new) - len(self.gone)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return self.main.dim

    def rows(self) -> Rows:
        """Return the rows that have a vector, in no particular order."""
        main = self.main.rows()
        return np.concatenate([main[~np.isin(main, self.gone)] if len(self.gone) else main, self.new.rows()])

    def add(self, rows: Rows, vectors: NDArray[np.float32]) -> None:
        """Add unit vectors of shape (len(rows), dim); no row may be in the store yet."""
        (self.main if isinstance(self.main, ExactVectors) else self.new).add(rows, vectors)

    def remove(self, rows: Rows) -> None:
        """Remove the vectors of `rows`; rows that are not in the store are passed over."""
        self.new.remove(rows)
        if isinstance(self.main, ExactVectors):
            self.main.remove(rows)
        elif len(rows):
            self.gone = np.union1d(self.gone, np.intersect1d(rows, self.main.rows()))

    def vectors(self, rows: Rows) -> NDArray[np.float32]:
        """Return the vectors of `rows`, of shape (len(rows), dim).

        Raises:
            IndexDamaged: a row has no vector.
        """
        if not len(self.new):
            return self.main.vectors(rows)
        found = np.empty((len(rows), self.dim), dtype=np.float32)
        is_new = np.isin(rows, self.new.rows())
        found[is_new] = self.new.vectors(rows[is_new])
        found[~is_new] = self.main.vectors(rows[~is_new])
        return found

    def search(self, vector: NDArray[np.float32], k: int, rows: Rows | None = None) -> list[Scored]:
        """Return at most `k` rows by falling inner product with `vector` (dim,), ties by row.

        Where `rows` is given, no other row is looked at: the filter acts inside the search.
        """
        if k < 1 or not len(self) or (rows is not None and not len(rows)):
            return []
        query = np.ascontiguousarray(vector, np.float32).reshape(1, -1)
        # For one query FAISS's threads cost more than they win, most of all beside other work:
        # with two of them on two busy cores the median doubled and the worst case was half a second.
        faiss.omp_set_num_threads(1)
        selector = self._selector(rows)
        share = 1.0 if rows is None else len(rows) / len(self)

        def fetch(limit: int) -> list[Scored]:
            if isinstance(self.main, InvertedVectors):
                found = self.main.search(query, limit, selector, share)
                if len(self.new):
                    found += self.new.search(query, limit, selector)
                return sorted(found, key=lambda hit: -hit[1])[:limit]
            return self.main.search(query, limit, selector)

        return best(fetch, k)

    def _selector(self, rows: Rows | None) -> faiss.IDSelector | None:
        if rows is not None:
            members = np.zeros(int(rows.max()) + 1, dtype=np.bool_)
            members[rows] = True
            bits = np.packbits(members, bitorder="little")
            return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]
        if len(self.gone):
            return faiss.IDSelectorNot(faiss.IDSelectorBatch(self.gone))
        return None


def new_path(main: Path) -> Path:
    """Return where the exact segment beside an inverted one lies."""
    return main.with_name(f"{main.stem}-new{main.suffix}")


def gone_path(main: Path) -> Path:
    """Return where the rows are listed that an inverted segment still holds, and the store does not."""
    return main.with_name(f"{main.stem}-gone.npy")


_INVERTED = b"IwSq"  # how FAISS begins a file of an IndexIVFScalarQuantizer


def _segment(path: Path, *, mapped: bool) -> ExactVectors | InvertedVectors:
    """Read a segment; an inverted one is always mapped, by another flag of FAISS than a flat one."""
    try:
        with path.open("rb") as file:
            inverted = file.read(4) == _INVERTED
        flags = faiss.IO_FLAG_MMAP if inverted else faiss.IO_FLAG_MMAP_IFC if mapped else 0
        index = faiss.read_index(str(path), flags)
    except (OSError, RuntimeError) as error:
        raise _damaged(path) from error
    if isinstance(index, faiss.IndexIVFScalarQuantizer):
        return InvertedVectors(index)
    if isinstance(index, faiss.IndexIDMap2):
        return ExactVectors(index)
    raise _damaged(path)


def _exact(path: Path) -> ExactVectors:
    segment = _segment(path, mapped=False)
    if not isinstance(segment, ExactVectors):
        raise _damaged(path)
    return segment


def _rows(path: Path) -> Rows:
    try:
        return np.asarray(np.load(path, allow_pickle=False), dtype=np.int64)
    except (OSError, ValueError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> IndexDamaged:
    return IndexDamaged(
        f"The vectors of the index cannot be read from {path}: rebuild it with `onrecord index --force`."
    )
