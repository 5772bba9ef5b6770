"""Bringing the content store to the state of its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from index.build_report import CorpusChanges, Duplicate, Failure
from index.chunker import Chunker
from index.derivation import embedding_digest
from index.errors import EmptyFile, ReadError
from index.ingest import read_statement
from index.manifest import FileDigest
from index.settings import IndexSettings
from index.sources import Found, SourceFile, new_id
from index.stores.catalogue import Catalogue
from index.stores.content_writer import ContentWriter
from index.stores.source_records import (
    SourceRecord,
    holder,
    owners,
    recorded_roots,
    recorded_sources,
)


@dataclass(frozen=True, slots=True)
class CorpusUpdate:
    """The outcome of an update.

    `replaced` maps the digest of the embedding text of each passage that was removed to its row
    in the generation before: a new passage with the same embedding text has the same vector.
    `differs` tells whether anything changed that the next build, or a search, could notice.
    """

    changes: CorpusChanges
    replaced: dict[bytes, int]
    differs: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which files to read, which notes to drop, and, by path, which statements to remove first."""

    to_read: list[SourceFile]
    gone: list[str]
    stale: dict[str, str]


def update_corpus(
    writer: ContentWriter,
    found: Found,
    roots: Iterable[Path],
    settings: IndexSettings,
    notify: Callable[[int, int], None],
) -> CorpusUpdate:
    """Add, replace and remove statements until the store holds what `found` holds.

    `notify` receives how many of the files to read are done, and their number.
    """
    database = writer.store.database
    before = recorded_sources(database)
    places = sorted(map(str, roots))
    moved = places != recorded_roots(database)
    writer.set_roots(places)

    plan = _plan(found, before, owners(database))
    replaced: dict[bytes, int] = {}
    for statement_id in plan.stale.values():
        for row, passage in writer.store.passages_of(statement_id):
            replaced[embedding_digest(passage)] = row
        writer.remove(statement_id)
    for path in plan.gone:
        writer.forget(path)

    added = _read_all(writer, plan, settings, notify)
    after = recorded_sources(database)
    removed = set(plan.stale.values())
    changes = CorpusChanges(
        added=tuple(sorted(added - removed)),
        changed=tuple(sorted(added & removed)),
        removed=tuple(sorted(removed - added)),
        unchanged=len(found.files) - len(plan.to_read),
        failed=_failures(after, found),
        duplicates=_duplicates(after, owners(database)),
        skipped=found.skipped,
        lost=tuple(place for place in places if not Path(place).exists()),
    )
    differs = moved or bool(added or removed) or _outcomes(before) != _outcomes(after)
    return CorpusUpdate(changes, replaced, differs)


def _plan(found: Found, known: dict[str, SourceRecord], owned: dict[str, str]) -> _Plan:
    files = {file.key: file for file in found.files}
    gone = [path for path in known if path not in files]
    unread = {key for key, file in files.items() if not _is_unchanged(file, known.get(key))}
    stale = {path: owned[path] for path in (*gone, *sorted(unread)) if path in owned}
    # A duplicate of a statement that goes must now stand for itself.
    dissolved = set(stale.values())
    unread |= {key for key in files if key in known and known[key].statement_id in dissolved}
    return _Plan([file for key, file in files.items() if key in unread], gone, stale)


def _is_unchanged(file: SourceFile, record: SourceRecord | None) -> bool:
    if record is None or record.error is not None:
        return False
    if (file.size, file.mtime_ns) == (record.size, record.mtime_ns):
        return True
    return file.size == record.size and _digest(file) == record.sha256


def _digest(file: SourceFile) -> str | None:
    try:
        return FileDigest.of(file.path).sha256
    except OSError:
        return None  # the reader will meet the same error, and name it


def _read_all(
    writer: ContentWriter, plan: _Plan, settings: IndexSettings, notify: Callable[[int, int], None]
) -> set[str]:
    """Read the files of the plan in their order; return the ids of the statements that they gave."""
    chunker = Chunker(settings.chunker)
    taken = {*Catalogue(writer.store.database).statement_ids(), *plan.stale.values()}
    added = set()
    for done, file in enumerate(plan.to_read):
        notify(done, len(plan.to_read))
        statement_id = plan.stale.get(file.key) or new_id(file, taken)
        record = _read(writer, file, statement_id, chunker, settings)
        writer.record(record)
        if record.statement_id == statement_id:
            taken.add(statement_id)
            added.add(statement_id)
    notify(len(plan.to_read), len(plan.to_read))
    return added


def _read(
    writer: ContentWriter, file: SourceFile, statement_id: str, chunker: Chunker, settings: IndexSettings
) -> SourceRecord:
    digest = _digest(file) if file.size <= settings.reader.max_bytes else None

    def record(held_by: str | None, error: str | None = None) -> SourceRecord:
        return SourceRecord(file.key, digest, file.size, file.mtime_ns, held_by, error)

    try:
        statement = read_statement(file, statement_id, settings.reader)
        twin = holder(writer.store.database, statement.sha256)
        if twin:
            return record(twin)
        passages = chunker.chunk(statement)
        if not passages:
            raise EmptyFile(f"{file.path.name} holds nothing that anybody says: remove it from the sources.")
    except ReadError as error:
        return record(None, str(error))
    writer.add(statement, passages)
    return record(statement_id)


def _outcomes(records: dict[str, SourceRecord]) -> dict[str, tuple[str | None, str | None]]:
    return {path: (record.statement_id, record.error) for path, record in records.items()}


def _failures(records: dict[str, SourceRecord], found: Found) -> tuple[Failure, ...]:
    reasons = {path: record.error for path, record in records.items() if record.error}
    return tuple(Failure(path, reason) for path, reason in sorted((reasons | found.unreadable).items()))


def _duplicates(records: dict[str, SourceRecord], owned: dict[str, str]) -> tuple[Duplicate, ...]:
    return tuple(
        Duplicate(path, record.statement_id)
        for path, record in records.items()
        if record.statement_id and path not in owned
    )
