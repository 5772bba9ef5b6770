"""A fair queue for work that the processor can do little of at a time."""

from __future__ import annotations

from collections import Counter, deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock


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
            ticket = Ticket(owner)
            self._owned[owner] += 1
            self._queue.append(ticket)
            self._advance()
            return ticket

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

    def _advance(self) -> None:
        while self._queue and len(self._through) < self._running:
            ticket = self._queue.popleft()
            self._through.add(ticket)
            if not ticket.ready.done():
                ticket.ready.set_result(None)
