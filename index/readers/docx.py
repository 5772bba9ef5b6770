"""Word documents."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from index.cleaning import cleaned
from index.errors import DamagedFile
from index.readers.document import Document
from index.readers.office_archive import OfficeArchive
from index.settings import ReaderSettings

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SILENT = {f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}instrText", f"{_WORD}delText", _FALLBACK}
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


class DocxReader:
    """Reads the paragraphs of the body with python-docx, in tables too, as if all changes were accepted.

    Heads, feet and notes are left out, and so are the properties of the file, which are as a rule
    those of the template.
    """

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:
        """Return the text, one paragraph a line; see `Reader.read`."""
        archive = OfficeArchive(data, name, settings)
        for path in archive.names:
            if path.endswith((".xml", ".rels")):
                archive.xml(path)  # refuses what the library below would be led astray by
        return Document(cleaned("\n".join(_paragraphs(_body(data, name))), name))


def _body(data: bytes, name: str) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(BytesIO(data)).element.body
    except (OpcError, LxmlError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise DamagedFile(f"{name} is no Word document ({error}): save it anew as .docx.") from error


def _paragraphs(body: Any) -> Iterator[str]:
    """Yield the text of each paragraph; a box that is anchored in one follows it.

    The library's own paragraphs leave out inserted text and content controls, hence the elements.
    """
    for paragraph in body.iter(f"{_WORD}p"):
        if not any(ancestor.tag in _SILENT for ancestor in paragraph.iterancestors()):
            yield "".join(_words(paragraph))


def _words(paragraph: Any) -> Iterator[str]:
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[element.tag]
        elif element.tag not in _SILENT and element.tag != f"{_WORD}p":
            waiting.extend(reversed(element))
