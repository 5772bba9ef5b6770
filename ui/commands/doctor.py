"""`onrecord doctor`."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json
from ui.run import FAILED

EXAMPLES = """
\b
Examples:
  onrecord doctor
  onrecord doctor --repair
  onrecord doctor --json | jq -r '.findings[].message'
"""


def doctor(
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what is damaged, and examine the index again.")
    ] = False,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Examine the index in all its parts: files, tables, offsets, rows, model, sources, disk.

    --repair keeps what is sound: vectors and words are derived from a sound content; else the last
    sound state is published again and brought up to date; else everything is read again. Exit
    status 1 tells that the index is damaged.
    """
    from index.doctor import State, examine
    from index.doctor import repair as mend
    from ui.notes import note
    from ui.progress import build_progress
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    findings = examine(settings.index_dir, settings.index)
    done = None
    if repair:
        with build_progress() as progress:
            done = mend(settings.index_dir, findings, settings.index, progress=progress)
        findings = examine(settings.index_dir, settings.index)
    if json:
        from ui.index_documents import findings_to_json
        from ui.screen import print_json

        print_json(findings_to_json(findings, done))
    else:
        from ui.rendering.findings import render_findings
        from ui.screen import print_result

        print_result(*render_findings(findings, done))
    if any(finding.state is State.DAMAGED for finding in findings):
        note("the index is damaged: run `onrecord doctor --repair`.")
        raise typer.Exit(FAILED)
