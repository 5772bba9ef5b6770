"""`onrecord info`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import Config, IndexDir, Json

if TYPE_CHECKING:
    from index.generation import Generation

EXAMPLES = """
\b
Examples:
  onrecord info
  onrecord info --statements
  onrecord info --json | jq .corpus.kinds
"""


def info(
    statements: Annotated[
        bool, typer.Option("--statements", help="List the statements too: date, kind, id, title.")
    ] = False,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Say what the corpus holds, by kind, speaker and year, and what its index is made of."""
    from index.opened import open_index
    from index.stores.source_records import recorded_roots
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    with open_index(settings.index_dir, settings.index) as opened:
        overview = opened.catalogue.overview()
        sources = recorded_roots(opened.content.database)
        listed = opened.catalogue.summaries() if statements or json else []
        manifest = opened.manifest
        disk = _disk_use(opened.generation)
    if json:
        from ui.documents import info_to_json
        from ui.screen import print_json

        print_json(info_to_json(overview, manifest, disk, sources, listed))
    else:
        from ui.rendering.corpus import render_corpus
        from ui.screen import print_result

        print_result(*render_corpus(overview, manifest, disk, sources, listed))


def _disk_use(generation: Generation) -> dict[str, int]:
    """Return the bytes of each store of a generation; the names of its files begin with its own."""
    files = [path for path in generation.folder.rglob("*") if path.is_file()]
    return {
        store: sum(
            path.stat().st_size
            for path in files
            if path.relative_to(generation.folder).as_posix().startswith(store)
        )
        for store in ("content", "texts", "vectors", "words")
    }
