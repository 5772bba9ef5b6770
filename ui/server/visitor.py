"""Who makes a request."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.types import Scope

_KEY = "onrecord.visitor"


@dataclass(frozen=True, slots=True)
class Visitor:
    """`user` is a login's name, None where the server has no logins.

    `key` tells one browser, or one program, from another: it is what state is bound to.
    """

    user: str | None
    key: str


def set_visitor(scope: Scope, visitor: Visitor) -> None:
    """Note in the request who makes it."""
    scope[_KEY] = visitor


def visitor_of(scope: Scope) -> Visitor | None:
    """Return who makes the request, or None where that is not known and need not be."""
    found = scope.get(_KEY)
    return found if isinstance(found, Visitor) else None


def owner_of(scope: Scope) -> str:
    """Return the key of whoever makes the request: what a place in a queue is counted against."""
    visitor = visitor_of(scope)
    return visitor.key if visitor else ""


def user_of(connection: HTTPConnection) -> str | None:
    """Return the user's name: what Gradio asks for."""
    visitor = visitor_of(connection.scope)
    return visitor.user if visitor else None
