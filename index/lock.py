"""One build at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from index.errors import IndexBusy


@contextmanager
def build_lock(index_dir: Path) -> Iterator[None]:
    """Hold the only right to build in `index_dir`, which is made where it does not exist.

    The operating system drops the lock with the process, however it ends: the file that stays
    behind means nothing.

    Raises:
        IndexBusy: another build holds it.
    """
    index_dir.mkdir(parents=True, exist_ok=True)
    with (index_dir / ".lock").open("a+b") as file:
        try:
            _acquire(file)
        except OSError as error:
            raise IndexBusy(
                f"Another build is writing the index in {index_dir}: wait until it ends, then try again."
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _acquire(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _acquire(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
