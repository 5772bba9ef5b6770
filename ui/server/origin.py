"""Requests that another site makes in a user's browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server.refusal import refuse

_UNTRUSTED = (b"forwarded", b"x-forwarded-", b"x-gradio-")
"""Gradio builds addresses from these; what a trusted proxy said is in the scope already."""


class OwnOrigin:
    """Refuses what a page of another origin sends; reading is left to the browser's own rules.

    A browser sends `Origin` with everything but plain navigation and the loading of resources.
    Programs send none.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from here, or from no page at all."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
            await refuse(403, "Another site may not use this server.")(scope, receive, send)
            return
        kept = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(_UNTRUSTED)]
        await self._app({**scope, "headers": kept}, receive, send)
