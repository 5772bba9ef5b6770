"""Who said it, in what role, when and where."""

from __future__ import annotations

from datetime import date

from index.dates import long_date
from index.statement import Role
from ui.printable import one_line

_UNNAMED = {
    Role.QUESTIONER: "Journalist",
    Role.MODERATOR: "Moderator",
    Role.AUDIENCE: "Audience",
}


def who(speaker: str | None, role: Role) -> str:
    """Return a speaker with the role; where nobody is named, say so."""
    name = one_line(speaker) if speaker else _UNNAMED.get(role, "Unnamed speaker")
    return f"{name} ({'role unknown' if role is Role.UNKNOWN else role.value})"


def when_and_where(day: date | None, place: str | None) -> str:
    """Return the date, and the place where it is known."""
    written = long_date(day) if day else "undated"
    return f"{written}, {one_line(place)}" if place else written


def byline(speaker: str | None, role: Role, day: date | None, place: str | None) -> str:
    """Return speaker, role, date and place on one line."""
    return f"{who(speaker, role)}, {when_and_where(day, place)}"
