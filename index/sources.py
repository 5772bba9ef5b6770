"""Finding the files of a corpus, and naming their statements."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceNotFound
from index.readers import stem

_ABOUT_THE_FOLDER = {"readme", "license", "licence", "copying", "notice"}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. `relative` is its path inside the source that it was found in.

    `size` is in bytes, `mtime_ns` the time of its last change in nanoseconds.
    """

    path: Path
    relative: Path
    size: int
    mtime_ns: int

    @property
    def key(self) -> str:
        """The absolute path as text that can be stored and printed, whatever bytes the name holds."""
        return _text(self.path)


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources hold.

    `skipped` are files that are no statements by their place or name: hidden files, links that
    lead out of the source, a README or a licence inside a folder. `unreadable` maps folders and
    files that cannot be looked at to the reason.
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
        if str(root) != _text(root):
            raise SourceNotFound(f"The name of {_text(root)} is not text: rename it.")
        roots.append(root)
    return roots


def find(roots: Sequence[Path], exclude: Path) -> Found:
    """Return the files under `roots` in the order of their paths, each once, without those in `exclude`.

    A root that is gone holds no files. A root that is itself a file counts whatever its name.
    """
    files: dict[Path, SourceFile] = {}
    skipped: list[str] = []
    unreadable: dict[str, str] = {}
    for root in roots:
        inside = root.parent if root.is_file() else root
        for path in [root] if root.is_file() else _walk(root, exclude, unreadable):
            if path != root and _is_skipped(path, root):
                skipped.append(_text(path))
            else:
                try:
                    files.setdefault(path, _source(path, inside))
                except OSError as error:
                    unreadable[_text(path)] = _reason(error)
    ordered = sorted(files.values(), key=lambda file: file.path.parts)
    return Found(tuple(ordered), tuple(sorted(skipped)), unreadable)


def new_id(file: SourceFile, taken: Container[str]) -> str:
    """Return an id for the statement of `file` that is not `taken`.

    It is the relative path without suffix, with hyphens for what is neither letter nor digit. On
    a collision the first six hexadecimal digits of the relative path's SHA-256 follow, and where
    two sources hold the same relative path, those of the absolute path.
    """
    plain = unicodedata.normalize("NFC", _text(file.relative.parent / stem(file.relative)))
    slug = re.sub(r"[^\w.]+", "-", plain).strip("-.") or "statement"
    candidates = (slug, f"{slug}-{_digits(_text(file.relative))}", f"{slug}-{_digits(file.key)}")
    return next(candidate for candidate in candidates if candidate not in taken)


def _walk(root: Path, exclude: Path, unreadable: dict[str, str]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        unreadable[_text(Path(error.filename))] = _reason(error)

    for folder, folders, names in os.walk(root, onerror=note):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and here / name != exclude]
        yield from (here / name for name in names)


def _is_skipped(path: Path, root: Path) -> bool:
    if path.name.startswith(".") or stem(path).lower() in _ABOUT_THE_FOLDER:
        return True
    target = path.resolve()
    return not (target.is_file() and target.is_relative_to(root))


def _source(path: Path, root: Path) -> SourceFile:
    status = path.stat()
    return SourceFile(path, path.relative_to(root), status.st_size, status.st_mtime_ns)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _text(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", errors="backslashreplace")


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
