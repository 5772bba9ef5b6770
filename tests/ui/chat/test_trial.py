"""What is wrong with an uploaded file is known before it is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.isolation import Isolation
from index.settings import IndexSettings, ReaderSettings
from tests.index.readers.writers import docx, html, pdf, plain, zipped
from ui.chat.trial import try_reading
from ui.errors import UploadRefused

SPEECH = ["Ola Tarn: We shall protect the northern fishery until the year 2031, and pay for one half."]
SETTINGS = IndexSettings(reader=ReaderSettings(max_bytes=2_000_000))


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    with closing(Isolation(SETTINGS)) as isolation:
        yield isolation


def _tried(folder: Path, name: str, data: bytes, isolation: Isolation) -> None:
    (folder / name).write_bytes(data)
    try_reading(folder, name, isolation, SETTINGS.reader)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("speech.txt", plain(SPEECH)),
        ("speech.pdf", pdf(SPEECH)),
        ("speech.html", html(SPEECH)),
        ("speech.docx", docx(SPEECH)),
        ("speeches.zip", zipped({"empty.txt": "", "speech.txt": SPEECH[0]})),
    ],
)
def test_what_can_be_read_passes(tmp_path: Path, isolation: Isolation, name: str, data: bytes) -> None:
    _tried(tmp_path, name, data, isolation)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("scanned.pdf", pdf([]), "holds pictures of pages and no words: run a text recognition (OCR)"),
        ("locked.pdf", pdf(SPEECH, password="secret"), "is locked with a password"),  # noqa: S106
        ("broken.pdf", b"%PDF-1.7 and then nothing", "is no whole PDF"),
        ("binary.txt", bytes(range(256)) * 20, ""),
        ("empty.txt", b"", ""),
        ("blank.txt", b" \n\n ", ""),
        ("long.txt", plain(SPEECH * 30_000), ""),
        ("no.docx", b"not an archive", ""),
        ("empties.zip", zipped({"one.txt": "", "two.txt": " "}), ""),
        ("nothing.zip", zipped({}), ""),
        ("README.txt", plain(SPEECH), "has a name that files about a folder have"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    tmp_path: Path, isolation: Isolation, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(UploadRefused) as refused:
        _tried(tmp_path, name, data, isolation)
    told = str(refused.value)
    assert told.startswith(reason)
    assert told.endswith(".")
    assert str(tmp_path) not in told


def test_a_file_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    hasty = IndexSettings(reader=ReaderSettings(max_seconds=0.001))
    (tmp_path / "speech.pdf").write_bytes(pdf(SPEECH))
    with closing(Isolation(hasty)) as isolation, pytest.raises(UploadRefused, match="takes more than"):
        try_reading(tmp_path, "speech.pdf", isolation, hasty.reader)
