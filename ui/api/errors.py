"""Every failure as the same JSON document, without a word of the server's inside."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from index.errors import InvalidFilter, InvalidQuestion, OnRecordError, UnknownStatement
from ui.notes import note
from ui.server.refusal import refuse
from ui.server.turnstile import TooBusy

_STATUS: Mapping[type[OnRecordError], tuple[int, str]] = {
    InvalidQuestion: (422, "invalid_question"),
    InvalidFilter: (422, "invalid_filter"),
    UnknownStatement: (404, "unknown_statement"),
}
_AGAIN = {"Retry-After": "5"}


def error_reply(error: Exception) -> Response:
    """Return what the asker is told of `error`; what is not the asker's to mend goes to our log."""
    if isinstance(error, TooBusy):
        message = "Too many questions are waiting: ask again in a few seconds."
        return refuse(503, message, _AGAIN, kind="too_busy")
    known = _STATUS.get(type(error)) if isinstance(error, OnRecordError) else None
    if known:
        return refuse(known[0], str(error), kind=known[1])
    if isinstance(error, OnRecordError):
        note(str(error))
        message = "The index cannot be read at the moment: ask the operator."
        return refuse(503, message, _AGAIN, kind="index_unavailable")
    return refuse(500, "Something went wrong here; it has been noted.", kind="internal_error")


def add_error_replies(app: FastAPI) -> None:
    """Make `app` answer every failure with JSON."""
    app.add_exception_handler(OnRecordError, _on_error)
    app.add_exception_handler(TooBusy, _on_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)


async def _on_error(_request: Request, error: Exception) -> Response:
    return error_reply(error)


async def _on_http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    message = "There is nothing at this address." if error.status_code == 404 else str(error.detail)
    return refuse(error.status_code, message, error.headers)


async def _on_invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    details = [
        {"where": ".".join(str(part) for part in found["loc"]), "message": found["msg"]}
        for found in error.errors()
    ]
    first = details[0]
    return refuse(422, f"{first['where']}: {first['message']}.", kind="invalid_request", details=details[:20])
