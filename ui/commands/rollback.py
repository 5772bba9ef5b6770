"""`onrecord rollback`."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json

EXAMPLES = """
\b
Examples:
  onrecord rollback
  onrecord rollback 000003
  onrecord rollback --json
"""


def rollback(
    generation: Annotated[
        str | None,
        typer.Argument(
            metavar="[GENERATION]",
            show_default=False,
            help="Name of a state, as in `history`.  [default: the one before]",
        ),
    ] = None,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Publish an earlier state of the index again, after a look at every byte of it.

    Readers take it up with their next question. It counts as a new state: a second rollback undoes
    the first. The files are not touched, and the next `onrecord index` goes by them again.
    """
    from index.history import rollback as roll_back
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    restored, published = roll_back(settings.index_dir, generation, settings.index.history)
    if json:
        from ui.screen import print_json

        print_json({"restored": restored, "generation": published})
    else:
        from rich.text import Text

        from ui.screen import print_result

        print_result(
            Text(f"{settings.index_dir} is again as it was in {restored}, published as {published}.")
        )
