"""A corpus of any size, put together from the passages and vectors of a real index.

The vector of a passage is a mixture of two real ones and noise, so that neighbours are as crowded as
those of texts. No model is run.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.chunker import passage_id
from index.generation import current
from index.opened import open_generation
from index.passage import Passage
from index.statement import Role, Statement, Turn

_PER_STATEMENT = 25


class SyntheticEmbedder:
    """Mixes two vectors of a real index and noise, by the digest of the text."""

    name = "synthetic"
    checksum = "0" * 64

    def __init__(self, model_index: Path) -> None:
        self._model_index = model_index

    @cached_property
    def _vectors(self) -> NDArray[np.float32]:
        with open_generation(current(self._model_index)) as index:
            return index.vectors.vectors(index.content.rows())

    @property
    def dim(self) -> int:
        """The length of a vector."""
        return int(self._vectors.shape[1])

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors of shape (len(texts), dim)."""
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        noise = np.stack([np.random.default_rng(seed).standard_normal(self.dim) for seed in seeds])
        count = len(self._vectors)
        first = self._vectors[[seed % count for seed in seeds]]
        second = self._vectors[[seed // count % count for seed in seeds]]
        mixed = first + 0.4 * second + 0.3 * noise / np.sqrt(self.dim)
        return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), dtype=np.float32)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return the unit vector of a text, of shape (dim,)."""
        return np.asarray(self.embed_documents([text])[0], dtype=np.float32)


def synthetic(model_index: Path, passages: int) -> Iterator[tuple[Statement, list[Passage]]]:
    """Yield statements of 25 passages each, drawn at random from a real index."""
    drawn = random.Random(0)  # noqa: S311 - a sample, no secret
    with open_generation(current(model_index)) as index:
        real = index.content.passages(index.content.rows().tolist())
    for number in range(passages // _PER_STATEMENT):
        yield _statement(f"synthetic-{number:06d}", drawn.choices(real, k=_PER_STATEMENT))


def _statement(name: str, real: Sequence[Passage]) -> tuple[Statement, list[Passage]]:
    # The number makes each text one of its own, as the store wants it.
    text = f"{name}\n\n" + "\n\n".join(passage.text for passage in real)
    speaker, date = real[0].speaker, real[0].date
    turn = Turn(speaker, Role.PRINCIPAL, len(name) + 2, len(text))
    passages = []
    start = turn.start
    for ordinal, passage in enumerate(real):
        passages.append(
            replace(
                passage,
                id=passage_id(name, ordinal),
                statement_id=name,
                ordinal=ordinal,
                start=start,
                end=start + len(passage.text),
                speaker=speaker,
                role=Role.PRINCIPAL,
                question=None,
                title=f"{real[0].title}, {name}",
                kind=real[0].kind,
                date=date,
                place=None,
            )
        )
        start += len(passage.text) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    statement = Statement(
        id=name,
        title=f"{real[0].title}, {name}",
        kind=real[0].kind,
        date=date,
        place=None,
        source=f"/synthetic/{name}.txt",
        source_url=None,
        language="en",
        text=text,
        turns=(turn,),
        sha256=digest,
    )
    return statement, passages
