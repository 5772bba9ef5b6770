"""A row of a manifest: a document of its own, or what is stated about a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from index.cleaning import single_line
from index.containers.blob import Blob
from index.containers.container import Description, Member, Refused
from index.containers.names import safe_name
from index.errors import InvalidMetadata, ReadError, UnsafeFile
from index.metadata import Metadata

FILE_KEYS = ("file", "path")


@dataclass(frozen=True, slots=True)
class SliceBlob:
    """A stretch of other bytes, from `start`."""

    whole: Blob
    start: int
    size: int

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open the stretch."""
        with self.whole.opened() as file:
            file.seek(self.start)
            data = file.read(self.size)
        yield BytesIO(data)


class Rows:
    """Names the rows of one manifest, and tells what each of them is.

    A row is named by its `id`, so that it stays the same statement wherever it stands; without one,
    by its number.
    """

    def __init__(self) -> None:
        self._names: set[str] = set()

    def read(self, number: int, values: Mapping[str, Any], blob: Blob) -> Member | Description | Refused:
        """Return what row `number`, counted from 1, is; `blob` holds it as a document in itself."""
        given = next((values[key] for key in values if str(key).strip().casefold() == "id"), None)
        name = f"row-{number}"
        try:
            if given not in (None, ""):
                name = safe_name(str(given))
            if name in self._names:
                raise UnsafeFile(f"Row {number} has the id {name!r} of another row: give it one of its own.")
            self._names.add(name)
            target = next((values[key] for key in FILE_KEYS if values.get(key)), None)
            if target is None:
                return Member(f"{name}.json", blob)
            metadata = Metadata.from_mapping(
                {key: value for key, value in values.items() if key not in FILE_KEYS}, f"Row {number}"
            )
            return Description(name, safe_name(str(target)), metadata)
        except ReadError as error:
            return Refused(single_line(name), str(error))


def not_a_row(number: int, reason: str) -> Refused:
    """Return the refusal of a row that cannot be read at all."""
    return Refused(f"row-{number}", str(InvalidMetadata(f"Row {number} {reason}: mend it.")))
