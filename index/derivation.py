"""Bringing the vectors and the words in line with the content that they are derived from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.disk import link
from index.embedding import NewVectors
from index.generation import Generation
from index.journal import VectorJournal
from index.passage import Passage
from index.settings import ScaleSettings
from index.stores.catalogue import Catalogue
from index.stores.content import ContentStore
from index.stores.exact_vectors import ExactVectors
from index.stores.inverted_vectors import InvertedVectors, filled, regions_for, with_all_cores
from index.stores.vectors import VectorStore
from index.stores.words import WordStore

_BATCH = 256  # passages; what is held in memory at a time
_BLOCK = 8192  # vectors
_NEW_SHARE = 0.05  # of an inverted segment; beyond it what was added since is sorted in

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Delta:
    """What a build changed: the rows and statements that go, and where the vectors of new rows are."""

    base: Generation | None
    removed: Rows
    removed_statements: tuple[str, ...]
    new: NewVectors


class _AllVectors:
    """The vectors of a base that stay, and the new ones, by position."""

    def __init__(self, base: VectorStore, delta: Delta, journal: VectorJournal) -> None:
        self._base = base
        self._journal = journal
        kept = np.setdiff1d(np.sort(base.rows()), delta.removed, assume_unique=True)
        new = delta.new
        self.rows = np.concatenate([kept, new.rows])
        self._places = np.concatenate([np.full(len(kept), -1), new.places])
        self._old_rows = np.concatenate([kept, new.old_rows])

    def at(self, positions: NDArray[np.int64]) -> NDArray[np.float32]:
        found = np.empty((len(positions), self._base.dim), dtype=np.float32)
        old = self._places[positions] < 0
        found[old] = self._base.vectors(self._old_rows[positions][old])
        found[~old] = self._journal.vectors(self._places[positions][~old].tolist())
        return found


def derive_vectors(delta: Delta, built: Generation, journal: VectorJournal, scale: ScaleSettings) -> int:
    """Write the vectors of the base without the rows removed, and those of the new rows; return how many."""
    store = VectorStore.load(delta.base.vectors) if delta.base else VectorStore(journal.dim)
    source = _AllVectors(store, delta, journal)
    inverted = isinstance(store.main, InvertedVectors)
    # A corpus that shrinks goes back to exact search at half the size: it may hover around the limit.
    if len(source.rows) <= scale.exact_passages // (2 if inverted else 1):
        _save_exact(VectorStore(store.dim) if inverted else store, source, delta.removed, built)
    elif delta.base and _is_inverted_for(store, len(source.rows)):
        _update_inverted(store, source, delta.base, built, scale)
    else:
        filled(source, store.dim, _blocks(0, len(source.rows))).save(built.vectors)
    return len(VectorStore.load(built.vectors, mapped=True))


def _save_exact(store: VectorStore, source: _AllVectors, removed: Rows, built: Generation) -> None:
    missing = np.flatnonzero(~np.isin(source.rows, store.rows(), assume_unique=True))
    for start in range(0, len(missing), _BLOCK):
        positions = missing[start : start + _BLOCK]
        store.add(source.rows[positions], source.at(positions))
    store.remove(removed)
    store.save(built.vectors)


def _update_inverted(
    store: VectorStore, source: _AllVectors, base: Generation, built: Generation, scale: ScaleSettings
) -> None:
    """Keep the inverted file and write what changed beside it; once that is much, sort it in."""
    assert isinstance(store.main, InvertedVectors)  # noqa: S101 - told to the type checker
    size = len(store.main)
    gone = np.setdiff1d(np.sort(store.main.rows()), source.rows, assume_unique=True)
    beside = np.flatnonzero(~np.isin(source.rows, store.main.rows(), assume_unique=True))
    if len(gone) <= scale.dead_share * size and len(beside) <= _NEW_SHARE * size:
        new = ExactVectors.empty(store.dim)
        new.add(source.rows[beside], source.at(beside))
        store.new, store.gone = new, gone
        link(base.vectors, built.vectors)
        store.save_changes(built.vectors)
        return
    with_all_cores()
    main = store.main.without(gone)
    for start in range(0, len(beside), _BLOCK):
        positions = beside[start : start + _BLOCK]
        main.add(source.rows[positions], source.at(positions))
    main.save(built.vectors)


def _is_inverted_for(store: VectorStore, vectors: int) -> bool:
    """Tell whether the regions of a store fit so many vectors: not after a fourfold growth, or loss."""
    if not isinstance(store.main, InvertedVectors):
        return False
    fits = regions_for(vectors)
    return fits / 2 <= store.main.regions <= fits * 2


def _blocks(start: int, stop: int) -> Iterator[NDArray[np.int64]]:
    for first in range(start, stop, _BLOCK):
        yield np.arange(first, min(first + _BLOCK, stop))


def derive_words(content: ContentStore, delta: Delta, built: Generation, scale: ScaleSettings) -> int:
    """Write a word entry for each passage of `content`, and for no other; return how many.

    The entries of the base are kept unless some of them go; in a large store until a share has gone.
    """
    large = Catalogue(content.database).counts().passages > scale.exact_passages
    if delta.base is None or (delta.removed.size and not large):
        words, new = WordStore.create(built.words), content.rows()
    else:
        words, new = _carried_over(delta.base, built), delta.new.rows
        if delta.removed.size:
            words.remove(delta.removed_statements)
            if _dead_share(built.words) > scale.dead_share:
                shutil.rmtree(built.words)
                words, new = WordStore.create(built.words), content.rows()
    if len(new):
        words.add(_passages(content, new))
    return len(words)


def _carried_over(source: Generation, target: Generation) -> WordStore:
    """Give Tantivy's files, which it never changes, a second name; copy the lists of them."""
    target.words.mkdir()
    for path in sorted(source.words.iterdir()):
        if path.suffix == ".json":
            shutil.copyfile(path, target.words / path.name)
        elif path.suffix != ".lock":
            link(path, target.words / path.name)
    return WordStore.load(target.words)


def _dead_share(words: Path) -> float:
    """Return how much of a word store is removed and not yet merged away (0 to 1)."""
    segments = json.loads((words / "meta.json").read_bytes())["segments"]
    dead = sum((segment["deletes"] or {}).get("num_deleted_docs", 0) for segment in segments)
    return float(dead / max(1, sum(segment["max_doc"] for segment in segments)))


def _passages(content: ContentStore, rows: Rows) -> Iterator[tuple[int, Passage]]:
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH].tolist()
        yield from zip(batch, content.passages(batch), strict=True)
