"""Questions over HTTP: at once, or as a stream of server-sent events."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.responses import StreamingResponse

from rag.answer import Answer, Sentence, Stage
from rag.live import LiveAssistant
from rag.serialise import Json, answer_to_json
from ui.api.errors import error_reply
from ui.api.models import Asked
from ui.api.turns import turn
from ui.notes import note
from ui.server.turnstile import Turnstile
from ui.server.visitor import owner_of


def ask_routes(live: LiveAssistant, turnstile: Turnstile) -> APIRouter:
    """Return POST /ask and POST /ask/stream."""
    router = APIRouter(tags=["questions"])

    @router.post("/ask", summary="Answer a question in the speakers' own words")
    async def ask(asked: Asked, request: Request) -> Json:
        """The answer, or why there is none, as `onrecord ask --json` prints it (docs/json.md)."""

        def answer() -> Json:
            with live.lease() as assistant:
                return answer_to_json(assistant.ask(asked.question, asked.filters(), asked.exchanges()))

        async with turn(turnstile, request):
            return await run_sync(answer)

    @router.post(
        "/ask/stream",
        summary="Answer a question, and tell how far it is",
        response_class=StreamingResponse,
        responses={200: {"content": {"text/event-stream": {}}}},
    )
    async def stream(asked: Asked, request: Request) -> StreamingResponse:
        """Events: `queued` (position, 0 when its turn has come), `stage`, `sentence`, and at last `answer`
        or `error`."""
        events = _events(live, turnstile, owner_of(request.scope), asked)
        first = await anext(events)  # a queue that is full is refused with a status of its own
        return StreamingResponse(
            _resumed(first, events),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    return router


async def _events(
    live: LiveAssistant, turnstile: Turnstile, owner: str, asked: Asked
) -> AsyncGenerator[str, None]:
    ticket = turnstile.enter(owner)
    try:
        async for position in turnstile.places(ticket):
            yield _event("queued", {"position": position})
        with live.lease() as assistant:
            steps = assistant.stream(asked.question, asked.filters(), asked.exchanges())
            while (step := await run_sync(next, steps, None)) is not None:
                yield _event(*_told(step))
    except Exception as error:  # noqa: BLE001 - the status is sent already: the stream itself must tell
        reply = error_reply(error)
        if reply.status_code == 500:
            note(f"a question failed: {type(error).__name__}: {error}")
        yield _event("error", json.loads(bytes(reply.body))["error"])
    finally:
        turnstile.leave(ticket)


async def _resumed(first: str, rest: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for event in rest:
        yield event


def _told(step: Stage | Sentence | Answer) -> tuple[str, Json]:
    if isinstance(step, Answer):
        return "answer", answer_to_json(step)
    if isinstance(step, Sentence):
        return "sentence", {"text": step.text, "citations": list(step.citations)}
    return "stage", {"stage": step.value}


def _event(name: str, data: Any) -> str:
    """Return one event (WHATWG HTML, 9.2.6); JSON holds no line feed outside of its escapes."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
