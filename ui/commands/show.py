"""`onrecord show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import Config, IndexDir, Json
from ui.printable import legible

if TYPE_CHECKING:
    from index.opened import Index
    from index.passage import Passage

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
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with open_index(settings.index_dir, settings.index) as opened:
        statement_id, number = _located(opened, legible(statement), around)
        shown = opened.content.statement(statement_id)
        passages = [passage for _, passage in opened.content.passages_of(statement_id)]
    marked = None if number is None else _passage(passages, number)
    if json:
        from ui.documents import statement_to_json
        from ui.screen import print_json

        print_json(statement_to_json(shown, passages, marked))
    else:
        from ui.rendering.statement import render_around, render_statement
        from ui.screen import print_result

        print_result(*(render_around(shown, passages, marked) if marked else render_statement(shown)))


def _located(index: Index, name: str, around: str | None) -> tuple[str, str | None]:
    """Return the id of the statement that is meant, and the number of the passage, if one is meant."""
    from index.errors import UnknownStatement
    from ui.filter_notes import near_ids

    known = index.catalogue.statement_ids()
    of_passage, _, number = name.rpartition(":")
    if name in known:
        return name, around.removeprefix(f"{name}:") if around else None
    if of_passage in known and not around:
        return of_passage, number
    near = near_ids(name, known)
    hint = f"did you mean {' or '.join(near)}?" if near else "`onrecord info --statements` lists them."
    raise UnknownStatement(f"No statement has the id {name!r}: {hint}")


def _passage(passages: list[Passage], number: str) -> Passage:
    from index.errors import UnknownStatement

    for passage in passages:
        if number.isdecimal() and passage.ordinal == int(number):
            return passage
    known = f"{passages[0].ordinal} to {passages[-1].ordinal}"
    raise UnknownStatement(f"The statement has no passage {number!r}: choose one of {known}.")
