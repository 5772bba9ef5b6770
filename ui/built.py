"""What the commands that change an index do alike."""

from __future__ import annotations

from pathlib import Path

import typer

from index.build_report import BuildReport
from ui.run import INCOMPLETE


def print_build(report: BuildReport, index_dir: Path, *, json: bool) -> None:
    """Print what a build did.

    Raises:
        typer.Exit: some files could not be read; its status says so.
    """
    if json:
        from ui.documents import build_to_json
        from ui.screen import print_json

        print_json(build_to_json(report))
    else:
        from ui.rendering.build import render_build
        from ui.screen import print_result

        print_result(*render_build(report, index_dir))
    if report.changes.failed:
        raise typer.Exit(INCOMPLETE)
