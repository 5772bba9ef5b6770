"""Who is let in: a login's cookie on the pages, and a bearer token on the API."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

from starlette._utils import get_route_path
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.clients import client_of
from ui.server.cookies import SESSION, VISITOR, read_cookie, set_cookie
from ui.server.passwords import digest
from ui.server.refusal import refuse
from ui.server.sessions import Sessions
from ui.server.settings import ServerSettings
from ui.server.users import Users
from ui.server.visitor import Visitor, set_visitor

API = "/api/"
_OPEN = frozenset({"/login", "/login.css", "/favicon.ico", "/robots.txt", "/api/v1/health"})


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens the server: users with their logins, and the API token of the settings."""

    users: Users | None
    sessions: Sessions | None
    api_token: str | None

    @classmethod
    def of(cls, settings: ServerSettings) -> Self:
        """Return what the settings name.

        Raises:
            SettingsError: the users file cannot be read, or the API token is too short.
        """
        token = settings.token()
        if settings.auth_file is None:
            return cls(None, None, token)
        users = Users(settings.auth_file)
        return cls(users, Sessions(settings.session_hours * 3600, users.password_of), token)

    def bearer(self, token: str) -> str | None:
        """Return the user that a bearer token stands for."""
        mine = self.api_token
        if mine and hmac.compare_digest(digest(mine), digest(token)):
            return "api"
        return self.users.of_token(token) if self.users else None


class Access:
    """Finds out who makes a request and refuses those who may not."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, send a browser to the login, or refuse."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":  # there are no other protocols here
                await self._app(scope, receive, send)
            return
        path = get_route_path(scope)
        visitor = self._visitor(scope, path)
        if visitor is not None:
            set_visitor(scope, visitor)
            await self._app(scope, receive, send)
        elif path in _OPEN:
            await self._app(scope, receive, send)
        elif self._keys.users is None and not path.startswith(API):
            await self._app_for_a_newcomer(scope, receive, send)
        else:
            await _turned_away(scope, path)(scope, receive, send)

    def _visitor(self, scope: Scope, path: str) -> Visitor | None:
        keys = self._keys
        scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        if path.startswith(API) and scheme:
            user = keys.bearer(token.strip()) if scheme.lower() == "bearer" else None
            return Visitor(user, f"token:{user}") if user else None
        if keys.sessions is not None:
            return _logged_in(scope, keys.sessions)
        if path.startswith(API):
            return None if keys.api_token else Visitor(None, f"client:{client_of(scope)}")
        cookie = read_cookie(HTTPConnection(scope), VISITOR)
        return Visitor(None, f"visitor:{digest(cookie)}") if cookie else None

    async def _app_for_a_newcomer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in a browser that was never here, and give it a cookie to be told from others by."""
        token = secrets.token_urlsafe(32)
        set_visitor(scope, Visitor(None, f"client:{client_of(scope)}"))

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Set-Cookie", set_cookie(scope, VISITOR, token))
            await send(message)

        await self._app(scope, receive, with_cookie)


def _logged_in(scope: Scope, sessions: Sessions) -> Visitor | None:
    cookie = read_cookie(HTTPConnection(scope), SESSION)
    user = sessions.user_of(cookie) if cookie else None
    return Visitor(user, f"session:{digest(cookie)}") if cookie and user else None


def _turned_away(scope: Scope, path: str) -> Response:
    if path.startswith(API):
        return refuse(
            401,
            "This needs a token: send it as `Authorization: Bearer TOKEN`.",
            {"WWW-Authenticate": 'Bearer realm="On Record"'},
        )
    if scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", ""):
        root = scope.get("root_path", "")
        query = scope.get("query_string", b"").decode("latin-1")
        wanted = path + (f"?{query}" if query else "")
        to = f"{root}/login" + (f"?next={quote(wanted, safe='')}" if wanted != "/" else "")
        return RedirectResponse(to, 303)
    return refuse(401, "Log in first.")
