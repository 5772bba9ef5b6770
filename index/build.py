"""Building an index, and bringing it up to date."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from index.base import Base, find_base
from index.build_report import BuildProgress, BuildReport, CorpusChanges, Phase
from index.corpus_update import update_corpus
from index.derivation import EmbeddingCounts, derive_vectors, derive_words
from index.embedders import Embedder, load_embedder
from index.errors import SourceNotFound
from index.generation import Generation, building, publish
from index.lock import build_lock
from index.manifest import SCHEMA_VERSION, IndexManifest
from index.settings import IndexSettings
from index.sources import find, roots_of
from index.stores.catalogue import Catalogue, Counts
from index.stores.content_writer import ContentWriter
from index.stores.database import Database
from index.tokens import ENCODING_NAME

Notify = Callable[[BuildProgress], None]


def build(
    index_dir: Path,
    paths: Sequence[Path],
    settings: IndexSettings,
    *,
    embedder: Embedder | None = None,
    force: bool = False,
    progress: Notify | None = None,
) -> BuildReport:
    """Bring the index in `index_dir` to the state of its sources, and make it where there is none.

    The sources are `paths` and those of all builds before. Only what is new or changed is read
    and embedded; with `force`, or after a change of schema, model or chunker settings, everything
    is. Files that cannot be read are reported, and the build goes on. Readers see the old index
    until the new one is complete; where nothing changed, it stays.

    Raises:
        SourceNotFound: a path does not exist, or no file at all gives a statement.
        IndexBusy: another build is writing this index.
        IndexDamaged: the index to start from is damaged; `force` does without it.
        ModelUnavailable: the embedding model cannot be loaded.
    """
    started = time.perf_counter()
    given = roots_of(paths)
    model = embedder or load_embedder(settings.embedder)
    meter = _Meter(progress)
    with build_lock(index_dir):
        base = find_base(index_dir, settings, model, force=force)
        roots = list(dict.fromkeys([*base.roots, *given]))
        if not roots:
            raise SourceNotFound(
                "There is nothing to index: name your statements, as in `onrecord index PATHS`."
            )
        with building(index_dir) as built:
            with closing(_writer(base, built)) as writer:
                content = writer.store
                base_rows = content.rows()
                found = find(roots, exclude=index_dir.resolve())
                update = update_corpus(writer, found, roots, settings, meter.files)
                counts = Catalogue(content.database).counts()
                if not counts.statements:
                    raise _no_statements(update.changes)
                if base.generation and not update.differs:
                    return _report(None, base, counts, update.changes, EmbeddingCounts(0, 0), started)
                writer.finish()
                embedding = derive_vectors(
                    content, base.generation, base_rows, built, model, update.replaced, meter.passages
                )
                meter.enter(Phase.INDEXING)
                derive_words(content, base.generation, base_rows, built)
                digest = _corpus_digest(content.database)
            meter.enter(Phase.PUBLISHING)
            _describe(built, settings, model, counts, digest).save(built.manifest)
            generation = publish(index_dir, built)
    return _report(generation, base, counts, update.changes, embedding, started)


def _writer(base: Base, built: Generation) -> ContentWriter:
    if base.generation:
        shutil.copyfile(base.generation.content, built.content)
    return ContentWriter(built.content)


def _no_statements(changes: CorpusChanges) -> SourceNotFound:
    reason = f" ({changes.failed[0].reason.rstrip('.')})" if changes.failed else ""
    return SourceNotFound(
        f"No statement was found in the sources{reason}: name files or folders that hold statements as text."
    )


def _corpus_digest(database: Database) -> str:
    digest = hashlib.sha256()
    for statement_id, sha256 in database.query("SELECT id, sha256 FROM statements ORDER BY id"):
        digest.update(f"{statement_id}\t{sha256}\n".encode())
    return digest.hexdigest()


def _describe(
    built: Generation, settings: IndexSettings, embedder: Embedder, counts: Counts, digest: str
) -> IndexManifest:
    return IndexManifest(
        schema_version=SCHEMA_VERSION,
        product_version=_product_version(),
        built_at=datetime.now(UTC).replace(microsecond=0),
        embedding_model=embedder.name,
        embedding_checksum=embedder.checksum,
        dim=embedder.dim,
        tokenizer=ENCODING_NAME,
        chunker=settings.chunker,
        statements=counts.statements,
        turns=counts.turns,
        passages=counts.passages,
        corpus_digest=digest,
        files=built.digests(),
    )


def _product_version() -> str:
    try:
        return metadata.version("onrecord")
    except metadata.PackageNotFoundError:
        return "unknown"  # run from a checkout that is not installed


def _report(
    generation: Generation | None,
    base: Base,
    counts: Counts,
    changes: CorpusChanges,
    embedding: EmbeddingCounts,
    started: float,
) -> BuildReport:
    return BuildReport(
        generation=generation.folder.name if generation else None,
        anew=base.anew,
        counts=counts,
        changes=changes,
        embedded=embedding.embedded,
        reused=embedding.reused,
        seconds=time.perf_counter() - started,
    )


class _Meter:
    """Adds up the progress of the parts, and passes it on."""

    def __init__(self, notify: Notify | None) -> None:
        self._notify = notify
        self._state = BuildProgress(Phase.READING, 0, 0, 0, 0)

    def files(self, done: int, total: int) -> None:
        self._show(replace(self._state, files=done, files_total=total))

    def passages(self, done: int, total: int) -> None:
        self._show(replace(self._state, phase=Phase.EMBEDDING, passages=done, passages_total=total))

    def enter(self, phase: Phase) -> None:
        self._show(replace(self._state, phase=phase))

    def _show(self, state: BuildProgress) -> None:
        self._state = state
        if self._notify:
            self._notify(state)
