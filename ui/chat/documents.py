"""The documents that users add to the corpus."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from index.errors import ReadError
from index.isolation import Isolation
from index.readers import READERS, reader_for
from index.settings import IndexSettings
from rag.live import LiveAssistant
from ui.chat.rebuilding import Rebuilding
from ui.chat.trial import try_reading
from ui.errors import UploadRefused
from ui.printable import one_line
from ui.settings import Settings

_MOST_BYTES_OF_A_NAME = 180


@dataclass(frozen=True, slots=True)
class Document:
    """An uploaded file; `bytes` is its size."""

    name: str
    bytes: int


class Documents:
    """A folder of uploaded files, which is one of the sources of the index. Safe to share between threads."""

    def __init__(self, folder: Path, live: LiveAssistant, settings: Settings) -> None:
        self._folder = folder
        self._index: IndexSettings = settings.index
        self._most = settings.chat.max_documents
        self._lock = Lock()
        self.rebuilding = Rebuilding(settings, folder, live)

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._folder

    @property
    def suffixes(self) -> list[str]:
        """The endings of file names that can be read, sorted."""
        return sorted(suffix for suffix in READERS if suffix)

    @property
    def max_bytes(self) -> int:
        """Larger files are refused."""
        return self._index.reader.max_bytes

    def listing(self) -> list[Document]:
        """Return the uploaded files by name."""
        if not self._folder.is_dir():
            return []
        files = (file for file in self._folder.iterdir() if file.is_file() and not _is_partial(file))
        return sorted(
            (Document(file.name, file.stat().st_size) for file in files), key=lambda one: one.name.casefold()
        )

    def isolation(self) -> Isolation:
        """Return a process to read files in; close it."""
        return Isolation(self._index)

    def add(self, received: Path, name: str, isolation: Isolation) -> str:
        """Take a file in under the name that its owner gave it, in place of any other, and return the name.

        It is read before, in a folder of its own, as the rebuild will read it.

        Raises:
            UploadRefused: it cannot be a document; the message, to be read after its name, says why.
        """
        checked = self._checked_name(name)
        size = received.stat().st_size
        if size > self.max_bytes:
            raise UploadRefused(f"has {size:,} bytes and the limit is {self.max_bytes:,}: split it.")
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._folder, prefix=".", suffix=".partial") as partial:
            shutil.copyfile(received, Path(partial) / checked)
            try_reading(Path(partial), checked, isolation, self._index.reader)
            with self._lock:
                self._keep(Path(partial) / checked)
        return checked

    def remove(self, name: str) -> None:
        """Delete an uploaded file; the statement leaves the corpus with the next rebuild.

        Raises:
            UploadRefused: there is no such file here.
        """
        with self._lock:
            if name not in {document.name for document in self.listing()}:
                raise UploadRefused(
                    f"There is no document called “{one_line(name)}” any more: reload the page."
                )
            (self._folder / name).unlink(missing_ok=True)

    def _keep(self, file: Path) -> None:
        target = self._folder / file.name
        if not target.exists() and len(self.listing()) >= self._most:
            raise UploadRefused(
                f"is one too many, as there are {self._most:,} documents already: remove some first."
            )
        file.replace(target)

    def _checked_name(self, name: str) -> str:
        plain = one_line(unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])).strip()
        if not plain or plain.startswith(".") or len(plain.encode()) > _MOST_BYTES_OF_A_NAME:
            raise UploadRefused("has a name that is empty, hidden or too long: rename it.")
        try:
            reader_for(Path(plain))
        except ReadError as error:
            raise UploadRefused(str(error).removeprefix(plain).lstrip()) from error
        return plain


def _is_partial(file: Path) -> bool:
    return file.name.startswith(".")
