"""From a file to a statement."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from types import TracebackType
from typing import Self

from index.containers import contents
from index.errors import FileTooLarge
from index.readers import Document, reader_for
from index.readers.isolation import Isolation
from index.settings import ReaderSettings
from index.source_file import SourceFile
from index.statement import Statement
from index.transcript.parse import parse


class Intake:
    """Reads files, one after the other; close it, or use it in a `with` block.

    `notes` gathers, by the key of a file, what of it is missing in its statement.
    """

    def __init__(self, settings: ReaderSettings) -> None:
        self._settings = settings
        self._isolation = Isolation(settings)
        self.notes: dict[str, str] = {}

    def read(self, file: SourceFile, statement_id: str) -> Statement:
        """Read and parse a file.

        Raises:
            ReadError: the file cannot become a statement; its subclasses tell why.
        """
        document = self._document(file)
        if len(document.text) > self._settings.max_characters:
            raise FileTooLarge(
                f"{file.name} holds {len(document.text):,} characters of text: split it, "
                "or raise the reader's max_characters."
            )
        if document.notes:
            self.notes[file.key] = " ".join(document.notes)
        transcript = parse(
            document.text,
            file.name,
            stated=file.metadata.over(document.metadata),
            turns=document.turns,
            pages=document.pages,
        )
        return Statement(
            id=statement_id,
            title=transcript.title,
            kind=transcript.kind,
            date=transcript.date,
            place=transcript.place,
            source=file.key,
            source_url=transcript.source_url,
            language=transcript.language,
            text=transcript.text,
            turns=transcript.turns,
            sha256=hashlib.sha256(transcript.text.encode()).hexdigest(),
            pages=transcript.pages,
        )

    def close(self) -> None:
        """End the process that reads what libraries could be led astray by."""
        self._isolation.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _document(self, file: SourceFile) -> Document:
        reader = reader_for(PurePath(file.name))
        data = contents(file.blob, file.name, self._settings.max_bytes)
        if reader.isolated:
            return self._isolation.read(data, file.name)
        return reader.read(data, file.name, self._settings)


def read_statement(file: SourceFile, statement_id: str, settings: ReaderSettings) -> Statement:
    """Read and parse a single file; raises what `Intake.read` raises."""
    with Intake(settings) as intake:
        return intake.read(file, statement_id)
