"""A fair queue for work that the processor can do little of at a time."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

_LOOK_AGAIN = 0.5  # seconds between two looks at the queue


class TooBusy(Exception):
    """The queue is full, or holds enough of this owner already."""


@dataclass(eq=False, slots=True)
class Ticket:
    """A place in the queue; `ready` is done when its turn has come."""

    owner: str
    ready: Future[None] = field(default_factory=Future)


class Turnstile:
    """Lets `running` tickets through at a time, in the order they came. For threads and for asyncio."""

    def __init__(self, running: int, waiting: int, per_owner: int) -> None:
        """`waiting` tickets may queue, and `per_owner` of one owner may queue or run."""
        self._running = running
        self._most_waiting = waiting
        self._per_owner = per_owner
        self._queue: deque[Ticket] = deque()
        self._through: set[Ticket] = set()
        self._owned: Counter[str] = Counter()
        self._lock = Lock()

    def enter(self, owner: str) -> Ticket:
        """Take a place; whoever does must `leave`.

        Raises:
            TooBusy: there is none.
        """
        with self._lock:
            full = len(self._through) >= self._running and len(self._queue) >= self._most_waiting
            if full or self._owned[owner] >= self._per_owner:
                raise TooBusy
            return self._join(owner)

    def leave(self, ticket: Ticket) -> None:
        """Give the place up, whether its turn had come or not."""
        with self._lock:
            if ticket in self._through:
                self._through.remove(ticket)
            elif ticket in self._queue:
                self._queue.remove(ticket)
            else:
                return
            self._owned[ticket.owner] -= 1
            if not self._owned[ticket.owner]:
                del self._owned[ticket.owner]
            self._advance()

    def position(self, ticket: Ticket) -> int:
        """Return how many tickets go through before this one, itself counted; 0 when it is through."""
        with self._lock:
            return self._queue.index(ticket) + 1 if ticket in self._queue else 0

    async def places(self, ticket: Ticket) -> AsyncGenerator[int, None]:
        """Yield the position at once, and whenever it changes, down to 0."""
        ready = asyncio.wrap_future(ticket.ready)
        last = -1
        while last:
            position = self.position(ticket)
            if position != last:
                last = position
                yield position
            if position:
                await asyncio.wait({ready}, timeout=_LOOK_AGAIN)

    @contextmanager
    def spare_turn(self, owner: str) -> Iterator[None]:
        """Wait in this thread until nobody runs or waits, and hold a turn for the length of a `with` block.

        For work in the background, which gives way to everybody.
        """
        while (ticket := self._enter_if_idle(owner)) is None:
            time.sleep(_LOOK_AGAIN)
        try:
            yield
        finally:
            self.leave(ticket)

    def _enter_if_idle(self, owner: str) -> Ticket | None:
        with self._lock:
            return None if self._through or self._queue else self._join(owner)

    def _join(self, owner: str) -> Ticket:
        ticket = Ticket(owner)
        self._owned[owner] += 1
        self._queue.append(ticket)
        self._advance()
        return ticket

    def _advance(self) -> None:
        while self._queue and len(self._through) < self._running:
            ticket = self._queue.popleft()
            self._through.add(ticket)
            if not ticket.ready.done():
                ticket.ready.set_result(None)
