"""Plain text."""

from __future__ import annotations

import unicodedata

from index.cleaning import cleaned
from index.errors import BinaryFile
from index.readers.decoding import decode
from index.readers.document import Document
from index.readers.signatures import refuse_other_format
from index.settings import ReaderSettings

_MOST_CONTROLS = 0.01  # of all characters; text has none or a stray one
_USUAL_CONTROLS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85")


class TextReader:
    """Reads text in UTF-8, UTF-16 and the common one-byte encodings."""

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:  # noqa: ARG002
        """Return the text of the file; see `Reader.read`."""
        return Document(cleaned(characters(data, name), name))


def characters(data: bytes, name: str) -> str:
    """Return the characters in `data` as they stand.

    Raises:
        BinaryFile: it does not hold text.
        UndecodableFile: no encoding makes readable text of it.
    """
    refuse_other_format(data, name)
    return mostly_text(decode(data, name), name)


def mostly_text(text: str, name: str) -> str:
    """Return `text`, which a stray control character does not spoil.

    Raises:
        BinaryFile: it has too many of them.
    """
    controls = {
        character for character in set(text) - _USUAL_CONTROLS if unicodedata.category(character) == "Cc"
    }
    if sum(map(text.count, controls)) > _MOST_CONTROLS * len(text):
        raise BinaryFile(f"{name} does not hold text: remove it from the sources, or save it as text.")
    return text
