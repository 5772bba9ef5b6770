"""What lies inside the archives and manifests among the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from index.containers import CONTAINERS, Description, Refused
from index.errors import ReadError, UnsafeFile
from index.metadata import Metadata
from index.readers import stem, suffix
from index.settings import ReaderSettings
from index.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row says about a file: the keys of both, and when the row was last changed."""

    row: str
    target: str
    metadata: Metadata
    mtime_ns: int

    def of(self, file: SourceFile) -> SourceFile:
        """Return `file` with what is stated about it."""
        changed = max(file.mtime_ns, self.mtime_ns)
        return replace(file, metadata=self.metadata.over(file.metadata), mtime_ns=changed)


def expand(
    file: SourceFile, settings: ReaderSettings, refuse: Callable[[str, str], None]
) -> Iterator[SourceFile | Stated]:
    """Yield the documents in `file`, which is one itself if it is no container.

    `refuse` receives the key of what cannot be read, and the reason. Archives within archives are
    opened down to `settings.max_depth`.
    """
    return _expanded(file, settings, refuse, settings.max_depth)


def _expanded(
    file: SourceFile, settings: ReaderSettings, refuse: Callable[[str, str], None], depth: int
) -> Iterator[SourceFile | Stated]:
    container = CONTAINERS.get(suffix(file.relative))
    if container is None:
        yield file
        return
    try:
        if file.size > settings.max_container_bytes:
            raise UnsafeFile(
                f"{file.name} is larger than {settings.max_container_bytes} bytes: split it, "
                "or raise the reader's max_container_bytes."
            )
        if depth == 0:
            raise UnsafeFile(f"{file.name} lies too deep within archives: unpack it, or raise max_depth.")
        for member in container.members(file.blob, file.name, settings):
            if isinstance(member, Refused):
                refuse(f"{file.key}/{member.name}", member.reason)
            elif isinstance(member, Description):
                beside = PurePosixPath(file.key).parent / member.target
                yield Stated(f"{file.key}/{member.name}", str(beside), member.metadata, file.mtime_ns)
            else:
                inside = SourceFile(
                    path=file.path,
                    relative=file.relative.with_name(stem(file.relative)) / member.name,
                    size=member.blob.size,
                    mtime_ns=file.mtime_ns,
                    blob=member.blob,
                    inside=f"{file.inside}/{member.name}",
                )
                yield from _expanded(inside, settings, refuse, depth - 1)
    except ReadError as error:
        refuse(file.key, str(error))
