"""The policy under which the page of the chat runs: Gradio's own scripts, and no others."""

from __future__ import annotations

import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    # Gradio compiles the handlers of its components with `new Function`, which is 'unsafe-eval'.
    "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; worker-src 'self' blob:; "
    "connect-src 'self'; frame-src 'none'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
_SCRIPT = re.compile(rb"<script(?=[\s>])")


class ScriptNonce:
    """Gives each page a nonce of its own, in the policy and on the scripts of Gradio's template.

    Text of the corpus cannot carry the nonce: Gradio writes the page's data as JSON with `<`
    escaped, and builds everything else in the browser. This stands inside Gradio's application,
    before its compression.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; hold an HTML response until it is whole, and mark its scripts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        held: Message | None = None
        page = bytearray()

        async def marked(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce)
                    held = message
                    return
            elif held is not None and message["type"] == "http.response.body":
                page.extend(message.get("body", b""))
                if message.get("more_body"):
                    return
                body = _SCRIPT.sub(f'<script nonce="{nonce}"'.encode(), bytes(page))
                if scope["method"] != "HEAD":
                    MutableHeaders(scope=held)["Content-Length"] = str(len(body))
                await send(held)
                message = {**message, "body": body}
            await send(message)

        await self._app(scope, receive, marked)
