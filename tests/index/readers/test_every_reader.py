"""One suite over the table of readers: a new line in it is tested by being there."""

from __future__ import annotations

import unicodedata
from contextlib import closing, suppress
from pathlib import PurePath

import pytest

from index.errors import EmptyFile, NoTextLayer, ReadError
from index.ingest import RawDocument, ingest
from index.isolation import Isolation
from index.readers import READERS, Document, reader_for
from index.settings import IndexSettings, ReaderSettings
from tests.index.readers.writers import LATIN_ONLY, WRITERS

SETTINGS = ReaderSettings()
PARAGRAPHS = ("We met in Genève on Monday.", "We agreed on two points, and signed.", "Thank you.")

every_reader = pytest.mark.parametrize("ending", sorted(READERS))


def read(ending: str, data: bytes) -> Document:
    name = f"statement{ending}"
    return reader_for(PurePath(name)).read(data, name, SETTINGS)


def test_every_reader_has_a_writer_here() -> None:
    assert set(WRITERS) == set(READERS)


@every_reader
def test_reads_paragraphs(ending: str) -> None:
    document = read(ending, WRITERS[ending](PARAGRAPHS))
    assert document.text.split("\n") == list(PARAGRAPHS)
    assert document.notes == ()


def test_every_reader_does_in_its_own_process_what_it_does_here() -> None:
    with closing(Isolation(IndexSettings())) as isolation:
        for ending in sorted(READERS):
            raw = RawDocument(WRITERS[ending](PARAGRAPHS), f"statement{ending}", f"/s{ending}", "s")
            assert isolation.ingest(raw) == ingest(raw, IndexSettings())


@every_reader
def test_composes_letters(ending: str) -> None:
    text = read(ending, WRITERS[ending]([unicodedata.normalize("NFD", "We met in Genève.")])).text
    assert text == "We met in Genève."


@every_reader
def test_takes_out_what_hides_or_reorders_words(ending: str) -> None:
    if ending in LATIN_ONLY:
        pytest.skip("the writer of this format has no such characters")
    hidden = "\u202eThe\u202c trea\u200bty \u2066will\u2069 be sig\u00adned\U000e0041 by\u200d all."
    assert read(ending, WRITERS[ending]([hidden])).text == "The treaty will be signed by all."


@every_reader
@pytest.mark.parametrize("text", ["", "--- *** ---"])
def test_refuses_a_file_without_words(ending: str, text: str) -> None:
    with pytest.raises((EmptyFile, NoTextLayer), match=f"statement{ending} holds"):
        read(ending, WRITERS[ending]([text]))


@every_reader
@pytest.mark.parametrize("other", [".docx", ".pdf"])
def test_refuses_the_bytes_of_another_format(ending: str, other: str) -> None:
    if ending == other:
        pytest.skip("its own format")
    with pytest.raises(ReadError, match=f"statement{ending}"):
        read(ending, WRITERS[other](PARAGRAPHS))


@every_reader
@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), b"words \0 words", b"\1\2\3\4 x"]
)
def test_refuses_binary_files(ending: str, data: bytes) -> None:
    with pytest.raises(ReadError, match=f"statement{ending}"):
        read(ending, data)


@every_reader
def test_a_file_that_breaks_off_gives_words_or_a_read_error(ending: str) -> None:
    data = WRITERS[ending](PARAGRAPHS)
    for share in range(1, 8):
        with suppress(ReadError):
            assert read(ending, data[: len(data) * share // 8]).text


@every_reader
def test_pages_begin_within_the_text(ending: str) -> None:
    document = read(ending, WRITERS[ending](PARAGRAPHS))
    assert list(document.pages) == sorted(document.pages)
    assert all(0 <= start <= len(document.text) for start in document.pages)
