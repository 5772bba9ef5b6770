"""A token bucket for each client."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette._utils import get_route_path
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server.clients import client_of
from ui.server.refusal import refuse

_MOST_CLIENTS = 10_000
_FREE = ("/assets/", "/static/", "/svelte/", "/theme.css", "/favicon.ico")
"""Files that never change: a page asks for dozens at once."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled: float


class TokenBuckets:
    """Gives each client `rate` tokens a second, and room for `burst` of them. Memory is bounded."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = float(burst)
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, client: str) -> float:
        """Take a token; return the seconds until there is one, 0.0 where there was."""
        now = self._clock()
        bucket = self._buckets.setdefault(client, _Bucket(self._burst, now))
        self._buckets.move_to_end(client)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.filled) * self._rate)
        bucket.filled = now
        while len(self._buckets) > _MOST_CLIENTS:
            self._buckets.popitem(last=False)
        if bucket.tokens < 1.0:
            return (1.0 - bucket.tokens) / self._rate
        bucket.tokens -= 1.0
        return 0.0


class RateLimit:
    """Refuses what a client asks beyond its share, with the time after which to come back."""

    def __init__(self, app: ASGIApp, rate: float, burst: int) -> None:
        self._app = app
        self._buckets = TokenBuckets(rate, burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count the request, and pass it on where it is within the limit."""
        if scope["type"] == "http" and not get_route_path(scope).startswith(_FREE):
            wait = self._buckets.take(client_of(scope))
            if wait:
                seconds = str(math.ceil(wait))
                response = refuse(429, "Too many requests: wait a moment.", {"Retry-After": seconds})
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)
