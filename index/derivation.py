"""Bringing the vectors and the words in line with the content that they are derived from."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.chunker import embedding_text
from index.embedders.embedder import Embedder
from index.generation import Generation
from index.passage import Passage
from index.stores.content import ContentStore
from index.stores.vectors import VectorStore
from index.stores.words import WordStore

_BATCH = 256  # passages; what is held in memory at a time

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class EmbeddingCounts:
    """How many new passages went through the model, and how many took over a vector."""

    embedded: int
    reused: int


def embedding_digest(passage: Passage) -> bytes:
    """Return what identifies the embedding text of a passage: equal digests mean equal vectors."""
    return hashlib.sha256(embedding_text(passage).encode()).digest()


def derive_vectors(
    content: ContentStore,
    base: Generation | None,
    base_rows: Rows,
    built: Generation,
    embedder: Embedder,
    replaced: Mapping[bytes, int],
    notify: Callable[[int, int], None],
) -> EmbeddingCounts:
    """Write a vector for each passage of `content`, and for no other.

    Vectors of `base`, whose rows are `base_rows`, are kept. `replaced` maps embedding digests to
    rows of `base` whose vectors new passages may take over. `notify` receives how many new
    passages are done, and their number.
    """
    vectors = VectorStore.load(base.vectors) if base else VectorStore(embedder.dim)
    wanted = content.rows()
    new = np.setdiff1d(wanted, base_rows)
    reused = 0
    notify(0, len(new))
    for start in range(0, len(new), _BATCH):
        rows = new[start : start + _BATCH]
        passages = content.passages(rows.tolist())
        old_rows = np.array([replaced.get(embedding_digest(passage), -1) for passage in passages])
        known = old_rows >= 0
        batch = np.empty((len(rows), vectors.dim), dtype=np.float32)
        batch[known] = vectors.vectors(old_rows[known])
        unknown = [embedding_text(passages[place]) for place in np.flatnonzero(~known)]
        if unknown:
            batch[~known] = embedder.embed_documents(unknown)
        vectors.add(rows, batch)
        reused += int(known.sum())
        notify(start + len(rows), len(new))
    vectors.remove(np.setdiff1d(base_rows, wanted))
    vectors.save(built.vectors)
    return EmbeddingCounts(embedded=len(new) - reused, reused=reused)


def derive_words(content: ContentStore, base: Generation | None, base_rows: Rows, built: Generation) -> None:
    """Write a word entry for each passage of `content`, and for no other.

    `base_rows` are the rows of `base`. Its entries are kept unless some of them are gone: see
    `WordStore` for why nothing is ever removed.
    """
    wanted = content.rows()
    if base is None or np.setdiff1d(base_rows, wanted).size:
        words, new = WordStore.create(built.words), wanted
    else:
        words, new = _copied(base.words, built.words), np.setdiff1d(wanted, base_rows)
    if len(new):
        words.add(_passages(content, new))


def _copied(source: Path, target: Path) -> WordStore:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.lock"))
    return WordStore.load(target)


def _passages(content: ContentStore, rows: Rows) -> Iterator[tuple[int, Passage]]:
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH].tolist()
        yield from zip(batch, content.passages(batch), strict=True)
