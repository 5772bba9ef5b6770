"""A question's way through the queue that the page shares with the programs of the HTTP API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing

from anyio.to_thread import run_sync

from ui.chat.panes import Panes, effects
from ui.server.turnstile import Turnstile


async def in_turn(
    turnstile: Turnstile, owner: str, answer: Callable[[], Generator[Panes, None, None]]
) -> AsyncGenerator[Panes, None]:
    """Yield how many questions go first, as often as that changes, and then what `answer` yields.

    Closed or cancelled, it lets the step that runs end, closes the answer and gives up its place.

    Raises:
        TooBusy: the queue is full.
    """
    ticket = turnstile.enter(owner)
    try:
        waited = False
        async for before in turnstile.places(ticket):
            waited = waited or before > 0
            if waited:
                yield effects(ahead=before)
        async with aclosing(_in_threads(answer())) as steps:
            async for panes in steps:
                yield panes
    finally:
        turnstile.leave(ticket)


async def _in_threads(steps: Generator[Panes, None, None]) -> AsyncGenerator[Panes, None]:
    """Yield what `steps` yields; the event loop goes on meanwhile."""
    step: asyncio.Future[Panes | None] | None = None
    try:
        while True:
            step = asyncio.ensure_future(run_sync(next, steps, None))
            panes = await asyncio.shield(step)
            if panes is None:
                return
            yield panes
    finally:
        if step and not step.done():
            await asyncio.wait({step})  # a generator cannot be closed while it runs
        await run_sync(steps.close)
