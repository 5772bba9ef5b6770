"""The login page, and what it does."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qs, quote, urlsplit

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from ui.notes import note
from ui.server.clients import client_of
from ui.server.cookies import SESSION, VISITOR, drop_cookie, read_cookie, set_cookie
from ui.server.lockout import Lockout
from ui.server.pages import page, stylesheet
from ui.server.sessions import Sessions
from ui.server.users import Users, normalised

_WRONG = "The name or the password is wrong."
_LONGEST_FORM = 8192  # bytes


@dataclass(frozen=True, slots=True)
class _Form:
    """What was typed, and where the user wanted to go."""

    name: str
    password: str
    to: str


def login_routes(users: Users, sessions: Sessions, lockout: Lockout) -> APIRouter:
    """Return the pages to log in and out; they work without scripts."""
    router = APIRouter(include_in_schema=False)
    one_at_a_time = CapacityLimiter(1)  # a password takes 32 MB and some tenths of a second

    @router.get("/login")
    async def ask(request: Request) -> Response:
        return _login_page(request, local_path(request.query_params.get("next", "/")))

    @router.post("/login")
    async def log_in(request: Request) -> Response:
        form = await _form(request)
        of_user, of_client = f"user:{normalised(form.name)[:64]}", f"client:{client_of(request.scope)}"
        wait = lockout.attempt(of_user, of_client)
        if wait:
            return _wait_page(request, form, wait)
        verify = partial(users.verify, form.name, form.password)
        user = await anyio.to_thread.run_sync(verify, limiter=one_at_a_time)
        if user is None:
            note(f"a login from {client_of(request.scope)} was refused.")
            return _login_page(request, form.to, _WRONG, name=form.name, status=401)
        lockout.forgive(of_user)
        lockout.take_back(of_client)
        response = RedirectResponse(_at(request, form.to), 303)
        response.headers.append("Set-Cookie", set_cookie(request.scope, SESSION, sessions.begin(user)))
        response.headers.append("Set-Cookie", drop_cookie(request.scope, VISITOR))
        return response

    @router.get("/logout")
    async def ask_to_leave(request: Request) -> Response:
        return page("logout.html", root=_root(request))

    @router.post("/logout")
    async def log_out(request: Request) -> Response:
        token = read_cookie(request, SESSION)
        if token:
            sessions.end(token)
        response = RedirectResponse(_at(request, "/login"), 303)
        response.headers.append("Set-Cookie", drop_cookie(request.scope, SESSION))
        response.headers["Clear-Site-Data"] = '"storage"'
        return response

    @router.get("/login.css")
    async def css() -> Response:
        return stylesheet("login.css")

    return router


def local_path(wanted: str) -> str:
    """Return `wanted` where it is a path on this server, else "/": a login must not lead elsewhere."""
    parts = urlsplit(wanted)
    elsewhere = parts.scheme or parts.netloc or not wanted.startswith("/") or wanted.startswith("//")
    strange = "\\" in wanted or any(ord(character) < 33 for character in wanted)
    return "/" if elsewhere or strange else wanted


async def _form(request: Request) -> _Form:
    body = (await request.body())[:_LONGEST_FORM]
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)

    def field(name: str) -> str:
        return fields.get(name, [""])[0]

    return _Form(field("name"), field("password"), local_path(field("next") or "/"))


def _login_page(request: Request, to: str, error: str = "", name: str = "", status: int = 200) -> Response:
    return page("login.html", status, root=_root(request), to=to, error=error, name=name)


def _wait_page(request: Request, form: _Form, wait: float) -> Response:
    seconds = math.ceil(wait)
    told = f"{seconds} seconds" if seconds < 120 else f"{math.ceil(seconds / 60)} minutes"
    response = _login_page(request, form.to, f"Too many attempts: wait {told}.", name=form.name, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _root(request: Request) -> str:
    root: str = request.scope.get("root_path", "")
    return root


def _at(request: Request, path: str) -> str:
    return _root(request) + quote(path, safe="/?&=%#+:,;@!$'()*~")
