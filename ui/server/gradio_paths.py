"""Which of Gradio's addresses are open, and where each carries the hash of its session.

Gradio serves several ways to run the functions behind a page. Only those that its own page uses are
open; what is not named here does not exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class SessionIn(Enum):
    """Where a request says which session of Gradio it belongs to."""

    NOWHERE = auto()
    PATH = auto()
    QUERY = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Opening:
    """One kind of request that is let through; `pattern` matches the whole path."""

    methods: frozenset[str]
    pattern: re.Pattern[str]
    session: SessionIn = SessionIn.NOWHERE


_READ = frozenset({"GET", "HEAD"})
_WRITE = frozenset({"POST"})
_RUN = "/gradio_api"
UPLOAD = f"{_RUN}/upload"

_OPENINGS = (
    Opening(_READ, re.compile(r"/(assets|static|svelte)/.+")),
    Opening(_READ, re.compile(r"/(config|theme\.css|favicon\.ico|robots\.txt|manifest\.json)")),
    Opening(_READ, re.compile(rf"{_RUN}/(startup-events|theme\.css|app_id|upload_progress)")),
    # A file by its path on this machine. By its address elsewhere Gradio would fetch it for the asker.
    Opening(_READ, re.compile(rf"{_RUN}/file=(?!https?:).+", re.IGNORECASE)),
    Opening(_READ, re.compile(rf"{_RUN}/heartbeat/(?P<session>[^/]+)"), SessionIn.PATH),
    Opening(_READ, re.compile(rf"{_RUN}/queue/data"), SessionIn.QUERY),
    Opening(_WRITE, re.compile(rf"{_RUN}/(queue/join|run/predict|cancel)/?"), SessionIn.BODY),
    # Sent after /cancel, with the id of an event alone; Gradio does nothing on it.
    Opening(_WRITE, re.compile(rf"{_RUN}/reset/?"), SessionIn.NOWHERE),
)
_UPLOADING = Opening(_WRITE, re.compile(re.escape(UPLOAD)))


def opening(method: str, path: str, pages: frozenset[str], *, uploads: bool) -> Opening | None:
    """Return what lets a request through, or None where the address is closed."""
    if method in _READ and path in pages:
        return Opening(_READ, re.compile(re.escape(path)))
    for each in (*_OPENINGS, _UPLOADING) if uploads else _OPENINGS:
        if method in each.methods and each.pattern.fullmatch(path):
            return each
    return None
