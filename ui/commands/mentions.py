"""`onrecord mentions`."""

from __future__ import annotations

from typing import Annotated

import typer

from rag.mentions.by import By
from ui.options import (
    Config,
    Documents,
    IndexDir,
    Json,
    Kinds,
    Roles,
    Since,
    Speakers,
    Until,
    filters_from,
)
from ui.printable import legible

EXAMPLES = """
\b
Examples:
  onrecord mentions "chemical weapons"
  onrecord mentions "Customs Union" --by speaker
  onrecord mentions Geneva --role principal --json | jq .occurrences
"""


def mentions(
    phrase: Annotated[str, typer.Argument(help="The word or words to count, in quotes.")],
    by: Annotated[By | None, typer.Option("--by", metavar="GROUP", help=f"Count by {', '.join(By)}.")] = None,
    speaker: Speakers = None,
    role: Roles = None,
    kind: Kinds = None,
    doc: Documents = None,
    since: Since = None,
    until: Until = None,
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
    filters = filters_from(speaker, role, kind, doc, since, until)
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
