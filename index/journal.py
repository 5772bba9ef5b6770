"""Vectors that an unfinished build has paid for."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.embedders.embedder import Embedder

_FILE = "embedded.sqlite"
_TABLES = """
CREATE TABLE maker (model TEXT, checksum TEXT, dim INTEGER);
CREATE TABLE vectors (
    place INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, vector BLOB NOT NULL, crc INTEGER NOT NULL
);
"""
_SELECT = "SELECT vector FROM vectors WHERE place = ?"


class VectorJournal:
    """Keeps vectors by the digest of their embedding text, from the moment they are computed.

    It lies beside the generations. A build that is killed leaves it behind, the next one embeds
    nothing that stands in it, and a build that ends well removes it. Nothing of it is held in
    memory. It may be shared between threads, which take turns.
    """

    def __init__(self, path: Path, embedder: Embedder) -> None:
        self._path = path
        self.dim = embedder.dim
        self._lock = Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False)
        try:
            self._prepare((embedder.name, embedder.checksum, embedder.dim))
        except sqlite3.Error:
            self._connection.close()
            raise

    def _prepare(self, maker: tuple[str, str, int]) -> None:
        """Make the tables, or make sure that they are sound and the vectors in them comparable."""
        self._connection.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE;")
        if self._connection.execute("SELECT name FROM sqlite_master").fetchall():
            sound = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            if not sound or self._connection.execute("SELECT * FROM maker").fetchall() != [maker]:
                raise sqlite3.DatabaseError("damaged, or of another model")
        else:
            self._connection.executescript(f"BEGIN; {_TABLES}")
            self._connection.execute("INSERT INTO maker VALUES (?, ?, ?)", maker)
            self._connection.commit()

    @classmethod
    def beside(cls, index_dir: Path, embedder: Embedder) -> Self:
        """Open the journal of an index, and begin a new one where there is none that can be used."""
        try:
            return cls(journal_path(index_dir), embedder)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise
            remove_journal(index_dir)
            return cls(journal_path(index_dir), embedder)

    def place(self, digest: bytes) -> int | None:
        """Return where the vector under `digest` stands, None where it was not computed yet."""
        with self._lock:
            found = self._connection.execute(
                "SELECT place, vector, crc FROM vectors WHERE digest = ?", (digest,)
            ).fetchone()
        return found[0] if found and _crc(digest, found[1]) == found[2] else None

    def add(self, digests: Sequence[bytes], vectors: NDArray[np.float32]) -> list[int]:
        """Keep vectors of shape (len(digests), dim) and return their places.

        A killed process loses nothing that was added; a power cut may.
        """
        blobs = [vector.tobytes() for vector in np.asarray(vectors, dtype="<f4")]
        with self._lock, self._connection:
            return [
                self._connection.execute(
                    "INSERT INTO vectors (digest, vector, crc) VALUES (?, ?, ?) ON CONFLICT (digest) "
                    "DO UPDATE SET vector = excluded.vector, crc = excluded.crc RETURNING place",
                    (digest, blob, _crc(digest, blob)),
                ).fetchone()[0]
                for digest, blob in zip(digests, blobs, strict=True)
            ]

    def vectors(self, places: Sequence[int]) -> NDArray[np.float32]:
        """Return the vectors at `places`, of shape (len(places), dim)."""
        with self._lock:
            blobs = [self._connection.execute(_SELECT, (int(place),)).fetchone()[0] for place in places]
        return np.frombuffer(b"".join(blobs), dtype="<f4").reshape(len(blobs), self.dim)

    def close(self) -> None:
        """Close the file, which stays."""
        self._connection.close()


def journal_path(index_dir: Path) -> Path:
    """Return where the journal of an index lies while a build is not finished."""
    return index_dir / _FILE


def remove_journal(index_dir: Path) -> None:
    """Remove the journal, where there is one."""
    for suffix in ("", "-journal"):
        (index_dir / (_FILE + suffix)).unlink(missing_ok=True)


def _crc(digest: bytes, blob: bytes) -> int:
    return zlib.crc32(blob, zlib.crc32(digest))
