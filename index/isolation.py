"""Reading in a process of its own, so that no file can take the build down with it.

A library for PDFs or web pages is large and reads what strangers wrote, and a text may be made to lead
a parser astray: a file may send them round in circles, make them ask for all memory, or crash them. The
process is started at the first file, kept for the next, and replaced after any accident. It is
given the bytes, never the path.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from threading import Lock, Timer
from typing import BinaryIO, cast

from index.errors import DamagedFile, ReadError, ReadingStopped
from index.ingest import Ingested, RawDocument
from index.settings import IndexSettings

_LENGTH_BYTES = 8


class Isolation:
    """A process that reads one file at a time; close it.

    It is safe to share between threads, which take turns.
    """

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def ingest(self, raw: RawDocument) -> Ingested:
        """Return what `index.ingest.ingest` makes of `raw`.

        Raises:
            ReadingStopped: it took longer, or more memory, than the settings allow.
            ReadError: what else `ingest` raises.
        """
        with self._lock:
            try:
                process = self._process or self._start()
            except (OSError, EOFError):
                self._end()
                raise _crashed(raw.name) from None
            late = False

            def stop() -> None:
                nonlocal late
                late = True
                process.kill()

            timer = Timer(self._settings.reader.max_seconds, stop)
            timer.start()
            try:
                send(cast(BinaryIO, process.stdin), raw)
                outcome = receive(cast(BinaryIO, process.stdout))
            except (OSError, EOFError):
                self._end()
                raise self._stopped(raw.name) if late else _crashed(raw.name) from None
            finally:
                timer.cancel()
        if isinstance(outcome, MemoryError):
            raise ReadingStopped(
                f"{raw.name} takes more than {self._settings.reader.max_memory} bytes of memory to read: "
                "split it, or raise the reader's max_memory."
            )
        if isinstance(outcome, ReadError):
            raise outcome
        return cast(Ingested, outcome)

    def close(self) -> None:
        """End the process, if it was ever started."""
        with self._lock:
            self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "index.isolated"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        send(cast(BinaryIO, self._process.stdin), self._settings)
        receive(cast(BinaryIO, self._process.stdout))  # ready: what starting takes is no file's fault
        return self._process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _stopped(self, name: str) -> ReadingStopped:
        return ReadingStopped(
            f"{name} takes more than {self._settings.reader.max_seconds:g} seconds to read: "
            "split it, or raise the reader's max_seconds."
        )


def send(stream: BinaryIO, message: object) -> None:
    """Write one message to a pipe between the two processes."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big") + data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read one message.

    Raises:
        EOFError: the other process is gone.
    """
    length = int.from_bytes(_exactly(stream, _LENGTH_BYTES), "big")
    return pickle.loads(_exactly(stream, length))  # noqa: S301 (from our own process)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _crashed(name: str) -> DamagedFile:
    return DamagedFile(f"{name} makes the process that reads it crash: save it anew, or as text.")
