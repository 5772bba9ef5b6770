"""Logins, kept in memory: a restart ends them all."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from ui.server.passwords import digest

_LONGEST = 7 * 24 * 3600.0  # seconds, however often it is used
_MOST = 10_000


@dataclass(slots=True)
class _Session:
    user: str
    credential: str
    began: float
    used: float


class Sessions:
    """Maps the token of a cookie to its user; holds digests of the tokens only.

    A login ends when it is not used for `idle` seconds, after seven days, at logout, and when the
    user's password hash is no longer what it was. Safe to share between threads; memory is bounded.
    """

    def __init__(
        self,
        idle: float,
        credential_of: Callable[[str], str | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._idle = idle
        self._credential_of = credential_of
        self._clock = clock
        self._sessions: OrderedDict[str, _Session] = OrderedDict()
        self._lock = Lock()

    def begin(self, user: str) -> str:
        """Return the token of a new login."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        with self._lock:
            self._sessions[digest(token)] = _Session(user, self._credential_of(user) or "", now, now)
            while len(self._sessions) > _MOST:
                self._sessions.popitem(last=False)
        return token

    def user_of(self, token: str) -> str | None:
        """Return whose login this is; None where there is none, or it has ended."""
        key, now = digest(token), self._clock()
        with self._lock:
            session = self._sessions.get(key)
            if session is None:
                return None
            if self._over(session, now):
                del self._sessions[key]
                return None
            session.used = now
            self._sessions.move_to_end(key)
            return session.user

    def end(self, token: str) -> None:
        """End a login."""
        with self._lock:
            self._sessions.pop(digest(token), None)

    def _over(self, session: _Session, now: float) -> bool:
        expired = now - session.used > self._idle or now - session.began > _LONGEST
        return expired or self._credential_of(session.user) != session.credential
