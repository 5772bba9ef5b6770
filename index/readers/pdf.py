"""PDF: the words of every page, with the places where pages begin."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from index.cleaning import clean, has_words
from index.errors import DamagedFile, EncryptedFile, FileTooLarge, NoTextLayer
from index.readers.document import Document
from index.readers.paragraphs import rejoin
from index.readers.running_heads import without_running_heads
from index.settings import ReaderSettings

if TYPE_CHECKING:
    from pypdf import PdfReader as Pdf

_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError),
    *(RuntimeError, TypeError, ValueError, struct.error, zlib.error),
)  # what pypdf lets through from a damaged file
_MOST_NAMED = 20  # pages that a note lists


class PdfReader:
    """Reads the text layer with pypdf; running heads go, and lines are joined to paragraphs.

    The properties of the file (title, author, date) are left alone: they are as a rule those of the
    template or of the day of export.
    """

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:
        """Return the text of all pages; see `Reader.read`."""
        pages = [clean(text).split("\n") for text in _texts(_opened(data, name), name, settings)]
        silent = [number for number, lines in enumerate(pages, 1) if not has_words("".join(lines))]
        if len(silent) == len(pages):
            raise NoTextLayer(
                f"{name} holds pictures of pages and no words: run a text recognition (OCR) over it first."
            )
        text, starts = rejoin(without_running_heads(pages))
        notes = (_note(silent, len(pages)),) if silent else ()
        return Document(text, pages=starts, notes=notes)


def _opened(data: bytes, name: str) -> Pdf:
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    try:
        pdf = pypdf.PdfReader(BytesIO(data))
        # Without a password to open it, a PDF may still be encrypted against changes.
        locked = pdf.is_encrypted and not pdf.decrypt("")
    except DependencyError as error:
        raise EncryptedFile(
            f"{name} is encrypted in a way that cannot be opened: save it without."
        ) from error
    except (PyPdfError, *_BROKEN) as error:
        raise DamagedFile(f"{name} is no whole PDF ({error}): save or download it anew.") from error
    if locked:
        raise EncryptedFile(f"{name} is locked with a password: save it without one.")
    return pdf


def _texts(pdf: Pdf, name: str, settings: ReaderSettings) -> list[str]:
    from pypdf.errors import PyPdfError

    texts: list[str] = []
    try:
        count = len(pdf.pages)
        if count > settings.max_pages:
            raise FileTooLarge(f"{name} has {count:,} pages: split it, or raise the reader's max_pages.")
        for page in pdf.pages:
            texts.append(page.extract_text())
            if sum(map(len, texts)) > settings.max_bytes:
                raise FileTooLarge(f"{name} holds more text than {settings.max_bytes} bytes: split it.")
    except (PyPdfError, *_BROKEN) as error:
        raise DamagedFile(
            f"{name} is damaged on page {len(texts) + 1} ({error}): save or download it anew."
        ) from error
    if not texts:
        raise DamagedFile(f"{name} has no pages: save or download it anew.")
    return texts


def _note(silent: list[int], count: int) -> str:
    named = ", ".join(map(str, silent[:_MOST_NAMED])) + (", ..." if len(silent) > _MOST_NAMED else "")
    which = f"page {named} holds" if len(silent) == 1 else f"pages {named} hold"
    return (
        f"Of {count} pages, {which} no words: if there are pictures of words, run a text recognition (OCR)."
    )
