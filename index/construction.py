"""From a change of the corpus to a published generation."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from index.agreement import check_counts, check_digests, is_carried_over
from index.base import Base
from index.build_report import BuildReport, CorpusChanges, Phase
from index.corpus_update import CorpusUpdate
from index.derivation import Delta, derive_vectors, derive_words
from index.embedders.embedder import Embedder
from index.embedding import EmbeddingCounts, NewVectors, PassageEmbedder
from index.errors import SourceNotFound
from index.generation import Generation, building, publish
from index.journal import VectorJournal, journal_path, remove_journal
from index.manifest import SCHEMA_VERSION, FileDigest, IndexManifest
from index.meter import Meter
from index.settings import IndexSettings
from index.staged_corpus import StagedCorpus
from index.stores.catalogue import Catalogue
from index.stores.content_writer import ContentWriter, begin_with
from index.stores.database import Database
from index.tokens import ENCODING_NAME
from index.version import product_version

Change = Callable[[StagedCorpus], CorpusUpdate]
"""Changes the content; new passages are embedded while it runs."""


def construct(
    index_dir: Path,
    base: Base,
    change: Change,
    settings: IndexSettings,
    embedder: Embedder,
    meter: Meter,
    *,
    partial: bool = False,
) -> BuildReport:
    """Apply `change` to a copy of `base`, derive vectors and words, and publish the generation.

    Where nothing changed, nothing is published. A `partial` change leaves the vectors of a build that
    did not finish to the next one that is whole. Call this under the build lock.

    Raises:
        SourceNotFound: no statement would be left.
    """
    started = time.perf_counter()
    unfinished = journal_path(index_dir).exists()
    with building(index_dir) as built, closing(VectorJournal.beside(index_dir, embedder)) as journal:
        if content := base.generation or base.content:
            begin_with(content.content, built.content)
        replaced: dict[bytes, int] = {}
        with (
            closing(ContentWriter(built.content)) as writer,
            PassageEmbedder(writer.store, embedder, journal, replaced, meter.passages) as embedding,
        ):
            corpus = StagedCorpus(writer, embedding, replaced)
            update = change(corpus)
            counts = Catalogue(corpus.database).counts()
            if not counts.statements:
                raise _no_statements(update.changes)
            generation = None
            embedded = EmbeddingCounts(0, 0)
            if update.differs or not base.generation or base.older:
                meter.enter(Phase.EMBEDDING)
                new = embedding.finish()
                writer.finish()
                meter.enter(Phase.INDEXING)
                manifest = _derived(base, built, corpus, new, journal, settings, embedder)
                meter.enter(Phase.PUBLISHING)
                manifest.save(built.manifest)
                generation = publish(index_dir, built, settings.history.generations)
                embedded = new.counts
    if not (partial and unfinished):
        remove_journal(index_dir)
    return BuildReport(
        generation=generation.folder.name if generation else None,
        anew=base.anew,
        counts=counts,
        changes=update.changes,
        embedded=embedded.embedded,
        reused=embedded.reused,
        seconds=time.perf_counter() - started,
    )


def _derived(
    base: Base,
    built: Generation,
    corpus: StagedCorpus,
    new: NewVectors,
    journal: VectorJournal,
    settings: IndexSettings,
    embedder: Embedder,
) -> IndexManifest:
    """Write vectors and words, and describe a generation whose stores agree."""
    delta = Delta(base.generation, corpus.removed_rows, tuple(corpus.removed_statements), new)
    vectors = derive_vectors(delta, built, journal, settings.scale)
    words = derive_words(corpus.writer.store, delta, built, settings.scale)
    counts = Catalogue(corpus.database).counts()
    manifest = IndexManifest(
        schema_version=SCHEMA_VERSION,
        product_version=product_version(),
        built_at=datetime.now(UTC).replace(microsecond=0),
        embedding_model=embedder.name,
        embedding_checksum=embedder.checksum,
        dim=embedder.dim,
        tokenizer=ENCODING_NAME,
        chunker=settings.chunker,
        statements=counts.statements,
        turns=counts.turns,
        passages=counts.passages,
        corpus_digest=_corpus_digest(corpus.database),
        files=built.digests(_carried_over(base.generation, built)),
    )
    check_counts(manifest, counts, vectors, words)
    return manifest


def _carried_over(base: Generation | None, built: Generation) -> dict[Path, FileDigest]:
    """Return the digests of the files of `base` that `built` shares, as the manifest has them.

    Raises:
        IndexDamaged: a file that something was made of, in place of being shared, is damaged.
    """
    if base is None:
        return {}
    manifest = IndexManifest.load(base.manifest, to_build_on=True)
    shared = {name for name in manifest.files if _is_shared(base.folder / name, built.folder / name)}
    check_digests(base, manifest, lambda name: is_carried_over(name) and name not in shared)
    return {base.folder / name: manifest.files[name] for name in shared}


def _is_shared(path: Path, twin: Path) -> bool:
    return twin.exists() and path.samefile(twin)


def _no_statements(changes: CorpusChanges) -> SourceNotFound:
    if changes.removed and not changes.failed:
        return SourceNotFound("No statement would be left: to begin anew, delete the folder of the index.")
    reason = f" ({changes.failed[0].reason.rstrip('.')})" if changes.failed else ""
    return SourceNotFound(
        f"No statement was found in the sources{reason}: name files or folders that hold statements as text."
    )


def _corpus_digest(database: Database) -> str:
    digest = hashlib.sha256()
    for statement_id, sha256 in database.query("SELECT id, sha256 FROM statements ORDER BY id"):
        digest.update(f"{statement_id}\t{sha256}\n".encode())
    return digest.hexdigest()
