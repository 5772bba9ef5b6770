"""Back-off after wrong passwords."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

_LONGEST = 15 * 60.0  # seconds
_FORGOTTEN = 60 * 60.0  # seconds after the last attempt
_MOST_KEYS = 10_000


@dataclass(slots=True)
class _Failures:
    count: int = 0
    last: float = 0.0


class Lockout:
    """Counts failures by key, such as a user's name or a client's address.

    After `allowed` failures a key waits for 1, 2, 4, ... seconds, at most 15 minutes; an hour without
    an attempt forgets them. Safe to share between threads; memory is bounded.
    """

    def __init__(self, allowed: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed = allowed
        self._clock = clock
        self._failures: OrderedDict[str, _Failures] = OrderedDict()
        self._lock = Lock()

    def attempt(self, *keys: str) -> float:
        """Count an attempt under all `keys`, or return the seconds to wait before one is allowed.

        It counts as failed until `forgive` is called, so that attempts made at the same moment
        cannot slip through together. Returns 0.0 where it may go on.
        """
        now = self._clock()
        with self._lock:
            wait = max(self._wait(key, now) for key in keys)
            if wait > 0.0:
                return wait
            for key in keys:
                failures = self._failures.setdefault(key, _Failures())
                failures.count += 1
                failures.last = now
                self._failures.move_to_end(key)
            while len(self._failures) > _MOST_KEYS:
                self._failures.popitem(last=False)
        return 0.0

    def forgive(self, key: str) -> None:
        """Forget the failures of a key, after a right password."""
        with self._lock:
            self._failures.pop(key, None)

    def take_back(self, key: str) -> None:
        """Do not count the last attempt of a key; those before it stay."""
        with self._lock:
            failures = self._failures.get(key)
            if failures:
                failures.count -= 1

    def _wait(self, key: str, now: float) -> float:
        failures = self._failures.get(key)
        if failures is None:
            return 0.0
        if now - failures.last > _FORGOTTEN:
            del self._failures[key]
            return 0.0
        over = failures.count - self._allowed
        if over < 0:
            return 0.0
        return max(0.0, failures.last + min(2.0**over, _LONGEST) - now)
