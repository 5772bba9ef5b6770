"""Reading an uploaded file before it is taken in, so that its owner learns at once what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.errors import ReadError
from index.ingest import RawDocument
from index.isolation import Isolation
from index.settings import ReaderSettings
from index.source_file import SourceFile
from index.sources import find
from ui.errors import UploadRefused


def try_reading(folder: Path, name: str, isolation: Isolation, settings: ReaderSettings) -> None:
    """Read the file `name`, alone in its `folder`, as a build would.

    Of an archive one document that can be read is enough: the build tells of the others.

    Raises:
        UploadRefused: it cannot become a statement; the message, to be read after its name, says why.
    """
    found = find([folder], folder, settings)
    if str(folder / name) in found.skipped:
        raise UploadRefused("has a name that files about a folder have, and would be passed over: rename it.")
    reasons = list(_reasons(found.files, isolation, settings))
    if None in reasons:
        return
    reason = next(iter([*reasons, *found.unreadable.values()]), None) or "holds no document: leave it out."
    raise UploadRefused(reason.removeprefix(name).lstrip())


def _reasons(
    files: tuple[SourceFile, ...], isolation: Isolation, settings: ReaderSettings
) -> Iterator[str | None]:
    """Yield why each file cannot be read, until one can: that is None."""
    for file in files:
        try:
            ingested = isolation.ingest(RawDocument.of(file, "trial", settings))
        except ReadError as error:
            yield str(error)
            continue
        if ingested.passages:
            yield None
            return
        yield f"{file.name} holds nothing that anybody says: leave it out."
