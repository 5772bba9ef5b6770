"""Which files that could not be read need not be tried again.

The reason lies in the bytes of a file, in the limits that it was read under, or in the version of the
product; where none of these changed, it would fail again, after as long a time. What failed before is then
reported from the record. Naming the file in `onrecord add`, or `onrecord index --force`, tries it anyway.
"""

from __future__ import annotations

import hashlib

from index.settings import ReaderSettings
from index.stores.database import Database
from index.stores.source_records import SourceRecord
from index.version import product_version


def reading_terms(settings: ReaderSettings) -> str:
    """Return a digest of what reading depends on beside the bytes: limits and version."""
    return hashlib.sha256(f"{product_version()} {settings.model_dump_json()}".encode()).hexdigest()


class FailureTerms:
    """The terms under which the failures that a content store records came about."""

    def __init__(self, database: Database, settings: ReaderSettings) -> None:
        """Take note of the terms of before; of a store that has none, all failures are tried again."""
        self._database = database
        self._now = reading_terms(settings)
        self._max_bytes = settings.max_bytes
        self.changed = [row[0] for row in database.query("SELECT terms FROM failed_under")] != [self._now]

    def would_recur(self, record: SourceRecord) -> bool:
        """Tell whether this failure would come again as long as the file stays as it is.

        Bytes that could not even be fetched leave no digest: a right or a disk may have been mended.
        """
        fetched = record.sha256 is not None or record.size > self._max_bytes
        return not self.changed and fetched

    def remember(self, *, all_tried: bool) -> None:
        """Note the terms of this update; new ones hold for all failures only where `all_tried` were tried."""
        if not self.changed:
            return
        self._database.execute("DELETE FROM failed_under")
        if all_tried:
            self._database.execute("INSERT INTO failed_under VALUES (?)", (self._now,))
