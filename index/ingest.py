"""From the bytes of a file to a statement and its passages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from index.chunker import Chunker
from index.containers import contents
from index.errors import FileTooLarge
from index.metadata import NOTHING_STATED, Metadata
from index.passage import Passage
from index.readers import reader_for
from index.sentences import sentences
from index.settings import IndexSettings, ReaderSettings
from index.source_file import SourceFile
from index.statement import Statement
from index.tokens import count_tokens
from index.transcript.parse import parse


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as it is read: its bytes, and what is known of it beside them.

    `name` is shown in messages, `source` is the path to remember, `statement_id` the id to give.
    """

    data: bytes
    name: str
    source: str
    statement_id: str
    metadata: Metadata = NOTHING_STATED

    @classmethod
    def of(cls, file: SourceFile, statement_id: str, settings: ReaderSettings) -> RawDocument:
        """Fetch the bytes of `file`.

        Raises:
            ReadError: they cannot be read, or are too many.
        """
        data = contents(file.blob, file.name, settings.max_bytes)
        return cls(data, file.name, file.key, statement_id, file.metadata)


@dataclass(frozen=True, slots=True)
class Ingested:
    """What becomes of a file; `note` tells what of it is missing in the statement, "" if nothing is."""

    statement: Statement
    passages: tuple[Passage, ...]
    note: str


def ingest(raw: RawDocument, settings: IndexSettings) -> Ingested:
    """Read, parse and chunk a document, without limits of time and memory: see `index.isolation`.

    Raises:
        ReadError: it cannot become a statement; its subclasses tell why.
    """
    statement, note = _read(raw, settings.reader)
    return Ingested(statement, tuple(Chunker(settings.chunker).chunk(statement)), note)


def warm_up() -> None:
    """Load what every document needs, so that it counts towards the limits of none."""
    count_tokens("")
    list(sentences("One. Two."))


def read_statement(file: SourceFile, statement_id: str, settings: ReaderSettings) -> Statement:
    """Read and parse a single file in this process; raises what `ingest` raises."""
    return _read(RawDocument.of(file, statement_id, settings), settings)[0]


def _read(raw: RawDocument, settings: ReaderSettings) -> tuple[Statement, str]:
    """Return the statement, and the note on what of the file it lacks."""
    document = reader_for(PurePath(raw.name)).read(raw.data, raw.name, settings)
    if len(document.text) > settings.max_characters:
        raise FileTooLarge(
            f"{raw.name} holds {len(document.text):,} characters of text: split it, "
            "or raise the reader's max_characters."
        )
    transcript = parse(
        document.text,
        raw.name,
        stated=raw.metadata.over(document.metadata),
        turns=document.turns,
        pages=document.pages,
    )
    statement = Statement(
        id=raw.statement_id,
        title=transcript.title,
        kind=transcript.kind,
        date=transcript.date,
        place=transcript.place,
        source=raw.source,
        source_url=transcript.source_url,
        language=transcript.language,
        text=transcript.text,
        turns=transcript.turns,
        sha256=hashlib.sha256(transcript.text.encode()).hexdigest(),
        pages=transcript.pages,
    )
    return statement, " ".join(document.notes)
