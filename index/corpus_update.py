"""Bringing the content store to the state of its sources."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.build_report import CorpusChanges, Failure
from index.changes import moves, outcomes
from index.errors import EmptyFile, ReadError
from index.failures import FailureTerms
from index.ingest import RawDocument
from index.isolation import Isolation
from index.settings import IndexSettings
from index.sources import Found, SourceFile, new_id
from index.staged_corpus import StagedCorpus
from index.stores.catalogue import Catalogue
from index.stores.source_records import (
    SourceRecord,
    digests,
    holder,
    owners,
    recorded_roots,
    recorded_sources,
)

_TICK_NS = 2 * 10**9  # the coarsest clock of a file system that is in use


@dataclass(frozen=True, slots=True)
class CorpusUpdate:
    """The outcome of an update.

    `differs` tells whether anything changed that the next build, or a search, could notice.
    """

    changes: CorpusChanges
    differs: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """What an update looks at.

    `roots` are the sources to remember. A `partial` update looks at the files found alone, leaves
    all others as they are, and takes back in what was withdrawn among them.
    """

    found: Found
    roots: Sequence[Path]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which files to read, which notes to drop, and, by path, which statements to remove first.

    A new file whose bytes are among the `unwanted` digests was withdrawn under another path. `failing`
    counts the files that are not read because they would fail as they did before.
    """

    to_read: list[SourceFile]
    gone: list[str]
    stale: dict[str, str]
    unwanted: frozenset[str]
    failing: int


def update_corpus(
    corpus: StagedCorpus, scope: Scope, settings: IndexSettings, notify: Callable[[int, int], None]
) -> CorpusUpdate:
    """Add, replace and remove statements until the store holds what the sources hold.

    `notify` receives how many of the files to read are done, and their number.
    """
    database = corpus.database
    before = recorded_sources(database)
    places = sorted(map(str, scope.roots))
    moved = places != recorded_roots(database)
    corpus.writer.set_roots(places)

    terms = FailureTerms(database, settings.reader)
    plan = _plan(scope, before, owners(database), terms)
    removed = digests(database, plan.stale.values())
    for statement_id in removed:
        corpus.remove(statement_id)
    for path in plan.gone:
        corpus.writer.forget(path)
    with closing(Isolation(settings)) as isolation:
        added_ids, notes = _read_all(corpus, plan, isolation, settings, notify)
    added = digests(database, added_ids)
    terms.remember(all_tried=not scope.partial)

    after = recorded_sources(database)
    looked_at = {file.key for file in scope.found.files} if scope.partial else after.keys()
    changes = CorpusChanges(
        added=tuple(sorted(added.keys() - removed)),
        changed=tuple(sorted(added.keys() & removed)),
        removed=tuple(sorted(removed.keys() - added)),
        moved=moves(removed, added),
        unchanged=len(scope.found.files) - len(plan.to_read) - plan.failing,
        lost=tuple(place for place in places if not Path(place).exists()),
        incomplete=tuple(Failure(path, note) for path, note in sorted(notes.items())),
        **outcomes({path: after[path] for path in looked_at}, owners(database), scope.found),
    )
    differs = moved or bool(added or removed) or _noted(before) != _noted(after)
    differs |= terms.changed and bool(changes.failed)
    return CorpusUpdate(changes, differs)


def _noted(records: dict[str, SourceRecord]) -> dict[str, tuple[str | None, str | None]]:
    return {path: (record.statement_id, record.error) for path, record in records.items()}


