"""`onrecord watch`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json, named

EXAMPLES = """
\b
Examples:
  onrecord watch
  onrecord watch ~/statements
  onrecord watch --json | jq -c .added
"""


def watch(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...",
            parser=named,
            show_default=False,
            help="Files and folders to add; those of before are remembered.",
        ),
    ] = None,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Bring the index up to date, and again whenever its files change, until Ctrl-C.

    Files are read once nothing has changed for index.watch.quiet_seconds, so that one which is still
    being written is waited for. With --json, each build prints one JSON document on one line.
    """
    from index.build_report import BuildReport
    from index.errors import OnRecordError
    from index.watch import watch as watch_sources
    from ui.documents import build_to_json
    from ui.notes import note
    from ui.rendering.build import render_build
    from ui.screen import print_json, print_result
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)

    def report(built: BuildReport) -> None:
        if json:
            print_json(build_to_json(built), lines=True)
        else:
            print_result(*render_build(built, settings.index_dir))
            note("watching; Ctrl-C ends it.")

    def complain(error: OnRecordError) -> None:
        note(str(error))

    watch_sources(settings.index_dir, paths or [], settings.index, report, complain)
