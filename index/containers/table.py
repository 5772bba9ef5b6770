"""CSV and TSV: one document, or one description of a file, a row; the first row names the columns."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from index.containers.blob import Blob
from index.containers.container import Description, Member, Refused
from index.containers.rows import FILE_KEYS, Rows, SliceBlob, not_a_row
from index.errors import DamagedFile, InvalidMetadata, UnsafeFile
from index.settings import ReaderSettings

_LONGEST_HEAD = 2**16  # bytes of the first line that are looked at
_TEXT_KEYS = ("text", *FILE_KEYS)


@dataclass(frozen=True, slots=True)
class _RowBlob:
    """A row as the JSON object that it stands for."""

    row: SliceBlob
    columns: tuple[str, ...]
    delimiter: str

    @property
    def size(self) -> int:
        return self.row.size

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        with self.row.opened() as file:
            cells = next(csv.reader([file.read().decode()], delimiter=self.delimiter))
        yield BytesIO(json.dumps(dict(zip(self.columns, cells, strict=False))).encode())


class TableContainer:
    """Lists the rows of a table in UTF-8 whose columns are separated by one of `delimiters`.

    It is the one that stands most often in the first line: where a comma parts whole numbers from decimals,
    spreadsheets write semicolons between columns.
    """

    def __init__(self, delimiters: str) -> None:
        self._delimiters = delimiters

    def members(
        self, blob: Blob, name: str, settings: ReaderSettings
    ) -> Iterator[Member | Description | Refused]:
        """Yield the rows; see `Container.members`."""
        csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
        rows, number = Rows(), 1
        delimiter = self._delimiter(blob)
        with blob.opened() as file:
            lines = _Lines(file, name, settings.max_bytes)
            reader = csv.reader(lines, delimiter=delimiter)
            try:
                columns = tuple(column.strip().casefold() for column in next(reader, []))
                _check(columns, name)
                start = lines.offset
                for cells in reader:
                    number += 1
                    row = SliceBlob(blob, start, lines.offset - start)
                    start = lines.offset
                    if len(cells) > len(columns):
                        yield not_a_row(number, "has more cells than there are columns")
                    elif any(cells):
                        values = dict(zip(columns, cells, strict=False))
                        yield rows.read(number, values, _RowBlob(row, columns, delimiter))
            except (csv.Error, UnicodeDecodeError) as error:
                raise DamagedFile(
                    f"{name} is no table in UTF-8 from row {number + 1} on: save it anew as UTF-8."
                ) from error

    def _delimiter(self, blob: Blob) -> str:
        with blob.opened() as file:
            first = file.readline(_LONGEST_HEAD)
        return max(self._delimiters, key=lambda sign: first.count(sign.encode()))


class _Lines:
    """The lines of a file as text; `offset` counts the bytes that were given out."""

    def __init__(self, file: BinaryIO, name: str, limit: int) -> None:
        self._file, self._name, self._limit = file, name, limit
        self.offset = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._file.readline(self._limit + 1):
            if len(line) > self._limit:
                raise UnsafeFile(f"{self._name} has a line of more than {self._limit} bytes: split it.")
            self.offset += len(line)
            yield line.decode("utf-8-sig" if self.offset == len(line) else "utf-8")


def _check(columns: tuple[str, ...], name: str) -> None:
    if not set(columns) & set(_TEXT_KEYS):
        raise InvalidMetadata(
            f"{name} has no column named text or file: name the columns in its first row, "
            "or keep the table out of the sources."
        )
