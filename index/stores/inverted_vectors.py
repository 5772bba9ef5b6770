"""Vectors in lists by the region they lie in, for corpora too large to compare them all."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged
from index.stores.exact_vectors import scored
from index.stores.ranking import Scored

_SAMPLE = 40  # vectors for each region in training; FAISS asks for 39 at least
_PROBED = 32  # of the lists, one in so many is looked through
_FEWEST_PROBED = 64


class VectorSource(Protocol):
    """Vectors that lie somewhere, by their positions from 0."""

    rows: NDArray[np.int64]

    def at(self, positions: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors at `positions`, of shape (len(positions), dim)."""


class InvertedVectors:
    """A FAISS IndexIVF with vectors as 16-bit floats: 776 bytes a vector of 384 dimensions.

    A query looks through the lists of the regions nearest to it. Under a filter that lets few rows
    pass it looks through so many more, in the end all, that as many candidates are compared: with
    the filter tested before the distance, that costs little. Half precision alters a cosine by about
    1e-5. Source: Jégou, Douze and Schmid, "Product Quantization for Nearest Neighbor Search", IEEE
    TPAMI 33(1), 2011, section 4 (the inverted file; its product quantiser is not used here).
    """

    def __init__(self, index: faiss.IndexIVFScalarQuantizer) -> None:
        self.index = index
        self._owner_of_regions: InvertedVectors | None = None
        self._lists: Any = faiss.downcast_InvertedLists(index.invlists)  # type: ignore[arg-type]
        if isinstance(self._lists, faiss.OnDiskInvertedLists):
            self._lists.prefetch_nthread = 0  # threads that read ahead cost one query more than they win

    @classmethod
    def trained(cls, source: VectorSource, dim: int) -> InvertedVectors:
        """Make a segment without vectors whose regions fit those of `source`: some 4 * sqrt(n)."""
        count = len(source.rows)
        regions = regions_for(count)
        sample = np.random.default_rng(0).choice(count, min(count, _SAMPLE * regions), replace=False)
        quantizer = faiss.IndexFlatIP(dim)
        index = _over(quantizer, regions)
        index.nprobe = min(regions, max(_FEWEST_PROBED, regions // _PROBED))
        with_all_cores()
        index.train(source.at(np.sort(sample)))
        return cls(index)

    def __len__(self) -> int:
        return int(self.index.ntotal)

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self.index.d)

    @property
    def regions(self) -> int:
        """The number of lists."""
        return int(self.index.nlist)

    def rows(self) -> NDArray[np.int64]:
        """Return the rows that have a vector, in no particular order."""
        return np.concatenate([self._ids(number) for number in range(self.regions)])

    def add(self, rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add unit vectors of shape (len(rows), dim); no row may be in the segment yet."""
        self.index.add_with_ids(np.ascontiguousarray(vectors, np.float32), np.asarray(rows, np.int64))

    def without(self, rows: NDArray[np.int64]) -> InvertedVectors:
        """Return a copy in memory that lacks `rows`; the regions stay as they were trained."""
        copy = _over(self.index.quantizer, self.regions)
        copy.is_trained = True
        copy.nprobe = self.index.nprobe
        lists: Any = copy.invlists
        for number in range(self.regions):
            ids, codes = self._ids(number), self._codes(number)
            stays = ~np.isin(ids, rows)
            kept_ids, kept_codes = np.ascontiguousarray(ids[stays]), np.ascontiguousarray(codes[stays])
            lists.add_entries(number, len(kept_ids), faiss.swig_ptr(kept_ids), faiss.swig_ptr(kept_codes))
            copy.ntotal += len(kept_ids)
        segment = InvertedVectors(copy)
        segment._owner_of_regions = self  # which must live as long
        return segment

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of `rows`, of shape (len(rows), dim).

        Raises:
            IndexDamaged: a row has no vector.
        """
        known, numbers, offsets = self._places
        order = np.searchsorted(known, rows)
        if len(rows) and not np.array_equal(known[np.minimum(order, len(known) - 1)], rows):
            raise IndexDamaged("A passage has no vector: rebuild the index with `onrecord index --force`.")
        found = np.empty((len(rows), self.dim), dtype=np.float32)
        for line, place in enumerate(order):
            found[line] = self._codes(int(numbers[place]))[offsets[place]].view("<f2")
        return found

    def search(
        self, query: NDArray[np.float32], limit: int, selector: faiss.IDSelector | None, share: float
    ) -> list[Scored]:
        """Return the `limit` best rows that were met, of the `share` (0 to 1) that `selector` lets pass."""
        probed = min(self.regions, math.ceil(self.index.nprobe / max(share, 1e-9)))
        params = faiss.SearchParametersIVF(sel=selector, nprobe=probed)  # type: ignore[call-arg]
        return scored(*self.index.search(query, min(limit, len(self)), params=params))

    def save(self, path: Path) -> None:
        """Write the segment to `path`."""
        faiss.write_index(self.index, str(path))

    @cached_property
    def _places(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """All rows, ascending, and of each its list and its place in it."""
        ids = [self._ids(number) for number in range(self.regions)]
        rows = np.concatenate(ids)
        numbers = np.repeat(np.arange(self.regions), [len(part) for part in ids])
        offsets = np.concatenate([np.arange(len(part)) for part in ids])
        order = np.argsort(rows)
        return rows[order], numbers[order], offsets[order]

    def _ids(self, number: int) -> NDArray[np.int64]:
        size = self._lists.list_size(number)
        if not size:
            return np.empty(0, dtype=np.int64)
        return np.asarray(faiss.rev_swig_ptr(self._lists.get_ids(number), size), dtype=np.int64)

    def _codes(self, number: int) -> NDArray[np.uint8]:
        size = self._lists.list_size(number)
        width = self.index.code_size
        if not size:
            return np.empty((0, width), dtype=np.uint8)
        flat = faiss.rev_swig_ptr(self._lists.get_codes(number), size * width)
        return np.asarray(flat, dtype=np.uint8).reshape(size, width)


def regions_for(vectors: int) -> int:
    """Return how many regions so many vectors are sorted into: 4 * sqrt(n), if they suffice to train them."""
    return max(1, min(round(4 * math.sqrt(vectors)), vectors // _SAMPLE))


def _over(quantizer: faiss.Index, regions: int) -> faiss.IndexIVFScalarQuantizer:
    """Return an index of plain 16-bit floats without residuals; FAISS keeps a reference to the quantizer."""
    kind = faiss.ScalarQuantizer.QT_fp16
    return faiss.IndexIVFScalarQuantizer(
        quantizer, quantizer.d, regions, kind, faiss.METRIC_INNER_PRODUCT, False
    )


def filled(source: VectorSource, dim: int, blocks: Iterable[NDArray[np.int64]]) -> InvertedVectors:
    """Train a segment on a sample of `source`, and fill it with the vectors at the positions of `blocks`."""
    segment = InvertedVectors.trained(source, dim)
    for positions in blocks:
        segment.add(source.rows[positions], source.at(positions))
    return segment


def with_all_cores() -> None:
    """Let FAISS train and add on all cores; a query sets it back to one."""
    faiss.omp_set_num_threads(os.cpu_count() or 1)
