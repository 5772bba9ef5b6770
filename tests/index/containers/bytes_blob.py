"""Bytes in memory, in place of a file on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO


@dataclass(frozen=True)
class BytesBlob:
    """A blob of bytes that are given."""

    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        yield BytesIO(self.data)
