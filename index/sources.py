"""Finding the files of a corpus, and naming their statements."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.containers import FileBlob
from index.errors import SourceNotFound
from index.expansion import Stated, expand
from index.readers import stem
from index.settings import ReaderSettings
from index.source_file import SourceFile, path_text

__all__ = ["Found", "SourceFile", "find", "new_id", "roots_of"]

_ABOUT_THE_FOLDER = {"readme", "license", "licence", "copying", "notice"}


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources hold.

    `skipped` are files that are no statements by their place or name: hidden files, links, a README
    or a licence inside a folder. `unreadable` maps what cannot be looked at (folders, files, archives,
    members, rows) to the reason.
    """

    files: tuple[SourceFile, ...]
    skipped: tuple[str, ...]
    unreadable: dict[str, str]


def roots_of(paths: Iterable[Path]) -> list[Path]:
    """Return the absolute paths to remember.

    Raises:
        SourceNotFound: one of them does not exist, or cannot be remembered.
    """
    roots = []
    for path in paths:
        if not path.exists():
            raise SourceNotFound(f"There is nothing at {path}: check the path to your statements.")
        root = path.resolve()
        if str(root) != path_text(root):
            raise SourceNotFound(f"The name of {path_text(root)} is not text: rename it.")
        roots.append(root)
    return roots


def find(roots: Sequence[Path], exclude: Path, settings: ReaderSettings | None = None) -> Found:
    """Return the documents under `roots` in the order of their paths, each once, without those in `exclude`.

    Archives and manifests are looked into. A root that is gone holds no files. A root that is itself
    a file counts whatever its name.
    """
    search = _Search(exclude, settings or ReaderSettings())
    for root in roots:
        search.root(root)
    return search.found()


class _Search:
    """Gathers what the sources hold."""

    def __init__(self, exclude: Path, settings: ReaderSettings) -> None:
        self._exclude, self._settings = exclude, settings
        self._files: dict[str, SourceFile] = {}
        self._stated: list[Stated] = []
        self._skipped: list[str] = []
        self._unreadable: dict[str, str] = {}

    def root(self, root: Path) -> None:
        """Gather what lies under one source."""
        if root.exists() and not root.is_dir():
            self._file(root, root.parent)
            return
        for path in _walk(root, self._exclude, self._unreadable):
            if path.is_symlink() or _is_no_statement(path):
                self._skipped.append(path_text(path))
            else:
                self._file(path, root)

    def found(self) -> Found:
        """Return it all, with what manifests state about the files that they name."""
        for stated in self._stated:
            if stated.target in self._files:
                self._files[stated.target] = stated.of(self._files[stated.target])
            else:
                reason = f"It names {stated.target}, which is not among the sources: mend the name."
                self._unreadable[stated.row] = reason
        ordered = sorted(self._files.values(), key=lambda file: (file.path.parts, file.inside.split("/")))
        return Found(tuple(ordered), tuple(sorted(set(self._skipped))), self._unreadable)

    def _file(self, path: Path, inside: Path) -> None:
        try:
            file = _source(path, inside)
        except OSError as error:
            self._unreadable[path_text(path)] = _reason(error)
            return
        for part in expand(file, self._settings, self._unreadable.__setitem__):
            if isinstance(part, Stated):
                self._stated.append(part)
            elif part is not file and _is_no_statement(part.relative):
                self._skipped.append(part.key)
            else:
                self._files.setdefault(part.key, part)


def new_id(file: SourceFile, taken: Container[str]) -> str:
    """Return an id for the statement of `file` that is not `taken`.

    It is the relative path without suffix, with hyphens for what is neither letter nor digit. On
    a collision the first six hexadecimal digits of the relative path's SHA-256 follow, and where
    two sources hold the same relative path, those of the absolute path.
    """
    plain = unicodedata.normalize("NFC", path_text(file.relative.parent / stem(file.relative)))
    slug = re.sub(r"[^\w.]+", "-", plain).strip("-.") or "statement"
    candidates = (slug, f"{slug}-{_digits(path_text(file.relative))}", f"{slug}-{_digits(file.key)}")
    return next(candidate for candidate in candidates if candidate not in taken)


def _walk(root: Path, exclude: Path, unreadable: dict[str, str]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        unreadable[path_text(Path(error.filename))] = _reason(error)

    for folder, folders, names in os.walk(root, onerror=note):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and here / name != exclude]
        yield from (here / name for name in names)


def _is_no_statement(path: Path) -> bool:
    return path.name.startswith(".") or stem(path).lower() in _ABOUT_THE_FOLDER or "__MACOSX" in path.parts


def _source(path: Path, root: Path) -> SourceFile:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "It is a pipe, a device or a socket, and no file: remove it from the sources")
    blob = FileBlob(path, status.st_size, status.st_mtime_ns)
    return SourceFile(path, path.relative_to(root), status.st_size, status.st_mtime_ns, blob)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
