"""`onrecord mentions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rag.mentions.by import By
from ui.filter_options import restricted
from ui.options import Config, IndexDir, Json
from ui.printable import legible

if TYPE_CHECKING:
    from rag.filters import Filters

EXAMPLES = """
\b
Examples:
  onrecord mentions "chemical weapons"
  onrecord mentions "Customs Union" --by speaker
  onrecord mentions Geneva --role principal --json | jq .occurrences
"""


@restricted
def mentions(
    phrase: Annotated[str, typer.Argument(help="The word or words to count, in quotes.")],
    by: Annotated[By | None, typer.Option("--by", metavar="GROUP", help=f"Count by {', '.join(By)}.")] = None,
    *,
    filters: Filters,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Count every mention of a word or phrase: nothing is sampled and nothing is cut off.

    The words must follow each other within one turn; case, hyphens and British or American spelling
    do not count, endings do: "weapon" is not "weapons". With --by, the last column gives the mentions
    for every 10,000 words that the group says.
    """
    from index.opened import open_index
    from rag.mentions.count import count
    from rag.quotes.corpus import span
    from ui.filter_notes import note_unknown
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with open_index(settings.index_dir, settings.index) as opened:
        note_unknown(filters, opened.catalogue)
        counted = count(opened, legible(phrase), filters, by)
        corpus = span(opened)
    if json:
        from rag.mentions.serialise import mentions_to_json
        from ui.screen import print_json

        print_json(mentions_to_json(counted, corpus))
    else:
        from ui.rendering.mentions import render_mentions
        from ui.screen import print_result

        print_result(*render_mentions(counted, corpus))
