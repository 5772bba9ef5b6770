"""Building an index, and changing what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.base import Base, find_base
from index.build_report import BuildReport
from index.construction import Change, construct
from index.corpus_update import CorpusUpdate, Scope, update_corpus
from index.disk import writing_to
from index.embedders import Embedder, load_embedder
from index.errors import IndexMismatch, SourceNotFound
from index.generation import current
from index.lock import build_lock
from index.meter import Meter, Notify
from index.settings import IndexSettings
from index.sources import find, roots_of
from index.staged_corpus import StagedCorpus
from index.withdrawal import put_back, withdraw


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
    until the new one is complete; where nothing changed, it stays. What `remove` took out stays out.

    Raises:
        SourceNotFound: a path does not exist, or no file at all gives a statement.
        IndexBusy: another process is writing this index.
        IndexNotWritable: the folder cannot be written, or the disk is full (`DiskFull`).
        IndexDamaged: the index to start from is damaged; `force` does without it.
        ModelUnavailable: the embedding model cannot be loaded.
    """
    given = roots_of(paths)
    model = embedder or load_embedder(settings.embedder)
    meter = Meter(progress)
    with _writing(index_dir):
        base = find_base(index_dir, settings, model, force=force)
        change = _following(index_dir, base, _all_roots(base, given), settings, meter)
        return construct(index_dir, base, change, settings, model, meter)


def add(
    index_dir: Path,
    paths: Sequence[Path],
    settings: IndexSettings,
    *,
    embedder: Embedder | None = None,
    progress: Notify | None = None,
) -> BuildReport:
    """Add files or folders to the index, without a look at its other sources.

    From then on they are sources like all others. What was taken out before is taken in again.
    Raises what `build` raises.
    """
    given = roots_of(paths)
    model = embedder or load_embedder(settings.embedder)
    meter = Meter(progress)
    with _writing(index_dir):
        base = find_base(index_dir, settings, model, partial=True)
        only = given if base.generation else None
        change = _following(index_dir, base, _all_roots(base, given), settings, meter, only=only)
        return construct(index_dir, base, change, settings, model, meter, partial=only is not None)


def remove(
    index_dir: Path,
    statement_ids: Sequence[str],
    settings: IndexSettings,
    *,
    embedder: Embedder | None = None,
    progress: Notify | None = None,
) -> BuildReport:
    """Take statements out of the index; their files stay where they are, and out of later builds.

    Raises:
        UnknownStatement: an id is not known; then nothing is removed.
        IndexNotFound: there is no index.
        IndexMismatch: the index must first be built anew, for its schema, model or settings changed.

    Else raises what `build` raises.
    """
    current(index_dir)
    model = embedder or load_embedder(settings.embedder)
    with _writing(index_dir):
        base = find_base(index_dir, settings, model, partial=True)
        if base.generation is None:
            raise IndexMismatch(f"The index must be built anew first ({base.anew}): run `onrecord index`.")

        def change(corpus: StagedCorpus) -> CorpusUpdate:
            return withdraw(corpus, statement_ids)

        return construct(index_dir, base, change, settings, model, Meter(progress), partial=True)


@contextmanager
def _writing(index_dir: Path) -> Iterator[None]:
    with writing_to(index_dir), build_lock(index_dir):
        yield


def _all_roots(base: Base, given: Sequence[Path]) -> list[Path]:
    """Return the sources of before and those that are given now.

    Raises:
        SourceNotFound: there are none.
    """
    roots = list(dict.fromkeys([*base.roots, *given]))
    if not roots and base.anew:
        raise SourceNotFound(
            "The damaged index no longer knows its sources: name them, as in `onrecord index --force PATHS`."
        )
    if not roots:
        raise SourceNotFound("There is nothing to index: name your statements, as in `onrecord index PATHS`.")
    return roots


def _following(
    index_dir: Path,
    base: Base,
    roots: Sequence[Path],
    settings: IndexSettings,
    meter: Meter,
    *,
    only: Sequence[Path] | None = None,
) -> Change:
    """Return what brings a corpus to the state of `roots`, or takes up what is in `only` and no more."""

    def change(corpus: StagedCorpus) -> CorpusUpdate:
        if base.generation is None:
            put_back(corpus, base.withdrawn)
        found = find(only or roots, index_dir.resolve(), settings.reader)
        return update_corpus(corpus, Scope(found, roots, partial=only is not None), settings, meter.files)

    return change
