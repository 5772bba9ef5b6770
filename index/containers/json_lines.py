"""JSON Lines: one document, or one description of a file, a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from index.containers.blob import Blob
from index.containers.container import Description, Member, Refused
from index.containers.rows import Rows, SliceBlob, not_a_row
from index.errors import UnsafeFile
from index.settings import ReaderSettings

_BOM = b"\xef\xbb\xbf"


class JsonLinesContainer:
    """Lists the lines of a manifest, each of which the reader of `.json` can read."""

    def members(
        self, blob: Blob, name: str, settings: ReaderSettings
    ) -> Iterator[Member | Description | Refused]:
        """Yield the rows; see `Container.members`."""
        rows, start, number = Rows(), 0, 0
        with blob.opened() as file:
            while line := file.readline(settings.max_bytes + 1):
                number += 1
                if len(line) > settings.max_bytes:
                    raise UnsafeFile(
                        f"{name} has more than {settings.max_bytes} bytes in row {number}: split it, "
                        "or raise the reader's max_bytes."
                    )
                if line.strip():
                    yield _row(rows, number, line, SliceBlob(blob, start, len(line)))
                start += len(line)


def _row(rows: Rows, number: int, line: bytes, blob: SliceBlob) -> Member | Description | Refused:
    try:
        values = json.loads(line.removeprefix(_BOM))
    except (ValueError, RecursionError):
        return not_a_row(number, "is not a JSON object in UTF-8")
    if not isinstance(values, dict):
        return not_a_row(number, "is not a JSON object")
    return rows.read(number, values, blob)
