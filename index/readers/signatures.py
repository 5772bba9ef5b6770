"""Files whose first bytes contradict their names."""

from __future__ import annotations

from index.errors import BinaryFile

_SIGNATURES = {
    b"%PDF-": "a PDF: give it the suffix .pdf",
    b"PK\x03\x04": "a ZIP archive or an office document, such as a spreadsheet: give it its own suffix",
    b"\xd0\xcf\x11\xe0": "an old Office document, such as a spreadsheet: save it as .docx or as text",
    b"{\\rtf": "rich text: save it as .docx or as text",
    b"\x1f\x8b": "a gzip file: unpack it",
}


def refuse_other_format(data: bytes, name: str) -> None:
    """Refuse a file that is no text, whatever its name says.

    Raises:
        BinaryFile: it begins as a file of another format does; the message names that.
    """
    for signature, described in _SIGNATURES.items():
        if data.startswith(signature):
            raise BinaryFile(f"{name} does not hold text but is {described}.")
