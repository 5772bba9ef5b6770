"""Whether the index, the settings and the sources still belong together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.doctor.finding import Finding, damaged, ok, warning
from index.embedders import load_embedder
from index.errors import ModelUnavailable
from index.manifest import IndexManifest
from index.opened import Index
from index.settings import IndexSettings
from index.stores.source_records import recorded_roots, recorded_sources
from index.tokens import ENCODING_NAME


def check_model(manifest: IndexManifest, settings: IndexSettings) -> Iterator[Finding]:
    """Run the embedding model once, and compare it and the chunker's settings with the manifest."""
    embedder = load_embedder(settings.embedder)
    try:
        length = len(embedder.embed_query("model"))
        made_by = (embedder.name, embedder.checksum, length)
    except ModelUnavailable as error:
        yield damaged("model", str(error))
        return
    if made_by != (manifest.embedding_model, manifest.embedding_checksum, manifest.dim):
        yield damaged(
            "model",
            f"The vectors are those of {manifest.embedding_model} ({manifest.embedding_checksum[:12]}), and "
            f"the settings name {made_by[0]} ({made_by[1][:12]}): set the former, or run `onrecord index`.",
        )
    else:
        yield ok("model", f"The vectors are those of {embedder.name}, which runs.")
    if (manifest.tokenizer, manifest.chunker) != (ENCODING_NAME, settings.chunker):
        yield warning("settings", "The chunker settings changed: `onrecord index` builds everything anew.")
    else:
        yield ok("settings", "The passages are cut as the settings say.")


def check_sources(index: Index) -> Iterator[Finding]:
    """Look for sources that are gone and files that could not be read."""
    roots = recorded_roots(index.content.database)
    records = recorded_sources(index.content.database).values()
    lost = [root for root in roots if not Path(root).exists()]
    failed = [record.path for record in records if record.error]
    withdrawn = sum(record.withdrawn for record in records)
    for root in lost:
        yield warning("sources", f"{root} is gone: the next `onrecord index` drops what came from it.")
    if failed:
        yield warning("sources", f"Files that could not be read: {len(failed)}, {failed[0]} among them.")
    if not lost and not failed:
        yield ok(
            "sources", f"All sources are there and read ({len(roots)}); files that stay out: {withdrawn}."
        )
