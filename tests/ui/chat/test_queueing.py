"""A question of the page in the queue that all share."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Generator

import pytest

from ui.chat.panes import Pane, Panes
from ui.chat.queueing import in_turn
from ui.server.turnstile import TooBusy, Turnstile


def _answer(text: str) -> Generator[Panes, None, None]:
    yield {Pane.THREAD: f"reading for {text}"}
    yield {Pane.THREAD: text}


def test_it_tells_its_place_while_it_changes_and_then_is_answered() -> None:
    turnstile = Turnstile(running=1, waiting=5, per_owner=5)
    before = [turnstile.enter("a program") for _ in range(2)]

    async def told() -> list[object]:
        seen: list[object] = []
        async for panes in in_turn(turnstile, "anna", lambda: _answer("an answer")):
            if Pane.EFFECTS in panes:
                seen.append(json.loads(panes[Pane.EFFECTS])["ahead"])
                if before:
                    turnstile.leave(before.pop(0))
            else:
                seen.append(panes[Pane.THREAD])
        return seen

    assert asyncio.run(told()) == [2, 1, 0, "reading for an answer", "an answer"]
    assert turnstile.position(turnstile.enter("next")) == 0


def test_one_that_need_not_wait_is_told_nothing_of_a_queue() -> None:
    async def told() -> list[Panes]:
        turnstile = Turnstile(running=1, waiting=5, per_owner=5)
        return [panes async for panes in in_turn(turnstile, "anna", lambda: _answer("at once"))]

    assert [list(panes) for panes in asyncio.run(told())] == [[Pane.THREAD], [Pane.THREAD]]


def test_one_that_is_taken_back_while_it_waits_is_never_begun() -> None:
    turnstile = Turnstile(running=1, waiting=1, per_owner=5)
    running = turnstile.enter("a program")
    begun: list[str] = []

    def answer() -> Generator[Panes, None, None]:
        begun.append("yes")
        yield from _answer("never")

    async def taken_back() -> None:
        steps = in_turn(turnstile, "anna", answer)
        await anext(steps)
        waiting = asyncio.ensure_future(anext(steps))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(taken_back())
    turnstile.enter("the place is free again")
    turnstile.leave(running)
    assert begun == []


def test_one_that_is_stopped_amid_a_step_ends_it_and_tidies_up_before_the_next_runs() -> None:
    turnstile = Turnstile(running=1, waiting=1, per_owner=5)
    reading, go_on = threading.Event(), threading.Event()
    happened: list[str] = []

    def answer() -> Generator[Panes, None, None]:
        try:
            reading.set()
            go_on.wait(10)
            happened.append("the step ended")
            yield {Pane.THREAD: "late"}
        finally:
            happened.append("the answer was closed")

    async def stopped() -> None:
        step = asyncio.ensure_future(anext(in_turn(turnstile, "anna", answer)))
        await asyncio.to_thread(reading.wait, 10)
        following = turnstile.enter("next")
        following.ready.add_done_callback(lambda _: happened.append("the next runs"))
        step.cancel()
        await asyncio.sleep(0.05)
        assert happened == []
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await step

    asyncio.run(stopped())
    assert happened == ["the step ended", "the answer was closed", "the next runs"]


def test_a_full_queue_takes_no_more() -> None:
    turnstile = Turnstile(running=1, waiting=0, per_owner=5)
    turnstile.enter("a program")

    async def ask() -> None:
        await anext(in_turn(turnstile, "anna", lambda: _answer("never")))

    with pytest.raises(TooBusy):
        asyncio.run(ask())
