"""HTML from templates. Every value is escaped: what is not written in a template is never markup."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from index.dates import long_date
from ui.chat.icons import icon
from ui.printable import printable

_FOLDER = Path(__file__).parent / "templates"

ROLE_NAMES = {
    "principal": "Speaker",
    "questioner": "Question",
    "moderator": "Moderator",
    "audience": "Audience",
    "unknown": "Speaker not identified",
}
"""What a reader calls the roles."""


UNNAMED = {
    "principal": "Not named",
    "questioner": "A journalist, not named",
    "moderator": "Not named",
    "audience": "Not named",
    "unknown": "Speaker not identified",
}
"""What stands in place of a name that the text does not give."""


def render(name: str, **values: Any) -> str:
    """Return a template filled in."""
    return _environment().get_template(f"{name}.html.j2").render(**values)


def address(**query: object) -> str:
    """Return a link within the product, without the parts that are None."""
    return "?" + urlencode({key: value for key, value in query.items() if value is not None})


def day(value: date | str | None) -> str:
    """Return a date as people write it; empty where there is none."""
    if value is None:
        return ""
    return long_date(value if isinstance(value, date) else date.fromisoformat(value))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    environment.filters["day"] = day
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["counted"] = counted
    environment.filters["bytes"] = size
    environment.globals["address"] = address
    environment.globals["icon"] = icon
    environment.globals["role_names"] = ROLE_NAMES
    environment.globals["unnamed"] = UNNAMED
    return environment


def size(count: int) -> str:
    """Return a number of bytes as people read it: 20 MB, 3.5 MB, 12 kB."""
    if count >= 2**20:
        return f"{round(count / 2**20, 1):g} MB"
    return f"{-(-count // 2**10):,} kB"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: 1 statement, 8 statements."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
