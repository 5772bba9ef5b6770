"""The server's own cookies."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import Scope

SESSION = "onrecord_session"
"""A login."""
VISITOR = "onrecord_visitor"
"""A browser, where nobody logs in."""

_HOST_ONLY = "__Host-"
"""Prefix that binds a cookie to this host and to https (RFC 6265bis, 4.1.3.2)."""


def set_cookie(scope: Scope, name: str, value: str) -> str:
    """Return a Set-Cookie header: no script reads it, no other site sends it, it ends with the browser."""
    return f"{_named(scope, name)}={value}; Path=/; HttpOnly; SameSite=Lax{_secure(scope)}"


def drop_cookie(scope: Scope, name: str) -> str:
    """Return a Set-Cookie header that removes the cookie."""
    return f"{_named(scope, name)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{_secure(scope)}"


def read_cookie(connection: HTTPConnection, name: str) -> str | None:
    """Return the value of a cookie, or None."""
    return connection.cookies.get(_named(connection.scope, name)) or None


def _named(scope: Scope, name: str) -> str:
    return f"{_HOST_ONLY}{name}" if scope.get("scheme") == "https" else name


def _secure(scope: Scope) -> str:
    return "; Secure" if scope.get("scheme") == "https" else ""
