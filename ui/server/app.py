"""The web application: the chat, the login and the HTTP API behind one set of guards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr  # noqa: TID253 - only `onrecord serve` imports this module
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from rag.live import LiveAssistant
from ui.api.errors import add_error_replies
from ui.api.routes import PREFIX, add_api
from ui.server.access import Access, Keys
from ui.server.addresses import hosts_of
from ui.server.body_limit import BodyLimit
from ui.server.failures import Failures
from ui.server.gradio_gate import GradioGate
from ui.server.gradio_paths import UPLOAD
from ui.server.headers import SecurityHeaders
from ui.server.lockout import Lockout
from ui.server.login import login_routes
from ui.server.nonce import ScriptNonce
from ui.server.origin import OwnOrigin
from ui.server.rate_limit import RateLimit
from ui.server.settings import ServerSettings
from ui.server.turnstile import Turnstile
from ui.server.visitor import user_of
from ui.settings import Settings

_ABOUT = "Ask a corpus of official statements; get the right words from the right mouth, or an honest no."
_LONGEST_FORM = 8192  # bytes


def create_app(
    settings: Settings,
    live: LiveAssistant,
    turnstile: Turnstile,
    blocks: gr.Blocks,
    page: Mapping[str, Any] | None = None,
) -> FastAPI:
    """Return the application; `page` goes to `gr.mount_gradio_app` (theme, css, js, head).

    Programs wait at `turnstile`, as the questions of the page do.

    Raises:
        SettingsError: the users file cannot be read, or the API token is too short.
    """
    of_server = settings.server
    keys = Keys.of(of_server)
    app = FastAPI(
        title="On Record HTTP API",
        description=_ABOUT,
        version="1",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        middleware=_guards(of_server, keys),
    )
    add_error_replies(app)
    if keys.users and keys.sessions:
        app.include_router(login_routes(keys.users, keys.sessions, Lockout(of_server.login_attempts)))
    add_api(app, live, turnstile)
    _mount(app, settings, blocks, page or {}, logins=keys.users is not None)
    return app


def _guards(settings: ServerSettings, keys: Keys) -> list[Middleware]:
    """Return what every request goes through, in this order."""

    def body_limit(path: str) -> int:
        if path.rstrip("/") == UPLOAD:
            return settings.max_upload_bytes
        return _LONGEST_FORM if path == "/login" else settings.max_body_bytes

    return [
        Middleware(SecurityHeaders),
        Middleware(Failures),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts_of(settings), www_redirect=False),
        Middleware(OwnOrigin),
        Middleware(RateLimit, rate=settings.requests_per_second, burst=settings.request_burst),
        Middleware(BodyLimit, limit_of=body_limit),
        Middleware(Access, keys=keys),
    ]


def _mount(
    app: FastAPI, settings: Settings, blocks: gr.Blocks, page: Mapping[str, Any], *, logins: bool
) -> None:
    """Mount the chat at the root, with everything of Gradio's switched off that it does not use."""
    pages = [f"/{route}" for route, *_ in blocks.pages]
    ours: dict[str, Any] = {
        "server_name": settings.server.host,
        "server_port": settings.server.port,
        "root_path": settings.server.root_path or None,
        "auth_dependency": user_of if logins else None,
        "max_file_size": settings.index.reader.max_bytes,
        "show_error": False,
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "mcp_server": False,
        "ssr_mode": False,
        "pwa": False,
        "app_kwargs": {
            "docs_url": None,
            "redoc_url": None,
            "openapi_url": None,
            "middleware": [
                Middleware(GradioGate, pages=pages, uploads=settings.chat.uploads),
                Middleware(ScriptNonce),
            ],
        },
    }
    gr.mount_gradio_app(app, blocks, path="", **{**page, **ours})
