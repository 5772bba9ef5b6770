"""Embedding new passages beside the reading of files."""

from __future__ import annotations

import hashlib
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Condition, Thread
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.chunker import embedding_text
from index.embedders.embedder import Embedder
from index.journal import VectorJournal
from index.passage import Passage
from index.stores.content import ContentStore

_WINDOW = 1024  # passages that are sorted by length together
_SLICE = 32  # passages embedded in one go: what a kill costs at most


@dataclass(frozen=True, slots=True)
class EmbeddingCounts:
    """How many new passages went through the model, and how many took over a vector."""

    embedded: int
    reused: int


@dataclass(frozen=True, slots=True)
class NewVectors:
    """Where the vector of each new row stands: at a place in the journal, or at an old row's.

    The three arrays are as long as one another; -1 in `places` or `old_rows` sends to the other.
    """

    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    old_rows: NDArray[np.int64]
    counts: EmbeddingCounts


def embedding_digest(passage: Passage) -> bytes:
    """Return what identifies the embedding text of a passage: equal digests mean equal vectors."""
    return hashlib.sha256(embedding_text(passage).encode()).digest()


class PassageEmbedder:
    """Embeds the passages of rows in a thread of its own, while the caller goes on reading.

    The rows wait as numbers and their passages are read when their turn comes, so that memory does
    not grow with the corpus. Passages are sorted by length within windows of 1,024, since a batch
    costs as much as its longest text. Leaving the `with` block stops the thread.
    """

    def __init__(
        self,
        content: ContentStore,
        embedder: Embedder,
        journal: VectorJournal,
        replaced: Mapping[bytes, int],
        notify: Callable[[int, int], None],
    ) -> None:
        """`replaced` maps digests to rows of the base; `notify` receives how many are done, of how many."""
        self._content = content
        self._embedder = embedder
        self._journal = journal
        self._replaced = replaced
        self._notify = notify
        self._waiting: deque[int] = deque()
        self._sources = array("q")  # row, place, old row of one passage after another
        self._offered = 0
        self._embedded = 0
        self._complete = self._stopped = False
        self._failure: BaseException | None = None
        self._changed = Condition()
        self._thread = Thread(target=self._work, name="embedding", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join()

    def offer(self, rows: Sequence[int]) -> None:
        """Have the passages of `rows` embedded; raises what went wrong with earlier ones."""
        with self._changed:
            if self._failure:
                raise self._failure
            self._waiting.extend(rows)
            self._offered += len(rows)
            self._changed.notify_all()
        self._notify(len(self._sources) // 3, self._offered)

    def finish(self) -> NewVectors:
        """Wait for the last passage; return where all vectors are, by row.

        Raises what went wrong in the thread, such as `ModelUnavailable`.
        """
        with self._changed:
            self._complete = True
            self._changed.notify_all()
        while self._thread.is_alive():
            self._thread.join(0.2)  # so that an interruption from the keyboard is heard
        if self._failure:
            raise self._failure
        table = np.frombuffer(self._sources, dtype=np.int64).reshape(-1, 3)
        table = table[np.argsort(table[:, 0])]
        counts = EmbeddingCounts(self._embedded, len(table) - self._embedded)
        return NewVectors(table[:, 0], table[:, 1], table[:, 2], counts)

    def _work(self) -> None:
        try:
            for window in self._windows():
                self._embed(window)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            self._failure = error

    def _windows(self) -> Iterator[list[int]]:
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._stopped or self._complete or len(self._waiting) >= _WINDOW
                )
                if self._stopped or not self._waiting:
                    return
                window = [self._waiting.popleft() for _ in range(min(_WINDOW, len(self._waiting)))]
            yield window

    def _embed(self, rows: list[int]) -> None:
        """Find or compute the vectors of a window, each embedding text once."""
        of_digest: dict[bytes, list[int]] = {}
        texts: dict[bytes, str] = {}
        for row, passage in zip(rows, self._content.passages(rows), strict=True):
            digest = embedding_digest(passage)
            of_digest.setdefault(digest, []).append(row)
            texts[digest] = embedding_text(passage)
        new = []
        for digest, same in of_digest.items():
            place = self._journal.place(digest)
            if place is not None:
                self._found(same, place=place)
            elif digest in self._replaced:
                self._found(same, old_row=self._replaced[digest])
            else:
                new.append(digest)
        new.sort(key=lambda digest: len(texts[digest]))
        for start in range(0, len(new), _SLICE):
            if self._stopped:
                return
            part = new[start : start + _SLICE]
            vectors = self._embedder.embed_documents([texts[digest] for digest in part])
            self._embedded += len(part)
            for digest, place in zip(part, self._journal.add(part, vectors), strict=True):
                self._found(of_digest[digest], place=place)

    def _found(self, rows: Sequence[int], *, place: int = -1, old_row: int = -1) -> None:
        for row in rows:
            self._sources.extend((row, place, old_row))
        self._notify(len(self._sources) // 3, self._offered)
