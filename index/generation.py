"""Where an index lies on disk, and how a new state of it comes to be seen.

    INDEX_DIR/CURRENT                       the name of the published generation
    INDEX_DIR/generations/000001/           manifest.json, content.sqlite, texts/, vectors.faiss, words/
    INDEX_DIR/generations/.building-<pid>   a generation in the making

A generation never changes once it is published. Replacing CURRENT is the publication: before that
moment readers see the old generation, after it the new one, and an interruption leaves the old one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexDamaged, IndexNotFound
from index.manifest import FileDigest
from index.stores.texts import texts_beside

FEWEST_KEPT = 2
"""The published generation, and the one that open readers may still use."""

_MEND = "rebuild it with `onrecord index --force`"


@dataclass(frozen=True, slots=True)
class Generation:
    """The files of one state of an index."""

    folder: Path

    @property
    def manifest(self) -> Path:
        """The manifest."""
        return self.folder / "manifest.json"

    @property
    def content(self) -> Path:
        """The tables of the content store."""
        return self.folder / "content.sqlite"

    @property
    def texts(self) -> Path:
        """The folder of its texts."""
        return texts_beside(self.content)

    @property
    def vectors(self) -> Path:
        """The vector store."""
        return self.folder / "vectors.faiss"

    @property
    def words(self) -> Path:
        """The folder of the word store."""
        return self.folder / "words"

    def digests(self, known: Mapping[Path, FileDigest] | None = None) -> dict[str, FileDigest]:
        """Measure every file but the manifest; locks that Tantivy leaves behind do not count.

        A file that is one of those `known`, under another name, keeps its digest unread: what
        happened to it since it was measured can still be found out.
        """
        before = {_identity(path): digest for path, digest in (known or {}).items()}
        return {
            path.relative_to(self.folder).as_posix(): before.get(_identity(path)) or FileDigest.of(path)
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path != self.manifest and path.suffix != ".lock"
        }


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def current(index_dir: Path) -> Generation:
    """Return the published generation.

    Raises:
        IndexNotFound: nothing was ever published here.
        IndexDamaged: CURRENT names a generation that is not there.
    """
    try:
        name = (index_dir / "CURRENT").read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise IndexNotFound(
            f"There is no index in {index_dir}: make one with `onrecord index PATHS`."
        ) from error
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"The index in {index_dir} has an unreadable CURRENT file: {_MEND}.") from error
    folder = index_dir / "generations" / name
    if not name.isdigit() or not folder.is_dir():
        raise IndexDamaged(f"The index in {index_dir} has lost its generation {name!r}: {_MEND}.")
    return Generation(folder)


@contextmanager
def building(index_dir: Path) -> Iterator[Generation]:
    """Give an empty folder to build a generation in; it is gone afterwards, unless published.

    What interrupted builds left behind is removed first. Call this under the build lock only.
    """
    generations = index_dir / "generations"
    generations.mkdir(exist_ok=True)
    for folder in leftovers(index_dir):
        shutil.rmtree(folder)
    folder = generations / f".building-{os.getpid()}"
    folder.mkdir()
    try:
        yield Generation(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def kept(index_dir: Path) -> list[Generation]:
    """Return the generations that are there, oldest first, without one that was never published."""
    generations = index_dir / "generations"
    unseen = leftovers(index_dir)
    folders = [generations / f"{number:06d}" for number in _numbers(generations)]
    return [Generation(folder) for folder in folders if folder not in unseen]


def publish(index_dir: Path, built: Generation, keep: int = FEWEST_KEPT) -> Generation:
    """Make `built`, complete with its manifest, the generation that readers open from now on.

    The newest `keep` generations stay, at least 2.
    """
    _flush(built.folder)
    generations = index_dir / "generations"
    numbers = _numbers(generations)
    new = built.folder.rename(generations / f"{max(numbers, default=0) + 1:06d}")
    _flush_entry(generations)
    pointer = index_dir / "CURRENT.new"
    pointer.write_text(new.name + "\n", encoding="ascii")
    _flush_entry(pointer)
    pointer.replace(index_dir / "CURRENT")  # atomic
    _flush_entry(index_dir)
    for number in numbers[: 1 - max(keep, FEWEST_KEPT)]:
        shutil.rmtree(generations / f"{number:06d}", ignore_errors=True)
    return Generation(new)


def leftovers(index_dir: Path) -> list[Path]:
    """Return the folders of generations that were not finished, or finished and never published."""
    generations = index_dir / "generations"
    unfinished = sorted(generations.glob(".building-*"))
    try:
        newest = int(current(index_dir).folder.name)
    except (IndexNotFound, IndexDamaged):
        return unfinished
    unseen = [generations / f"{number:06d}" for number in _numbers(generations) if number > newest]
    return [*unfinished, *unseen]


def _numbers(generations: Path) -> list[int]:
    if not generations.is_dir():
        return []
    return sorted(int(folder.name) for folder in generations.iterdir() if folder.name.isdigit())


def _flush(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        _flush_entry(path)


def _flush_entry(path: Path) -> None:
    """Wait until a file, or the list of files in a folder, is on the disk."""
    if os.name == "nt":
        return  # Windows flushes neither folders nor files that are open for reading
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
