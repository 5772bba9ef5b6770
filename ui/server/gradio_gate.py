"""Stands before Gradio: closed addresses stay closed, and a session belongs to whoever began it."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from starlette._utils import get_route_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.gradio_paths import Opening, SessionIn, opening
from ui.server.refusal import refuse
from ui.server.visitor import visitor_of

_HASH = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MOST_SESSIONS = 20_000


class Owners:
    """Who used each session hash first. Memory is bounded; the sessions unused longest are forgotten."""

    def __init__(self) -> None:
        self._owners: OrderedDict[str, str] = OrderedDict()

    def claim(self, session_hash: str, key: str) -> bool:
        """Bind a session to the visitor with `key`, unless it is bound; return whether it is theirs."""
        owner = self._owners.setdefault(session_hash, key)
        self._owners.move_to_end(session_hash)
        while len(self._owners) > _MOST_SESSIONS:
            self._owners.popitem(last=False)
        return owner == key


class GradioGate:
    """Lets through what Gradio's own page asks for, of sessions that are the asker's.

    Gradio finds the state of a page by a hash that travels in addresses, and asks for no more.
    """

    def __init__(self, app: ASGIApp, pages: Iterable[str], *, uploads: bool) -> None:
        """`pages` are the paths of the pages of the Blocks, "/" among them."""
        self._app = app
        self._pages = frozenset(pages)
        self._uploads = uploads
        self._owners = Owners()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = get_route_path(scope) or "/"
        through = opening(scope["method"], path, self._pages, uploads=self._uploads)
        if through is None:
            await refuse(404, "There is nothing at this address.")(scope, receive, send)
            return
        body = await _read(receive) if through.session is SessionIn.BODY else None
        if through.session is not SessionIn.NOWHERE:
            session_hash = _session_hash(through, path, scope, body)
            visitor = visitor_of(scope)
            if session_hash is None or visitor is None:
                await refuse(400, "The request names no session.")(scope, receive, send)
                return
            if not self._owners.claim(session_hash, visitor.key):
                await refuse(403, "This session belongs to somebody else.")(scope, receive, send)
                return
        await self._app(scope, receive if body is None else _replayed(body, receive), send)


def _session_hash(through: Opening, path: str, scope: Scope, body: bytes | None) -> str | None:
    """Return the one session that a request names; None where it names none, or more than one."""
    found: Any = None
    if through.session is SessionIn.PATH:
        matched = through.pattern.fullmatch(path)
        found = matched["session"] if matched else None
    elif through.session is SessionIn.QUERY:
        values = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("session_hash", [])
        found = values[0] if len(values) == 1 else None
    else:
        found = _named_in(body or b"")
    return found if isinstance(found, str) and _HASH.fullmatch(found) else None


def _named_in(body: bytes) -> Any:
    try:
        document = json.loads(body.decode("utf-8"), object_pairs_hook=_distinct)
    except (ValueError, RecursionError):
        return None
    return document.get("session_hash") if isinstance(document, dict) else None


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that is given twice: two readers of it might see two sessions."""
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("a key is given twice")
    return document


async def _read(receive: Receive) -> bytes:
    """Return the whole body; `BodyLimit` before this bounds it."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        body.extend(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)
    return bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives `body` once, and then what comes."""
    waiting = [body]

    async def replay() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return replay
