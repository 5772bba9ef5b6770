"""The process that `isolation` starts: reads files one after the other until its input ends."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import cast

from index.errors import DamagedFile, ReadError
from index.ingest import Ingested, RawDocument, ingest, warm_up
from index.isolation import receive, send
from index.settings import IndexSettings

_GRACE = 10  # seconds over the limit, at which a process whose builder was killed ends by itself


def main() -> None:
    """Answer each `RawDocument` with an `Ingested`, a `ReadError` or a `MemoryError`."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with the answers
    settings = receive(incoming)
    if not isinstance(settings, IndexSettings):
        raise TypeError("the settings come first")
    warm_up()
    _limit_memory(settings.reader.max_memory)
    send(outgoing, "ready")
    while True:
        _limit_time(0)
        try:
            raw = cast(RawDocument, receive(incoming))
        except EOFError:
            return
        _limit_time(settings.reader.max_seconds + _GRACE)
        send(outgoing, _outcome(raw, settings))


def _outcome(raw: RawDocument, settings: IndexSettings) -> Ingested | ReadError | MemoryError:
    try:
        return ingest(raw, settings)
    except ReadError as error:
        return type(error)(str(error))
    except MemoryError:
        return MemoryError()
    except Exception as error:  # noqa: BLE001 (the library's own; one file must not stop the build)
        reason = f"{type(error).__name__}: {error}"[:200]
        return DamagedFile(
            f"{raw.name} cannot be read ({' '.join(reason.split())}): save it anew, or as text."
        )


def _limit_memory(size: int) -> None:
    """Bound what this process takes on top of what it has, where the system can: on Linux."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):
        return


def _limit_time(seconds: float) -> None:
    """Have the system end this process after `seconds`, where it can; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
