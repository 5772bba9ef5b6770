"""What a build starts from."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.agreement import check_digests
from index.embedders import Embedder
from index.errors import IndexDamaged, IndexMismatch, IndexNotFound
from index.generation import Generation, current
from index.manifest import IndexManifest
from index.settings import IndexSettings
from index.stores.content import ContentStore
from index.stores.source_records import recorded_roots
from index.tokens import ENCODING_NAME


@dataclass(frozen=True, slots=True)
class Base:
    """A generation to go on from, or the reason for not using the one there is; and its sources.

    All three are empty for a first build.
    """

    generation: Generation | None = None
    anew: str | None = None
    roots: tuple[Path, ...] = ()


def find_base(index_dir: Path, settings: IndexSettings, embedder: Embedder, *, force: bool) -> Base:
    """Return what a build with these settings and this embedder can start from.

    With `force`, and after a change of schema, model or chunker settings, that is the sources alone.

    Raises:
        IndexDamaged: the index is damaged, and `force` is off.
    """
    try:
        generation = current(index_dir)
        anew = "as asked" if force else _mismatch(generation, settings, embedder)
        if not anew:
            # New checksums must never vouch for old damage.
            check_digests(generation, IndexManifest.load(generation.manifest))
        with closing(ContentStore.load(generation.content)) as content:
            roots = tuple(map(Path, recorded_roots(content.database)))
    except IndexNotFound:
        return Base()
    except IndexDamaged:
        if not force:
            raise
        return Base(anew="as asked; the damaged index no longer knows its sources")
    return Base(None if anew else generation, anew, roots)


def _mismatch(generation: Generation, settings: IndexSettings, embedder: Embedder) -> str | None:
    """Return what sets the index apart from one that would be built now."""
    try:
        manifest = IndexManifest.load(generation.manifest)
    except IndexMismatch:
        return "the schema changed"
    if (manifest.embedding_model, manifest.embedding_checksum) != (embedder.name, embedder.checksum):
        return "the embedding model changed"
    if (manifest.tokenizer, manifest.chunker) != (ENCODING_NAME, settings.chunker):
        return "the chunker settings changed"
    return None
