"""What every embedding model must do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors of unit length, so that an inner product is a cosine.

    Documents and queries have methods of their own because many models want a prefix before one
    of them. Neither method fails on an empty or an overlong text: the first has some vector, the
    second is cut at the model's window.
    """

    @property
    def name(self) -> str:
        """The name that stands in the manifest of an index."""

    @property
    def checksum(self) -> str:
        """A hexadecimal digest of the weights: vectors of another checksum are not comparable."""

    @property
    def dim(self) -> int:
        """The length of a vector."""

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape (len(texts), dim), a row a text in the order given."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return an array of shape (dim,)."""
