"""OpenDocument texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.cleaning import cleaned
from index.readers.document import Document
from index.readers.office_archive import OfficeArchive
from index.settings import ReaderSettings

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_SILENT = {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_OFFICE}forms"}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_SPACES, _COUNT, _MOST_SPACES = f"{_TEXT}s", f"{_TEXT}c", 100


class OdtReader:
    """Reads headings and paragraphs, in tables and lists too, without notes, comments and deleted text."""

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:
        """Return the text, one paragraph a line; see `Reader.read`."""
        content = OfficeArchive(data, name, settings).xml("content.xml")
        return Document(cleaned("".join(_words(content)).strip("\n"), name))


def _words(root: Any) -> Iterator[str]:
    """Yield the text in its order, with a line feed before each paragraph; without recursion."""
    waiting: list[Any] = [root]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            yield element
            continue
        if element.tag in _SILENT:
            continue
        if element.tag in _PARAGRAPHS:
            yield "\n"
        yield _sign(element)
        inner: list[Any] = [element.text or ""]
        for child in element:
            inner += [child, child.tail or ""]
        waiting.extend(reversed(inner))


def _sign(element: Any) -> str:
    if element.tag == _SPACES:
        count = element.get(_COUNT, "1")
        return " " * min(int(count), _MOST_SPACES) if count.isdecimal() else " "
    return _SIGNS.get(element.tag, "")
