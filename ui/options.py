"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def named(path: str) -> Path:
    """Return the path that is given; an empty one, as of an unset variable, is not the working directory.

    Raises:
        BadParameter: it is empty.
    """
    if not path:
        raise typer.BadParameter("the path is empty: name a file or a folder.")
    return Path(path)


IndexDir = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="DIR",
        parser=named,
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
