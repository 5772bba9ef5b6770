"""The list of conversations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import groupby

from ui.chat.store.records import Conversation
from ui.chat.templates import render


def rail_html(conversations: list[Conversation], current: str | None, containing: str) -> str:
    """Return the conversations under the day they were last added to."""
    now = datetime.now(UTC)
    groups = [
        (name, list(members))
        for name, members in groupby(conversations, key=lambda one: _age(now - one.updated))
    ]
    return render("rail", groups=groups, current=current, containing=containing)


def _age(passed: timedelta) -> str:
    for days, name in ((1, "Last 24 hours"), (7, "Last 7 days"), (30, "Last 30 days")):
        if passed < timedelta(days=days):
            return name
    return "Earlier"
