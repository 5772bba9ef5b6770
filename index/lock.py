"""One writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from index.errors import IndexBusy


@contextmanager
def build_lock(index_dir: Path) -> Iterator[None]:
    """Hold the only right to write in `index_dir`, which is made where it does not exist.

    The operating system drops the lock with the process, however it ends: the file that stays
    behind, with the number of its last owner, means nothing.

    Raises:
        IndexBusy: another process holds it.
    """
    index_dir.mkdir(parents=True, exist_ok=True)
    with (index_dir / ".lock").open("a+b") as file:
        try:
            _acquire(file)
        except OSError as error:
            raise IndexBusy(
                f"Another process{_owner(file)} is writing the index in {index_dir}: "
                "wait until it ends, then try again."
            ) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        file.flush()
        yield


def _owner(file: IO[bytes]) -> str:
    """Return the number of the process that holds the lock, as far as the file tells."""
    try:
        file.seek(0)
        name = file.read(20).strip().decode("ascii")
    except (OSError, ValueError):  # on Windows nobody reads what is locked
        return ""
    return f" ({name})" if name.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    def _acquire(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _acquire(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
