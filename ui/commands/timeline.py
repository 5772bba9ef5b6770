"""`onrecord timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ui.filter_options import restricted
from ui.options import Config, IndexDir, Json
from ui.printable import legible

if TYPE_CHECKING:
    from rag.filters import Filters

EXAMPLES = """
\b
Examples:
  onrecord timeline "chemical weapons" --speaker Lavrov
  onrecord timeline "Customs Union" --since 2010
  onrecord timeline Geneva --json | jq .silences
"""


@restricted
def timeline(
    phrase: Annotated[str, typer.Argument(help="The word or words to follow, in quotes.")],
    filters: Filters,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Show when a word or phrase was said, oldest first, and when it was not.

    Each day has one sentence, verbatim, with its source. A silent period is a run of statements
    without the words that is longer than such runs are on average, counted in statements in which
    the speakers asked for do speak.
    """
    from index.opened import open_index
    from rag.mentions.timeline import timeline as follow
    from rag.quotes.corpus import span
    from ui.filter_notes import note_unknown
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with open_index(settings.index_dir, settings.index) as opened:
        note_unknown(filters, opened.catalogue)
        followed = follow(opened, legible(phrase), filters)
        corpus = span(opened)
    if json:
        from rag.mentions.serialise import timeline_to_json
        from ui.screen import print_json

        print_json(timeline_to_json(followed, corpus))
    else:
        from ui.rendering.timeline import render_timeline
        from ui.screen import print_result

        print_result(*render_timeline(followed, corpus))
