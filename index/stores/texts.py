"""The texts of statements, in files that generations share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from threading import RLock
from typing import Self
from weakref import finalize

from index.disk import link
from index.errors import IndexDamaged

SEGMENT_BYTES = 16 * 2**20
"""The size from which a segment takes up no more text.

A change writes at least one segment anew, so that smaller ones cost less; a reader keeps every segment
open, so that larger ones need fewer descriptors: some 70 for a million passages.
"""

_SUFFIX = ".utf8"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: in which segment, from which byte on, and how many bytes of UTF-8 it has."""

    segment: int
    start: int
    length: int


class TextStore:
    """Reads texts out of the segments in a folder; safe to share between threads.

    What is read is not compared with anything: the content store knows the digests.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()
        self._files: dict[int, FileIO] = {}
        finalize(self, _close_all, self._files)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open all segments of a published generation, which may be removed while it is read.

        Raises:
            IndexDamaged: a segment cannot be opened.
        """
        store = cls(folder)
        for number in segments(folder):
            store._file(number)
        return store

    def path(self, segment: int) -> Path:
        """Return the file of a segment."""
        return self._folder / _name(segment)

    def read(self, place: Place) -> bytes:
        """Return the bytes at `place`.

        Raises:
            IndexDamaged: the segment is missing, cut short, or cannot be read.
        """
        try:
            with self._lock:
                file = self._file(place.segment)
                if place.start + place.length <= os.fstat(file.fileno()).st_size:
                    file.seek(place.start)
                    return file.read(place.length)
        except (OSError, ValueError) as error:
            raise self._damaged(place.segment) from error
        raise self._damaged(place.segment)

    def close(self) -> None:
        """Close the files."""
        with self._lock:
            _close_all(self._files)

    def _file(self, segment: int) -> FileIO:
        if segment not in self._files:
            try:
                self._files[segment] = FileIO(self.path(segment))
            except OSError as error:
                raise self._damaged(segment) from error
        return self._files[segment]

    def _damaged(self, segment: int) -> IndexDamaged:
        return IndexDamaged(
            f"The texts of the index cannot be read from {self.path(segment)}: "
            "rebuild it with `onrecord index --force`."
        )


class TextWriter(TextStore):
    """Adds texts to a generation in the making, and takes texts out.

    Segments that came from another generation are links, and never written to: one that is to
    change is copied first. Whoever reads from another thread sees a text as soon as it is added.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        folder.mkdir(exist_ok=True)
        self._sizes = {number: self.path(number).stat().st_size for number in segments(folder)}
        self._growing: tuple[int, FileIO] | None = None

    def add(self, text: bytes) -> Place:
        """Append a text to the smallest segment, or to a new one where that is full."""
        segment, file = self._with_room()
        place = Place(segment, self._sizes[segment], len(text))
        _write(file, text)
        self._sizes[segment] += len(text)
        return place

    def rewrite(self, segment: int, kept: Iterable[Place]) -> list[Place]:
        """Write a segment anew with the `kept` texts of it alone; return where each now stands.

        A segment that keeps nothing is removed. No other thread may be reading.
        """
        self.finish()
        new = self.path(segment).with_suffix(".new")
        places = []
        size = 0
        with FileIO(new, "w") as file:
            for place in kept:
                _write(file, self.read(place))
                places.append(Place(segment, size, place.length))
                size += place.length
        self._forget(segment)
        self.path(segment).unlink()
        del self._sizes[segment]
        if places:
            new.replace(self.path(segment))
            self._sizes[segment] = size
        else:
            new.unlink()
        return places

    def finish(self) -> None:
        """Close the segment that texts are added to."""
        if self._growing:
            self._growing[1].close()
        self._growing = None

    def close(self) -> None:
        """Close the files."""
        self.finish()
        super().close()

    def _with_room(self) -> tuple[int, FileIO]:
        """Return a segment to add to; the smallest one, so that many small additions leave few."""
        if self._growing and self._sizes[self._growing[0]] < SEGMENT_BYTES:
            return self._growing
        self.finish()
        number = min(self._sizes, key=lambda each: (self._sizes[each], each), default=0)
        if not number or self._sizes[number] >= SEGMENT_BYTES:
            number = max(self._sizes, default=0) + 1
            self._sizes[number] = 0
        else:
            new = self.path(number).with_suffix(".new")
            shutil.copyfile(self.path(number), new)
            with self._lock:
                self._forget(number)
                new.replace(self.path(number))
        self._growing = number, FileIO(self.path(number), "a")
        return self._growing

    def _forget(self, segment: int) -> None:
        file = self._files.pop(segment, None)
        if file:
            file.close()


def texts_beside(content: Path) -> Path:
    """Return the folder of the texts of a content store."""
    return content.with_name("texts")


def segments(folder: Path) -> list[int]:
    """Return the numbers of the segments in a folder, ascending; none where it is missing."""
    return sorted(int(path.stem) for path in folder.glob(f"*{_SUFFIX}") if path.stem.isdecimal())


def link_texts(source: Path, target: Path) -> None:
    """Give every segment of `source` a second name in `target`, which is made."""
    target.mkdir()
    for number in segments(source):
        link(source / _name(number), target / _name(number))


def _name(segment: int) -> str:
    return f"{segment:06d}{_SUFFIX}"


def _write(file: FileIO, text: bytes) -> None:
    """Write all of `text`: a disk that runs full takes a part of it before it complains."""
    rest = memoryview(text)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def _close_all(files: dict[int, FileIO]) -> None:
    for file in files.values():
        with suppress(OSError):
            file.close()
    files.clear()
