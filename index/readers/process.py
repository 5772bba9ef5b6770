"""The process that `isolation` starts: reads files one after the other until its input ends."""

from __future__ import annotations

import os
import sys
from pathlib import PurePath
from typing import cast

from index.errors import DamagedFile, ReadError
from index.readers import Document, reader_for
from index.readers.isolation import receive, send
from index.settings import ReaderSettings


def main() -> None:
    """Answer each message (bytes, name) with a `Document`, a `ReadError` or a `MemoryError`."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with the answers
    settings = receive(incoming)
    if not isinstance(settings, ReaderSettings):
        raise TypeError("the settings come first")
    _limit_memory(settings.max_memory)
    while True:
        try:
            data, name = cast(tuple[bytes, str], receive(incoming))
        except EOFError:
            return
        send(outgoing, _outcome(data, name, settings))


def _outcome(data: bytes, name: str, settings: ReaderSettings) -> Document | ReadError | MemoryError:
    try:
        return reader_for(PurePath(name)).read(data, name, settings)
    except ReadError as error:
        return type(error)(str(error))
    except MemoryError:
        return MemoryError()
    except Exception as error:  # noqa: BLE001 (the library's own; one file must not stop the build)
        reason = f"{type(error).__name__}: {error}"[:200]
        return DamagedFile(f"{name} cannot be read ({' '.join(reason.split())}): save it anew, or as text.")


def _limit_memory(size: int) -> None:
    """Bound the memory of this process where the system can: Linux and most other Unixes."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    main()
