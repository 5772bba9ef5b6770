"""The HTTP API: what docs/http-api.md describes."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from rag.live import LiveAssistant
from ui.api.asking import ask_routes
from ui.api.document import api_page, stylesheet
from ui.api.reading import read_routes
from ui.server.turnstile import Turnstile

PREFIX = "/api/v1"


def add_api(app: FastAPI, live: LiveAssistant, turnstile: Turnstile) -> None:
    """Add the API to `app`."""
    app.include_router(ask_routes(live, turnstile), prefix=PREFIX)
    app.include_router(read_routes(live, turnstile), prefix=PREFIX)
    app.include_router(_about(app, live), prefix=PREFIX)


def _about(app: FastAPI, live: LiveAssistant) -> APIRouter:
    router = APIRouter(tags=["about"])

    @router.get("/health", summary="Say whether questions can be answered")
    def health() -> dict[str, str]:
        """`{"status": "ok"}`, for whoever asks; 503 where the index cannot be read."""
        with live.lease() as assistant:
            assistant.index.catalogue.counts()
        return {"status": "ok"}

    @router.get("/docs", include_in_schema=False)
    def docs() -> Response:
        return api_page(app.openapi())

    @router.get("/docs.css", include_in_schema=False)
    def css() -> Response:
        return stylesheet()

    return router
