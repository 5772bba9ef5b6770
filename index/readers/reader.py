"""What every reader must do."""

from __future__ import annotations

from typing import Protocol

from index.readers.document import Document
from index.settings import ReaderSettings


class Reader(Protocol):
    """Turns the bytes of a file of one format into a document.

    It may rest on a library that a hostile file can keep busy, make greedy or crash: builds run it in
    a process of its own, within the time and memory that the settings allow (`index.isolation`).
    """

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:
        """Return what is in `data`; `name` is the file's name, for messages.

        Raises:
            ReadError: there is no text to be had; its subclasses tell why.
        """
