"""`onrecord search`."""

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
  onrecord search "chemical weapons"
  onrecord search "Eurasian Economic Union" --speaker Lavrov -k 3
  onrecord search "trilateral meeting" --role questioner --json
"""


@restricted
def search(
    query: Annotated[str, typer.Argument(help="What to look for, in quotes.")],
    filters: Filters,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, max=100, help="Most passages to list.")] = 10,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """List the passages that bear most on a query, of any speaker and role, best first.

    Each comes with its speaker, role, date, place, score and id; `onrecord show` takes the id. The
    score is that of the cross-encoder, about -8 to 6: it ranks the passages of one query.
    """
    import rag
    from ui.filter_notes import note_unknown
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with rag.open(settings.index_dir, index_settings=settings.index, settings=settings.rag) as assistant:
        note_unknown(filters, assistant.index.catalogue)
        hits = assistant.search(legible(query), filters, k)
        corpus = assistant.corpus()
    if json:
        from ui.documents import search_to_json
        from ui.screen import print_json

        print_json(search_to_json(query, hits, corpus))
    else:
        from ui.rendering.hits import render_hits
        from ui.screen import print_result

        print_result(*render_hits(hits))
