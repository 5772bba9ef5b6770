"""Bytes that lie somewhere: in a file of their own, in an archive, or in a row of a manifest."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from index.errors import FileTooLarge, ReadError


class Blob(Protocol):
    """Bytes that can be read more than once. `size` is how many there are said to be."""

    def __hash__(self) -> int: ...

    @property
    def size(self) -> int:
        """The number of bytes."""

    def opened(self) -> AbstractContextManager[BinaryIO]:
        """Open the bytes for reading, in a `with` block; the stream can seek.

        Raises:
            ReadError: they cannot be opened.
        """


@dataclass(frozen=True, slots=True)
class FileBlob:
    """A file on disk. `mtime_ns` tells it from what stood at the same path at another time."""

    path: Path
    size: int
    mtime_ns: int

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open the file if it is a regular one: a pipe or a device could keep its reader for ever."""
        try:
            descriptor = os.open(
                self.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
            )
            with os.fdopen(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise ReadError(f"{self.path.name} is no regular file: remove it from the sources.")
                yield file
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ReadError(
                f"{self.path.name} cannot be opened ({reason}): check its permissions."
            ) from error


def contents(blob: Blob, name: str, limit: int) -> bytes:
    """Return the bytes of `blob`.

    Raises:
        FileTooLarge: there are more than `limit`.
        ReadError: they cannot be read.
    """
    with blob.opened() as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileTooLarge(f"{name} is larger than {limit} bytes: split it, or raise the reader's max_bytes.")
    return data


def digest(blob: Blob) -> str:
    """Return the hexadecimal SHA-256 of the bytes of `blob`; raises `ReadError` as `contents` does."""
    with blob.opened() as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
