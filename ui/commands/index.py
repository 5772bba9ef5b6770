"""`onrecord index`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json
from ui.run import INCOMPLETE

EXAMPLES = """
\b
Examples:
  onrecord index seeds
  onrecord index
  onrecord index ~/statements --index ~/.onrecord
  onrecord index --force --json
"""


def index(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...",
            show_default=False,
            help="Files and folders to add; those of before are remembered.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Read and embed everything again, also over a damaged index.")
    ] = False,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Build the index, or bring it up to date with its files.

    Only what is new or changed is read and embedded, and what was deleted goes. Questions see the
    old index until the new one is complete; an interruption leaves the old one as it was.

    Exit status 3 tells that the index was published, but that some files could not be read: they
    are named with the reason.
    """
    from index.build import build
    from ui.progress import build_progress
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with build_progress() as progress:
        report = build(settings.index_dir, paths or [], settings.index, force=force, progress=progress)
    if json:
        from ui.documents import build_to_json
        from ui.screen import print_json

        print_json(build_to_json(report))
    else:
        from ui.rendering.build import render_build
        from ui.screen import print_result

        print_result(*render_build(report, settings.index_dir))
    if report.changes.failed:
        raise typer.Exit(INCOMPLETE)
