"""Zip archives: looked into without unpacking anything to disk."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import BinaryIO

from index.containers.blob import Blob, FileBlob, contents
from index.containers.container import Member, Refused
from index.containers.names import safe_name
from index.errors import DamagedFile, EncryptedFile, FileTooLarge, ReadError, UnsafeFile
from index.settings import ReaderSettings

_ENDING, _ENDING_64, _LONGEST_COMMENT = b"PK\x05\x06", b"PK\x06\x07", 65_535
_ENTRY_BYTES = 512  # of the directory for one member; names are seldom over 200
_SMALL = 2**20  # bytes; what unpacks to less is never a bomb
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(LookupError, OSError, RuntimeError, ValueError),
)
"""What `zipfile` raises at an archive that is broken, or packed in a way that it does not know."""


@dataclass(frozen=True, slots=True)
class ZippedBlob:
    """A member of an archive, by the name that the archive has for it. `limit` bounds its bytes."""

    archive: Blob
    entry: str
    size: int
    limit: int

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Unpack the member in memory."""
        try:
            archive = _open(self.archive, os.getpid(), self.limit)
            with archive.open(self.entry) as file:
                data = file.read(min(self.size, self.limit) + 1)
        except KeyError as error:
            raise ReadError(f"{self.entry} is no longer in its archive: build again.") from error
        except BROKEN as error:
            raise DamagedFile(f"{self.entry} cannot be unpacked ({error}): pack the archive anew.") from error
        yield BytesIO(data)


class ZipContainer:
    """Lists the files in a zip archive, and refuses what is made to harm."""

    def members(self, blob: Blob, name: str, settings: ReaderSettings) -> Iterator[Member | Refused]:
        """Yield the files of the archive; see `Container.members`."""
        _check_directory(blob, name, settings)
        try:
            entries = _open(blob, os.getpid(), settings.max_bytes).infolist()
        except BROKEN as error:
            raise DamagedFile(f"{name} is no whole zip archive ({error}): pack it anew.") from error
        if len(entries) > settings.max_members:
            raise UnsafeFile(
                f"{name} has {len(entries):,} members: split it, or raise the reader's max_members."
            )
        total = sum(entry.file_size for entry in entries)
        if total > settings.max_expanded_bytes:
            raise UnsafeFile(
                f"{name} unpacks to {total:,} bytes: split it, or raise the reader's max_expanded_bytes."
            )
        seen: set[str] = set()
        for entry in entries:
            if entry.filename.endswith("/"):
                continue
            try:
                inside = _checked(entry, seen, settings)
            except ReadError as error:
                yield Refused(entry.filename, str(error))
            else:
                seen.add(inside)
                yield Member(inside, ZippedBlob(blob, entry.filename, entry.file_size, settings.max_bytes))


def _checked(entry: zipfile.ZipInfo, seen: set[str], settings: ReaderSettings) -> str:
    inside = safe_name(entry.filename)
    if inside in seen:
        raise UnsafeFile(f"{inside} is in the archive twice: pack it anew.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnsafeFile(f"{inside} is a link, and links are not followed: pack the file itself.")
    if entry.flag_bits & 1:
        raise EncryptedFile(f"{inside} is locked with a password: pack it anew without one.")
    if entry.file_size > settings.max_bytes:
        raise FileTooLarge(
            f"{inside} is larger than {settings.max_bytes} bytes: split it, or raise the reader's max_bytes."
        )
    if entry.file_size > max(_SMALL, entry.compress_size * settings.max_expansion):
        raise UnsafeFile(f"{inside} unpacks to over {settings.max_expansion} times its size: pack it anew.")
    return inside


def _check_directory(blob: Blob, name: str, settings: ReaderSettings) -> None:
    """Look at the stated size of the directory, all of which is read when the archive is opened."""
    with blob.opened() as file:
        file.seek(max(0, blob.size - _LONGEST_COMMENT - 42))
        tail = file.read(_LONGEST_COMMENT + 42)
    at = tail.rfind(_ENDING)
    if at < 0:
        raise DamagedFile(f"{name} is no whole zip archive: pack it anew.")
    directory = int.from_bytes(tail[at + 12 : at + 16], "little")
    if _ENDING_64 in tail or directory > settings.max_members * _ENTRY_BYTES:
        raise UnsafeFile(f"{name} has more members than are read at once: split it.")


@lru_cache(
    maxsize=2
)  # as many as archives within archives usually need; a member is read after its neighbour
def _open(blob: Blob, _process: int, limit: int) -> zipfile.ZipFile:
    """Open an archive; each process has its own, because the position in a file is shared after a fork."""
    if isinstance(blob, FileBlob):
        return zipfile.ZipFile(blob.path)
    return zipfile.ZipFile(BytesIO(contents(blob, "an archive within an archive", limit)))
