"""A document that can be read: a file, or what lies in an archive or a manifest."""

from __future__ import annotations

import hashlib
import os
from dataclasses import astuple, dataclass
from pathlib import Path

from index.cleaning import single_line
from index.containers import Blob, digest
from index.metadata import NOTHING_STATED, Metadata


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document to read.

    `path` is the file on disk; `inside` is where in it the document lies, with a slash before each
    name, or "" where it is the document itself. `relative` is its path inside the source that it
    was found in, as if containers were folders. `size` is in bytes, `mtime_ns` the time of the
    file's last change in nanoseconds. `metadata` is what a manifest states about it.
    """

    path: Path
    relative: Path
    size: int
    mtime_ns: int
    blob: Blob
    inside: str = ""
    metadata: Metadata = NOTHING_STATED

    @property
    def key(self) -> str:
        """The absolute path as text that can be stored and printed, whatever bytes the name holds."""
        return path_text(self.path) + self.inside

    @property
    def name(self) -> str:
        """The name that messages show, and that the parser may find a date or a title in."""
        return single_line(path_text(Path(self.relative.name)))

    def digest(self) -> str:
        """Return the SHA-256 of the bytes, and of what is stated about them where something is.

        Raises:
            ReadError: they cannot be read.
        """
        sha256 = digest(self.blob)
        if self.metadata == NOTHING_STATED:
            return sha256
        return hashlib.sha256(f"{sha256} {astuple(self.metadata)!r}".encode()).hexdigest()


def path_text(path: Path) -> str:
    """Return a path as text that can be stored, whatever bytes its name holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="backslashreplace")
