"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.statement import Role
from ui.dates import first_day, last_day

if TYPE_CHECKING:
    from rag.filters import Filters


def _date(parse: Callable[[str], date]) -> Callable[[str], date]:
    def parsed(text: str) -> date:
        try:
            return parse(text)
        except ValueError as error:
            raise typer.BadParameter(
                f"{text!r} is not a date: write it as 2013-09-12, 2013-09 or 2013."
            ) from error

    return parsed


IndexDir = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="DIR",
        help="Folder of the index.  [default: index_dir, or .onrecord]",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Settings file.  [default: onrecord.toml, where there is one]"
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document (docs/json.md).")]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Only what NAME says; a surname will do.  [repeatable]"),
]
Roles = Annotated[
    list[Role] | None,
    typer.Option("--role", metavar="ROLE", help=f"Only what is said as {', '.join(Role)}.  [repeatable]"),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only statements of this kind, as in `info`.  [repeatable]"),
]
Documents = Annotated[
    list[str] | None,
    typer.Option("--doc", metavar="ID", help="Only the statement with this id.  [repeatable]"),
]
Since = Annotated[
    date | None,
    typer.Option(
        "--since",
        metavar="DATE",
        parser=_date(first_day),
        help="Not before DATE: 2013-09-12, 2013-09 or 2013.",
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        "--until", metavar="DATE", parser=_date(last_day), help="Not after DATE; both dates are included."
    ),
]


def filters_from(
    speakers: list[str] | None,
    roles: list[Role] | None,
    kinds: list[str] | None,
    documents: list[str] | None,
    since: date | None,
    until: date | None,
) -> Filters:
    """Return the restrictions that the flags state."""
    from rag.filters import Filters

    return Filters(
        speakers=tuple(speakers or ()),
        roles=tuple(roles or ()),
        kinds=tuple(kinds or ()),
        statements=tuple(documents or ()),
        since=since,
        until=until,
    )
