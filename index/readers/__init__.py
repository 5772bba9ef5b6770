"""Readers by file name suffix. A new format is one file here and one line in the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from index.errors import UnsupportedFormat
from index.readers.document import Document
from index.readers.docx import DocxReader
from index.readers.epub import EpubReader
from index.readers.html import HtmlReader
from index.readers.json_document import JsonReader
from index.readers.markdown import MarkdownReader
from index.readers.odt import OdtReader
from index.readers.pdf import PdfReader
from index.readers.reader import Reader
from index.readers.text import TextReader

__all__ = ["READERS", "Document", "Reader", "reader_for", "stem", "suffix"]

READERS: Mapping[str, Reader] = {
    "": TextReader(),
    ".docx": DocxReader(),
    ".epub": EpubReader(),
    ".htm": HtmlReader(),
    ".html": HtmlReader(),
    ".json": JsonReader(),
    ".markdown": MarkdownReader(),
    ".md": MarkdownReader(),
    ".odt": OdtReader(),
    ".pdf": PdfReader(),
    ".txt": TextReader(),
    ".xhtml": HtmlReader(),
}

# In "Interview 12.09.2013", "St. Petersburg" and "2020.01.08-address" no dot begins a suffix.
_SUFFIX = re.compile(r"(?<=.)\.(?=[^.]*[A-Za-z])[A-Za-z0-9]+$")


def suffix(path: PurePath) -> str:
    """Return the suffix that tells the format, in lower case; empty where there is none."""
    match = _SUFFIX.search(path.name)
    return match[0].lower() if match else ""


def stem(path: PurePath) -> str:
    """Return the file name without that suffix."""
    return path.name[: len(path.name) - len(suffix(path))]


def reader_for(path: PurePath) -> Reader:
    """Return the reader that takes this file.

    Raises:
        UnsupportedFormat: no reader takes its suffix.
    """
    try:
        return READERS[suffix(path)]
    except KeyError:
        known = ", ".join(sorted(READERS)[1:])
        raise UnsupportedFormat(
            f"{path.name} is not read because of its suffix: convert it to one of {known}."
        ) from None
