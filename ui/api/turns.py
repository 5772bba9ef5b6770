"""Waiting for a turn at the models."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import HTTPException, Request

from ui.server.turnstile import Turnstile
from ui.server.visitor import owner_of

_GONE = 499  # what nginx calls a client that did not wait; nobody receives it


@asynccontextmanager
async def turn(turnstile: Turnstile, request: Request) -> AsyncIterator[None]:
    """Wait for a turn, and hold it for the length of an `async with` block.

    Raises:
        TooBusy: the queue is full.
        HTTPException: the client went away while it waited.
    """
    ticket = turnstile.enter(owner_of(request.scope))
    try:
        async for _ in turnstile.places(ticket):
            if await request.is_disconnected():
                raise HTTPException(_GONE)
        yield
    finally:
        turnstile.leave(ticket)
