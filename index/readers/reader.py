"""What every reader must do."""

from __future__ import annotations

from typing import Protocol

from index.readers.document import Document
from index.settings import ReaderSettings


class Reader(Protocol):
    """Turns the bytes of a file of one format into a document.

    `isolated` readers rest on a library that a hostile file might keep busy or make greedy: they
    are run in a process of their own, within the time and memory that the settings allow.
    """

    @property
    def isolated(self) -> bool:
        """Whether the reader is run in a process of its own."""

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:
        """Return what is in `data`; `name` is the file's name, for messages.

        Raises:
            ReadError: there is no text to be had; its subclasses tell why.
        """
