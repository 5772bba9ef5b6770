"""How the server says no: one JSON document for all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse


def refuse(
    status: int,
    message: str,
    headers: Mapping[str, str] | None = None,
    *,
    kind: str | None = None,
    details: Sequence[Mapping[str, Any]] = (),
) -> JSONResponse:
    """Return `{"error": {"type": ..., "message": ..., "details": [...]}}`.

    `kind` is a word for programs ("invalid_question"); by default it is that of the status.
    """
    named = kind or HTTPStatus(status).phrase.lower().replace(" ", "_")
    error = {"type": named, "message": message, "details": list(details)}
    return JSONResponse({"error": error}, status, headers=dict(headers or {}))
