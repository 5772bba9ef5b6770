"""An assistant that keeps up with its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from index.errors import OnRecordError
from rag.assistant import Assistant


class LiveAssistant:
    """Hands out an assistant over the newest generation; safe to share between threads.

    A question is answered from one generation throughout. An old one is closed when the last
    question that reads it is done; the models are shared by all.
    """

    def __init__(self, published: Callable[[], str], opened: Callable[[], Assistant]) -> None:
        """Open the first assistant.

        `published` returns the name of the newest generation, `opened` an assistant over it. Raises
        whatever these two raise.
        """
        self._published = published
        self._opened = opened
        self._lock = Lock()
        self._leases: dict[Assistant, int] = {}
        self._closed = False
        self._newest = self._open()

    @property
    def generation(self) -> str:
        """The name of the generation that was leased last, or opened first."""
        return self._newest.index.generation.folder.name

    @contextmanager
    def lease(self) -> Iterator[Assistant]:
        """Give the assistant of the newest generation for the length of a `with` block.

        Where the newest cannot be opened, the one before goes on serving.

        Raises:
            RuntimeError: it was closed.
        """
        assistant = self._take()
        try:
            yield assistant
        finally:
            with self._lock:
                self._leases[assistant] -= 1
                self._close_idle()

    def close(self) -> None:
        """Close the assistant; one that is leased is closed when its last lease ends."""
        with self._lock:
            self._closed = True
            self._close_idle()

    def _take(self) -> Assistant:
        with self._lock:
            if self._closed:
                raise RuntimeError("This assistant was closed.")
            self._keep_up()
            self._leases[self._newest] += 1
            return self._newest

    def _keep_up(self) -> None:
        try:
            if self._published() != self.generation:
                self._newest = self._open()
        except OnRecordError:
            return
        self._close_idle()

    def _open(self) -> Assistant:
        assistant = self._opened()
        self._leases[assistant] = 0
        return assistant

    def _close_idle(self) -> None:
        for assistant in [one for one, leases in self._leases.items() if not leases]:
            if self._closed or assistant is not self._newest:
                del self._leases[assistant]
                assistant.close()
