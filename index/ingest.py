"""From a file to a statement."""

from __future__ import annotations

import hashlib

from index.readers import reader_for
from index.settings import ReaderSettings
from index.sources import SourceFile
from index.statement import Statement
from index.transcript.parse import parse


def read_statement(file: SourceFile, statement_id: str, settings: ReaderSettings) -> Statement:
    """Read and parse a file.

    Raises:
        ReadError: the file cannot become a statement; its subclasses tell why.
    """
    transcript = parse(reader_for(file.path).read(file.path, settings), file.path.name)
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
    )
