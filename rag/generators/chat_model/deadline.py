"""A time limit on a whole response, which a read time-out, meant for one wait, is not."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

import httpx2


class Deadline:
    """A moment that nothing may outlast."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds until then; 0 when it has passed."""
        return max(0.0, self._end - monotonic())


class TimedTransport(httpx2.HTTPTransport):
    """Breaks off a response that takes longer as a whole than the request's read time-out.

    Servers send signs of life while a model is busy, so that no single wait is ever long.
    """

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request; reading its response raises ReadTimeout past the limit."""
        deadline = Deadline(request.extensions["timeout"]["read"])
        response = super().handle_request(request)
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Timed(response.stream, deadline)
        return response


class _Timed(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            if not self._deadline.left:
                raise httpx2.ReadTimeout("the response takes too long")
            yield part

    def close(self) -> None:
        self._stream.close()
