"""`onrecord index`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json, named

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
            parser=named,
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

    Its files are those of PATHS and of all that `index` and `add` named before. Only what is new or
    changed is read and embedded, and what was deleted goes; what `remove` took out stays out.
    Questions see the old index until the new one is complete. An interruption leaves the old one as
    it was, and the next build goes on where it stopped.

    Exit status 3 tells that the index was published, but that some files could not be read: they
    are named with the reason.
    """
    from index.build import build
    from ui.built import print_build
    from ui.progress import build_progress
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with build_progress() as progress:
        report = build(settings.index_dir, paths or [], settings.index, force=force, progress=progress)
    print_build(report, settings.index_dir, json=json)
