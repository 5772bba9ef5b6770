"""The last stop before the browser: a failure is told in one sentence, and noted in full here."""

from __future__ import annotations

import os
import traceback

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.notes import note
from ui.server.refusal import refuse
from ui.setting_keys import DEBUG


class Failures:
    """Turns what nothing else caught into a reply with status 500 that says nothing of the inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails, note it, and reply if nothing was sent yet."""
        started = False

        async def noticed(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        except Exception as error:
            if scope["type"] != "http":
                raise
            note(f"{scope['method']} {scope['path']} failed: {type(error).__name__}: {error}")
            if os.environ.get(DEBUG):
                traceback.print_exception(error)
            if started:
                raise
            message = "Something went wrong here; it has been noted."
            await refuse(500, message, kind="internal_error")(scope, receive, send)
