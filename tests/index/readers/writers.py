"""How to make a file of each format from paragraphs. A new reader adds its line to the table."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO

_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>Collected speeches</dc:title></metadata><manifest>"
    '<item id="c1" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="c1"/></spine></package>'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def plain(paragraphs: Sequence[str]) -> bytes:
    return "\n".join(paragraphs).encode()


def html(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<html><head><meta charset="utf-8"><title>A page</title></head><body>{body}</body></html>'.encode()
    )


def turns(paragraphs: Sequence[str]) -> bytes:
    return json.dumps({"text": "\n".join(paragraphs)}).encode()


def docx(paragraphs: Sequence[str]) -> bytes:
    from docx import Document

    document, stream = Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(stream)
    return stream.getvalue()


def odt(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraph in paragraphs)
    return zipped({"content.xml": _ODT.format(body)})


def epub(paragraphs: Sequence[str]) -> bytes:
    return zipped(
        {
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/book.opf": _PACKAGE,
            "OEBPS/one.xhtml": html(paragraphs).decode(),
        }
    )


def pdf(*pages: Sequence[str], head: str = "", foot: str = "", password: str = "") -> bytes:
    """A PDF of these pages, each of paragraphs; `foot` may hold {page}."""
    from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            if head:
                self.cell(0, 8, head)
                self.ln(12)

        def footer(self) -> None:
            if foot:
                self.set_y(-15)
                self.cell(0, 8, foot.format(page=self.page_no()))

    document = Pages()
    document.set_font("helvetica", size=11)
    for page in pages:
        document.add_page()
        for paragraph in page:
            if paragraph.strip():
                document.multi_cell(
                    0, 6, unicodedata.normalize("NFC", paragraph), new_x="LMARGIN", new_y="NEXT"
                )
    if password:
        from fpdf.enums import EncryptionMethod

        document.set_encryption("owner", password, EncryptionMethod.RC4)
    return bytes(document.output())


WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "": plain,
    ".docx": docx,
    ".epub": epub,
    ".htm": html,
    ".html": html,
    ".json": turns,
    ".markdown": plain,
    ".md": plain,
    ".odt": odt,
    ".pdf": pdf,
    ".txt": plain,
    ".xhtml": html,
}
LATIN_ONLY = {".pdf"}
"""Formats whose writer here has no letters but those of Western Europe."""
