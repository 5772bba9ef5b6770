"""Documents that are zip archives of XML: DOCX, ODT and EPUB."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from index.containers.archive import BROKEN
from index.errors import DamagedFile, EncryptedFile, UnsafeFile
from index.settings import ReaderSettings

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class OfficeArchive:
    """The parts of such a document, within the limits of the settings.

    Raises `DamagedFile`, `EncryptedFile` or `UnsafeFile` from all that it does.
    """

    def __init__(self, data: bytes, name: str, settings: ReaderSettings) -> None:
        if data.startswith(_OLD_OFFICE):
            raise EncryptedFile(
                f"{name} is locked with a password, or older than Office 2007: save it as .docx without one."
            )
        self._name, self._most = name, settings.max_bytes * 2
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise self._damaged(error) from error
        entries = self._archive.infolist()
        self.names = [entry.filename for entry in entries]
        total = sum(entry.file_size for entry in entries)
        if len(entries) > settings.max_members or any(
            entry.file_size > max(2**20, entry.compress_size * settings.max_expansion) for entry in entries
        ):
            raise UnsafeFile(f"{name} is packed so as to exhaust the machine: save it anew, or as text.")
        if total > settings.max_expanded_bytes:
            raise UnsafeFile(f"{name} unpacks to {total:,} bytes: save it without its pictures.")

    def part(self, path: str) -> bytes:
        """Return the bytes of one part."""
        try:
            with self._archive.open(path) as file:
                data = file.read(self._most + 1)
        except KeyError as error:
            raise DamagedFile(f"{self._name} has no part {path}: save it anew.") from error
        except BROKEN as error:
            raise self._damaged(error) from error
        if len(data) > self._most:
            raise UnsafeFile(
                f"{self._name} unpacks to too much text: split it, or raise the reader's max_bytes."
            )
        return data

    def xml(self, path: str) -> Any:
        """Return the root of an XML part; document types and entities are refused (billion laughs)."""
        from xml.etree.ElementTree import ParseError

        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            return fromstring(self.part(path), forbid_dtd=True)
        except DefusedXmlException as error:
            raise UnsafeFile(
                f"{self._name} defines entities of its own: save it anew, or as text."
            ) from error
        except (ParseError, ValueError, RecursionError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> DamagedFile:
        return DamagedFile(f"{self._name} is not whole, or not what its suffix says ({error}): save it anew.")
