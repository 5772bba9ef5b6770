"""`onrecord remove`."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json
from ui.printable import legible

EXAMPLES = """
\b
Examples:
  onrecord remove 000_8de327bb625e098c
  onrecord remove 2014-harbour 2015-treaty
  onrecord remove 2014-harbour --json
"""


def remove(
    statements: Annotated[
        list[str], typer.Argument(metavar="ID...", show_default=False, help="Ids of statements.")
    ],
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Take statements out of the index; their files are not touched.

    They stay out of later builds, also when their files change or move, until `onrecord add` names
    the files. The ids are those that `onrecord info --statements` prints; where one is unknown,
    nothing is removed.
    """
    from index.build import remove as remove_statements
    from ui.built import print_build
    from ui.progress import build_progress
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with build_progress() as progress:
        ids = [legible(statement) for statement in statements]
        report = remove_statements(settings.index_dir, ids, settings.index, progress=progress)
    print_build(report, settings.index_dir, json=json)
