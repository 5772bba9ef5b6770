"""What a build starts from."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from index.agreement import check_digests, is_carried_over
from index.embedders import Embedder
from index.errors import IndexDamaged, IndexMismatch, IndexNotFound
from index.generation import Generation, current, kept
from index.manifest import SCHEMA_VERSION, IndexManifest
from index.settings import IndexSettings
from index.stores.content import ContentStore
from index.stores.source_records import SourceRecord, recorded_roots, recorded_sources
from index.tokens import ENCODING_NAME


@dataclass(frozen=True, slots=True)
class Base:
    """A generation to go on from, or the reason for not using the one there is; and its sources.

    `withdrawn` are the files that a user took out. All are empty for a first build. `content` is a
    generation whose content is kept while nothing else of it is. `older` tells that the generation is of
    an older schema, and is to be replaced even where nothing changed.
    """

    generation: Generation | None = None
    anew: str | None = None
    roots: tuple[Path, ...] = ()
    withdrawn: tuple[SourceRecord, ...] = ()
    content: Generation | None = None
    older: bool = False


def find_base(
    index_dir: Path,
    settings: IndexSettings,
    embedder: Embedder,
    *,
    force: bool = False,
    partial: bool = False,
) -> Base:
    """Return what a build with these settings and this embedder can start from.

    With `force`, and after a change of schema, model or chunker settings, that is the sources alone.
    The files are compared with their checksums; those of a large index, for a `partial` build, without the
    ones that are mostly carried over unread, which `construct` compares once it knows that they were not.

    Raises:
        IndexDamaged: the index is damaged, and `force` is off.
    """
    try:
        generation = current(index_dir)
        anew = "as asked" if force else _mismatch(generation, settings, embedder)
        if not anew:
            # New checksums must never vouch for old damage.
            manifest = IndexManifest.load(generation.manifest, to_build_on=True)
            unread = partial and manifest.passages > settings.scale.exact_passages
            check_digests(generation, manifest, lambda name: not (unread and is_carried_over(name)))
            return replace(_remembered(generation), older=manifest.schema_version != SCHEMA_VERSION)
        return _remembered(generation, anew)
    except IndexNotFound:
        return Base()
    except IndexDamaged:
        if not force:
            raise
    for older in reversed(kept(index_dir)):
        with suppress(IndexDamaged):
            return _remembered(older, f"as asked; the sources are those of generation {older.folder.name}")
    return Base(anew="as asked; the damaged index no longer knows its sources")


def _remembered(generation: Generation, anew: str | None = None) -> Base:
    """Return the base with what a generation remembers of its sources."""
    with closing(ContentStore.load(generation.content)) as content:
        roots = tuple(map(Path, recorded_roots(content.database)))
        records = recorded_sources(content.database).values()
    withdrawn = tuple(record for record in records if record.withdrawn)
    return Base(None if anew else generation, anew, roots, withdrawn)


def _mismatch(generation: Generation, settings: IndexSettings, embedder: Embedder) -> str | None:
    """Return what sets the index apart from one that would be built now."""
    try:
        manifest = IndexManifest.load(generation.manifest, to_build_on=True)
    except IndexMismatch:
        return "the schema changed"
    if (manifest.embedding_model, manifest.embedding_checksum) != (embedder.name, embedder.checksum):
        return "the embedding model changed"
    if (manifest.tokenizer, manifest.chunker) != (ENCODING_NAME, settings.chunker):
        return "the chunker settings changed"
    return None
