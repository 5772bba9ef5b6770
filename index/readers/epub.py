"""EPUB books."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from index.cleaning import cleaned, single_line
from index.metadata import Metadata
from index.readers.blocks import text_of
from index.readers.decoding import decode
from index.readers.document import Document
from index.readers.html import parsed
from index.readers.office_archive import OfficeArchive
from index.settings import ReaderSettings

_CONTAINER = ".//{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = "{http://www.idpf.org/2007/opf}"
_TITLE = ".//{http://purl.org/dc/elements/1.1/}title"
_PAGE_TYPES = {"application/xhtml+xml", "text/html"}


class EpubReader:
    """Reads the chapters in their order as one document."""

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:
        """Return the text, one paragraph a line, and the title of the book; see `Reader.read`."""
        archive = OfficeArchive(data, name, settings)
        rootfile = archive.xml("META-INF/container.xml").find(_CONTAINER)
        package = rootfile.get("full-path", "") if rootfile is not None else ""
        root = archive.xml(package)
        title = single_line(root.findtext(_TITLE) or "")[:500] or None
        chapters = (text_of(parsed(decode(archive.part(path), name), name)) for path in _spine(root, package))
        return Document(cleaned("\n\n".join(chapters), name), Metadata(title=title))


def _spine(root: object, package: str) -> Iterator[str]:
    """Yield the paths of the chapters in reading order; each is read once."""
    folder = posixpath.dirname(package)
    pages = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in root.iter(f"{_OPF}item")  # type: ignore[attr-defined]
        if item.get("media-type") in _PAGE_TYPES and "nav" not in item.get("properties", "").split()
    }
    for reference in root.iter(f"{_OPF}itemref"):  # type: ignore[attr-defined]
        page = pages.pop(reference.get("idref"), None)
        if page and reference.get("linear") != "no":
            yield page
