"""A limit on the size of requests."""

from __future__ import annotations

from collections.abc import Callable

from starlette._utils import get_route_path
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.refusal import refuse


class BodyTooLarge(HTTPException):
    """More bytes have come than this path takes."""

    def __init__(self) -> None:
        super().__init__(413, "The request is larger than this server takes.")


class BodyLimit:
    """Cuts off a request whose body is over the limit of its path, announced or not."""

    def __init__(self, app: ASGIApp, limit_of: Callable[[str], int]) -> None:
        """`limit_of` returns the most bytes for a path."""
        self._app = app
        self._limit_of = limit_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what it brings."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit_of(get_route_path(scope))
        started = False
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise BodyTooLarge
            return message

        async def noticed(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        announced = Headers(scope=scope).get("content-length", "0")
        try:
            if announced.isdecimal() and int(announced) > limit:
                raise BodyTooLarge
            await self._app(scope, counted, noticed)
        except BodyTooLarge as error:
            if started:
                raise
            await refuse(413, error.detail, {"Connection": "close"})(scope, receive, send)
