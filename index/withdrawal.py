"""Taking statements out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.build_report import NO_CHANGES
from index.corpus_update import CorpusUpdate
from index.errors import UnknownStatement
from index.staged_corpus import StagedCorpus
from index.stores.catalogue import Catalogue
from index.stores.source_records import SourceRecord, recorded_roots, recorded_sources


def withdraw(corpus: StagedCorpus, statement_ids: Sequence[str]) -> CorpusUpdate:
    """Remove statements, and note of each file with their text that it stays out.

    A file that is itself a source is a source no longer.

    Raises:
        UnknownStatement: an id is not known.
    """
    known = set(Catalogue(corpus.database).statement_ids())
    wanted = dict.fromkeys(statement_ids)
    for statement_id in wanted:
        if statement_id not in known:
            raise UnknownStatement(
                f"No statement has the id {statement_id!r}, and nothing was removed: "
                "`onrecord info --statements` lists them all."
            )
        corpus.remove(statement_id)
    records = recorded_sources(corpus.database)
    taken_out = [record for record in records.values() if record.statement_id in wanted]
    put_back(corpus, (replace(record, statement_id=None) for record in taken_out))
    files = {record.path for record in taken_out}
    corpus.writer.set_roots(root for root in recorded_roots(corpus.database) if root not in files)
    changes = replace(
        NO_CHANGES,
        removed=tuple(sorted(wanted)),
        unchanged=len(records) - len(taken_out),
        withdrawn=tuple(sorted(files)),
    )
    return CorpusUpdate(changes, differs=True)


def put_back(corpus: StagedCorpus, records: Iterable[SourceRecord]) -> None:
    """Note again what was noted about files."""
    for record in records:
        corpus.writer.record(record)
