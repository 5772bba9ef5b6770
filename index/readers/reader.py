"""What every reader must do."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from index.settings import ReaderSettings


class Reader(Protocol):
    """Turns a file of one format into text."""

    def read(self, path: Path, settings: ReaderSettings) -> str:
        """Return the text of the file in NFC, with line feeds and tabs as its only controls.

        Raises:
            FileTooLarge: the file has more than `settings.max_bytes` bytes.
            BinaryFile: it does not hold text.
            UndecodableFile: no encoding makes readable text of it.
            EmptyFile: it holds no words.
            ReadError: the operating system does not let it be read.
        """
