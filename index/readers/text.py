"""Plain text and Markdown."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from index.errors import BinaryFile, EmptyFile, FileTooLarge, ReadError
from index.readers.decoding import decode
from index.settings import ReaderSettings

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_MOST_CONTROLS = 0.01  # of all characters; text has none or a stray one


class TextReader:
    """Reads text in UTF-8, UTF-16 and the common one-byte encodings."""

    def read(self, path: Path, settings: ReaderSettings) -> str:
        """Return the text of the file; see `Reader.read`."""
        text = unicodedata.normalize("NFC", decode(_bytes(path, settings.max_bytes), path.name))
        text = _without_controls(_LINE_ENDS.sub("\n", text).replace("\ufeff", ""), path)
        if not any(character.isalnum() for character in text):
            raise EmptyFile(f"{path.name} holds no words: remove it from the sources, or save it anew.")
        return text


def _bytes(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError(f"{path.name} cannot be opened ({reason}): check its permissions.") from error
    if len(data) > limit:
        raise FileTooLarge(
            f"{path.name} is larger than {limit} bytes: split it, or raise the reader's max_bytes."
        )
    return data


def _without_controls(text: str, path: Path) -> str:
    controls = {
        character: None
        for character in map(ord, set(text) - {"\n", "\t"})
        if unicodedata.category(chr(character)) == "Cc"
    }
    clean = text.translate(controls)
    if len(text) - len(clean) > _MOST_CONTROLS * len(text):
        raise BinaryFile(f"{path.name} does not hold text: remove it from the sources, or save it as text.")
    return clean
