"""`onrecord export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json, named

EXAMPLES = """
\b
Examples:
  onrecord export corpus
  onrecord export corpus --force
  onrecord export corpus --json
"""


def export(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", parser=named, show_default=False, help="Where to write the two files."
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace files of an earlier export.")] = False,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Write all statements and passages as JSON Lines.

    FOLDER receives statements.jsonl (a statement with its text and turns on each line) and
    passages.jsonl; docs/json.md has their keys.
    """
    from index.export import export as export_index
    from index.opened import open_index
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with open_index(settings.index_dir, settings.index) as opened:
        try:
            report = export_index(opened, folder, overwrite=force)
        except OSError as error:
            raise typer.BadParameter(
                f"{folder} cannot be made a folder ({error.strerror}): name another one."
            ) from error
    if json:
        from ui.index_documents import export_to_json
        from ui.screen import print_json

        print_json(export_to_json(report))
    else:
        from rich.text import Text

        from ui.rendering.layout import counted
        from ui.screen import print_result

        wrote = f"{counted(report.statements, 'statement')} and {counted(report.passages, 'passage')}"
        print_result(Text(f"{wrote} of generation {report.generation} are in {report.folder}."))
