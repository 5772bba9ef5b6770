"""Waiting for a turn at the models."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import HTTPException, Request

from ui.server.turnstile import Ticket, Turnstile
from ui.server.visitor import visitor_of

_LOOK_AGAIN = 0.5  # seconds between two looks at the queue
_GONE = 499  # what nginx calls a client that did not wait; nobody receives it


@asynccontextmanager
async def turn(turnstile: Turnstile, request: Request) -> AsyncIterator[None]:
    """Wait for a turn, and hold it for the length of an `async with` block.

    Raises:
        TooBusy: the queue is full.
        HTTPException: the client went away while it waited.
    """
    ticket = turnstile.enter(owner_of(request))
    try:
        async for _ in positions(turnstile, ticket):
            if await request.is_disconnected():
                raise HTTPException(_GONE)
        yield
    finally:
        turnstile.leave(ticket)


async def positions(turnstile: Turnstile, ticket: Ticket) -> AsyncIterator[int]:
    """Yield the place in the queue at once, and whenever it changes, down to 0."""
    ready = asyncio.wrap_future(ticket.ready)
    last = -1
    while last:
        position = turnstile.position(ticket)
        if position != last:
            last = position
            yield position
        if position:
            await asyncio.wait({ready}, timeout=_LOOK_AGAIN)


def owner_of(request: Request) -> str:
    """Return the key of whoever asks."""
    visitor = visitor_of(request.scope)
    return visitor.key if visitor else ""
