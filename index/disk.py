"""What the disk under an index has to say."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import DiskFull, IndexNotWritable

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NO_PERMISSION = {errno.EACCES, errno.EPERM, errno.EROFS}
_WORDS_FOR_NO_ROOM = ("no space left on device", "disk quota exceeded")


@contextmanager
def writing_to(index_dir: Path) -> Iterator[None]:
    """Turn what a full or closed disk makes the stores complain of into one error that names it.

    Raises:
        DiskFull: the disk ran full.
        IndexNotWritable: the folder of the index cannot be written.
    """
    try:
        yield
    except Exception as error:
        causes = list(_causes(error))
        if any(map(_is_full, causes)):
            raise DiskFull(
                f"The disk of {index_dir} is full ({free(index_dir) // 10**6:,} MB free): make "
                "room, then run the command again; the index is as it was."
            ) from error
        if any(_is_closed(cause, index_dir) for cause in causes):
            raise IndexNotWritable(
                f"The index in {index_dir} cannot be written: check the permissions of its folder."
            ) from error
        raise


def free(path: Path) -> int:
    """Return the bytes that may still be written to the disk that holds `path`, or is to hold it."""
    while not path.exists():
        path = path.absolute().parent
    return shutil.disk_usage(path).free


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder, from which a build may be taking some away."""
    total = 0
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            total += path.stat().st_size if path.is_file() else 0
    return total


def link(source: Path, target: Path) -> None:
    """Give a file that never changes a second name; copy it where that cannot be done."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _is_full(error: BaseException) -> bool:
    """Tell a full disk in the words of Python, SQLite, and the libraries that give nothing but words."""
    if isinstance(error, OSError) and error.errno:  # shutil.Error has a list of words in its place
        return error.errno in _NO_ROOM
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return any(words in str(error).lower() for words in _WORDS_FOR_NO_ROOM)


def _is_closed(error: BaseException, index_dir: Path) -> bool:
    if not isinstance(error, OSError) or error.errno not in _NO_PERMISSION or not error.filename:
        return False
    return Path(error.filename).absolute().is_relative_to(index_dir.absolute())
