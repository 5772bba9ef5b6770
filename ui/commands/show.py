"""`onrecord show`."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json
from ui.printable import legible

EXAMPLES = """
\b
Examples:
  onrecord show 000_8de327bb625e098c
  onrecord show 000_8de327bb625e098c --around 7
  onrecord show 000_8de327bb625e098c:0007
  onrecord show 000_8de327bb625e098c --json | jq -r .text
"""


def show(
    statement: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            show_default=False,
            help="Id of a statement, or of a passage: then as with --around.",
        ),
    ],
    around: Annotated[
        str | None,
        typer.Option(
            "--around",
            metavar="PASSAGE",
            help="Mark this passage (id or number), show its surroundings.",
        ),
    ] = None,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Show a statement as it was read: who speaks, in what role, turn by turn.

    The ids are those that `ask`, `search` and `info --statements` print. With --json the whole
    text comes with the offsets of its turns, whatever --around names.
    """
    from index.opened import open_index
    from ui.located import located
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with open_index(settings.index_dir, settings.index) as opened:
        shown, passages, marked = located(opened, legible(statement), around)
    if json:
        from ui.documents import statement_to_json
        from ui.screen import print_json

        print_json(statement_to_json(shown, passages, marked))
    else:
        from ui.rendering.statement import render_around, render_statement
        from ui.screen import print_result

        print_result(*(render_around(shown, passages, marked) if marked else render_statement(shown)))
