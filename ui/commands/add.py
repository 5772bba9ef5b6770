"""`onrecord add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json, named

EXAMPLES = """
\b
Examples:
  onrecord add briefing.txt
  onrecord add ~/statements/2024 --json
  onrecord add "withdrawn by mistake.txt"
"""


def add(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATHS...", parser=named, show_default=False, help="Files and folders to add."
        ),
    ],
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Add files or folders, without a look at the other sources.

    From then on they are sources: `onrecord index` follows their changes too. A statement that
    `onrecord remove` took out comes back when its file is added. Exit statuses are those of `index`.
    """
    from index.build import add as add_sources
    from ui.built import print_build
    from ui.progress import build_progress
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with build_progress() as progress:
        report = add_sources(settings.index_dir, paths, settings.index, progress=progress)
    print_build(report, settings.index_dir, json=json)
