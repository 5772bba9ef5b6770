"""Mending an index with what is still sound."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from index.base import Base
from index.build import build
from index.build_report import NO_CHANGES
from index.construction import construct
from index.corpus_update import CorpusUpdate
from index.disk import writing_to
from index.doctor.examination import is_sound
from index.doctor.finding import Finding, State
from index.embedders import Embedder, load_embedder
from index.embedding import embedding_digest
from index.errors import IndexDamaged, IndexMismatch, IndexNotFound
from index.generation import Generation, building, current, kept
from index.history import restore
from index.journal import VectorJournal
from index.lock import build_lock
from index.manifest import FileDigest, IndexManifest
from index.meter import Meter, Notify
from index.settings import IndexSettings
from index.staged_corpus import StagedCorpus
from index.stores.content import ContentStore
from index.stores.vectors import VectorStore

_BATCH = 256  # passages


def repair(
    index_dir: Path,
    findings: tuple[Finding, ...],
    settings: IndexSettings,
    *,
    embedder: Embedder | None = None,
    progress: Notify | None = None,
) -> str:
    """Mend what `examine` found, and return in one sentence what was done.

    Where the content is sound, vectors and words are derived from it, and sound vectors are kept.
    Else the newest sound generation is published again and brought to the state of the sources;
    where there is none, everything is read again.

    Raises what `build` raises.
    """
    with writing_to(index_dir), build_lock(index_dir), building(index_dir):
        pass  # which removes what interrupted builds left
    if all(finding.state is not State.DAMAGED for finding in findings):
        return "Nothing was damaged."
    model = embedder or load_embedder(settings.embedder)
    salvaged = _with_sound_content(index_dir, settings)
    if salvaged:
        _derive_anew(index_dir, salvaged, settings, model, Meter(progress))
        return "Vectors and words were derived anew from the content, which is sound."
    for older in reversed(kept(index_dir)):
        if is_sound(older):
            with writing_to(index_dir), build_lock(index_dir):
                restore(index_dir, older, settings.history)
            build(index_dir, [], settings, embedder=model, progress=progress)
            return f"Generation {older.folder.name} was sound: it was published again and brought up to date."
    build(index_dir, [], settings, embedder=model, force=True, progress=progress)
    return "No generation was sound: everything was read again from the sources."


def _with_sound_content(index_dir: Path, settings: IndexSettings) -> Generation | None:
    """Return the published generation if its content is the one that was published."""
    try:
        generation = current(index_dir)
        manifest = IndexManifest.load(generation.manifest)
    except (IndexDamaged, IndexMismatch, IndexNotFound):
        return None
    same_cut = manifest.chunker == settings.chunker
    intact = all(_is_intact(generation, manifest, store) for store in ("content", "texts"))
    return generation if same_cut and intact else None


def _is_intact(generation: Generation, manifest: IndexManifest, store: str) -> bool:
    """Tell whether the files of a store, whose names begin with its name, are those of the manifest."""
    files = {name: digest for name, digest in manifest.files.items() if name.startswith(store)}
    paths = {name: generation.folder / name for name in files}
    return all(path.is_file() and FileDigest.of(path) == files[name] for name, path in paths.items())


def _derive_anew(
    index_dir: Path, salvaged: Generation, settings: IndexSettings, embedder: Embedder, meter: Meter
) -> None:
    with writing_to(index_dir), build_lock(index_dir):
        _keep_vectors(index_dir, salvaged, embedder)

        def change(corpus: StagedCorpus) -> CorpusUpdate:
            corpus.derive_all()
            return CorpusUpdate(NO_CHANGES, differs=True)

        base = Base(anew="the stores disagreed", content=salvaged)
        construct(index_dir, base, change, settings, embedder, meter)


def _keep_vectors(index_dir: Path, generation: Generation, embedder: Embedder) -> None:
    """Put sound vectors where the build looks for those that an unfinished one computed."""
    manifest = IndexManifest.load(generation.manifest)
    maker = (manifest.embedding_model, manifest.embedding_checksum)
    if maker != (embedder.name, embedder.checksum) or not _is_intact(generation, manifest, "vectors"):
        return
    vectors = VectorStore.load(generation.vectors, mapped=True)
    rows = vectors.rows()
    with (
        closing(ContentStore.load(generation.content)) as content,
        closing(VectorJournal.beside(index_dir, embedder)) as journal,
    ):
        for start in range(0, len(rows), _BATCH):
            part = rows[start : start + _BATCH]
            passages = content.passages(part.tolist())
            journal.add([embedding_digest(passage) for passage in passages], vectors.vectors(part))
