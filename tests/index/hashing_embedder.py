"""A small embedder for tests: real vectors of words, without a model."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.settings import EmbedderSettings, IndexSettings

HASHING_SETTINGS = IndexSettings(embedder=EmbedderSettings(model="hashing"))


class HashingEmbedder:
    """Counts words by the CRC-32 of each; texts with the same words are near each other.

    `seen` lists the documents that it was asked to embed.
    """

    def __init__(self, *, name: str = "hashing", checksum: str = "a" * 64, dim: int = 64) -> None:
        self.name = name
        self.checksum = checksum
        self.dim = dim
        self.seen: list[str] = []

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen.extend(texts)
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                vector[zlib.crc32(word.encode()) % self.dim] += 1
            vector /= max(float(np.linalg.norm(vector)), 1e-6)
        return vectors

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return np.asarray(self.embed_documents([text])[0], dtype=np.float32)
