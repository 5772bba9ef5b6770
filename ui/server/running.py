"""Running the application until somebody stops it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from ui.server.settings import ServerSettings

_GRACE = 3  # seconds for replies that are under way; open pages listen for ever
_KEEP_ALIVE = 30  # seconds
_LONGEST_HEADER = 64 * 1024  # bytes


def serve(
    app: ASGIApp, listening: socket.socket, settings: ServerSettings, when_ready: Callable[[], None]
) -> None:
    """Serve `app` until SIGINT or SIGTERM, then finish what is under way and return."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="critical",  # `Failures` tells what the operator needs to know
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxies()),
        forwarded_allow_ips=list(settings.proxies()),
        root_path=settings.root_path,
        limit_concurrency=settings.max_connections,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=_LONGEST_HEADER,
    )
    _Server(config, when_ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Tells when it is ready, and ends as a program that was asked to end, not one that was killed."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._when_ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn's own, but the signals are not raised again afterwards."""
        before = {name: signal.signal(name, self.handle_exit) for name in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)
