from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ui.server.turnstile import TooBusy, Turnstile


def test_tickets_go_through_in_the_order_they_came() -> None:
    turnstile = Turnstile(running=2, waiting=10, per_owner=10)
    tickets = [turnstile.enter("anna") for _ in range(5)]
    assert [turnstile.position(ticket) for ticket in tickets] == [0, 0, 1, 2, 3]
    assert [ticket.ready.done() for ticket in tickets] == [True, True, False, False, False]
    turnstile.leave(tickets[1])
    assert [turnstile.position(ticket) for ticket in tickets[2:]] == [0, 1, 2]
    turnstile.leave(tickets[3])  # gave up while it waited
    turnstile.leave(tickets[0])
    assert turnstile.position(tickets[4]) == 0
    assert tickets[4].ready.done()


def test_a_full_queue_is_refused() -> None:
    turnstile = Turnstile(running=1, waiting=1, per_owner=10)
    first = turnstile.enter("anna")
    turnstile.enter("anna")
    with pytest.raises(TooBusy):
        turnstile.enter("boris")
    turnstile.leave(first)
    turnstile.enter("boris")


def test_nobody_takes_all_the_places() -> None:
    turnstile = Turnstile(running=1, waiting=10, per_owner=2)
    mine = [turnstile.enter("anna") for _ in range(2)]
    with pytest.raises(TooBusy):
        turnstile.enter("anna")
    turnstile.enter("boris")
    turnstile.leave(mine[0])
    turnstile.enter("anna")


def test_leaving_twice_is_leaving_once() -> None:
    turnstile = Turnstile(running=1, waiting=1, per_owner=2)
    first, second = turnstile.enter("anna"), turnstile.enter("anna")
    turnstile.leave(first)
    turnstile.leave(first)
    assert turnstile.position(second) == 0
    turnstile.enter("anna")
    with pytest.raises(TooBusy):
        turnstile.enter("anna")


def test_work_in_the_background_gives_way() -> None:
    turnstile = Turnstile(running=2, waiting=10, per_owner=10)
    first = turnstile.enter("anna")
    order: list[str] = []

    def work() -> None:
        with turnstile.spare_turn("background"):
            order.append("background")

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)
        second = turnstile.enter("boris")
        turnstile.leave(first)
        order.append("boris")
        turnstile.leave(second)
        done.result(10)
    assert order == ["boris", "background"]
    assert turnstile.position(turnstile.enter("anna")) == 0


def test_threads_never_run_more_than_they_may() -> None:
    turnstile = Turnstile(running=3, waiting=100, per_owner=100)
    inside, most, lock = 0, 0, threading.Lock()

    def work(number: int) -> None:
        nonlocal inside, most
        ticket = turnstile.enter(f"user {number % 4}")
        ticket.ready.result(10)
        with lock:
            inside += 1
            most = max(most, inside)
        with lock:
            inside -= 1
        turnstile.leave(ticket)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(work, range(200)))
    assert 1 <= most <= 3
    assert turnstile.position(turnstile.enter("last")) == 0