def _plan(scope: Scope, known: dict[str, SourceRecord], owned: dict[str, str], terms: FailureTerms) -> _Plan:
    files = {file.key: file for file in scope.found.files}
    elsewhere = [path for path, record in known.items() if path not in files and not record.withdrawn]
    unread = {
        key
        for key, file in files.items()
        if not _is_settled(file, known.get(key), terms, recalled=scope.partial)
    }
    left = [] if scope.partial else elsewhere
    stale = {path: owned[path] for path in (*left, *sorted(unread)) if path in owned}
    # A duplicate of a statement that goes must now stand for itself: at once, or at the next full build.
    dissolved = set(stale.values())
    unread |= {key for key in files if key in known and known[key].statement_id in dissolved}
    gone = [path for path in elsewhere if path in left or known[path].statement_id in dissolved]
    unwanted = frozenset(record.sha256 for record in known.values() if record.withdrawn and record.sha256)
    to_read = [file for key, file in files.items() if key in unread]
    failing = sum(key not in unread and known[key].error is not None for key in files)
    return _Plan(to_read, gone, stale, frozenset() if scope.partial else unwanted, failing)


def _is_settled(
    file: SourceFile, record: SourceRecord | None, terms: FailureTerms, *, recalled: bool
) -> bool:
    """Tell whether a file need not be read: it is as it was, or withdrawn.

    What was withdrawn, or failed, is read nevertheless where it is `recalled`, that is, named anew.
    """
    if record is None:
        return False
    if record.withdrawn:
        return not recalled
    if record.error is not None and (recalled or not terms.would_recur(record)):
        return False
    if (file.size, file.mtime_ns) == (record.size, record.mtime_ns):
        return True
    return file.size == record.size and record.sha256 is not None and _digest(file) == record.sha256


def _digest(file: SourceFile) -> str | None:
    try:
        return file.digest()
    except ReadError:
        return None  # the reader will meet the same error, and name it


def _read_all(
    corpus: StagedCorpus,
    plan: _Plan,
    isolation: Isolation,
    settings: IndexSettings,
    notify: Callable[[int, int], None],
) -> tuple[set[str], dict[str, str]]:
    """Read the files of the plan in their order.

    Return the ids of the statements that they gave, and, by path, what of a file is missing in its statement.
    """
    taken = {*Catalogue(corpus.database).statement_ids(), *plan.stale.values()}
    added = set()
    notes: dict[str, str] = {}
    for done, file in enumerate(plan.to_read):
        notify(done, len(plan.to_read))
        statement_id = plan.stale.get(file.key) or new_id(file, taken)
        record, note = _read(corpus, file, statement_id, isolation, settings, plan.unwanted)
        corpus.writer.record(record)
        if record.statement_id == statement_id:
            taken.add(statement_id)
            added.add(statement_id)
        if note:
            notes[file.key] = note
    notify(len(plan.to_read), len(plan.to_read))
    return added, notes


def _read(
    corpus: StagedCorpus,
    file: SourceFile,
    statement_id: str,
    isolation: Isolation,
    settings: IndexSettings,
    unwanted: frozenset[str],
) -> tuple[SourceRecord, str]:
    """Add what a file holds to the corpus; return what became of it, and the note on what is missing."""
    digest = _digest(file) if file.size <= settings.reader.max_bytes else None

    def record(held_by: str | None, error: str | None = None) -> SourceRecord:
        return SourceRecord(file.key, digest, file.size, _told_apart(file.mtime_ns), held_by, error)

    if digest in unwanted:
        return record(None), ""
    try:
        ingested = isolation.ingest(RawDocument.of(file, statement_id, settings.reader))
        twin = holder(corpus.database, ingested.statement.sha256)
        if twin:
            return record(twin), ingested.note
        if not ingested.passages:
            raise EmptyFile(f"{file.name} holds nothing that anybody says: remove it from the sources.")
    except ReadError as error:
        return record(None, str(error)), ""
    corpus.add(ingested.statement, ingested.passages)
    return record(statement_id), ingested.note


def _told_apart(mtime_ns: int) -> int:
    """Return the time to remember for a file that is read now.

    A file that changed a moment ago may change again within the same tick of its clock, and a clock
    that was set back may show a time for the second time. Of such a file 0 is remembered, so that the
    next build compares its bytes.
    """
    return mtime_ns if mtime_ns < time.time_ns() - _TICK_NS else 0
