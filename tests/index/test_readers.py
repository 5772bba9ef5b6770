"""One suite over the table of readers, and what only text readers have to cope with."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import BinaryFile, EmptyFile, FileTooLarge, ReadError, UndecodableFile, UnsupportedFormat
from index.readers import READERS, reader_for, stem, suffix
from index.readers.decoding import decode
from index.settings import ReaderSettings

SETTINGS = ReaderSettings()

# How to make a file of each format from a text: a new reader adds its line here.
WRITERS: dict[str, Callable[[str], bytes]] = {"": str.encode, ".md": str.encode, ".txt": str.encode}

every_reader = pytest.mark.parametrize("ending", sorted(READERS))


def written(folder: Path, ending: str, text: str) -> Path:
    path = folder / f"statement{ending}"
    path.write_bytes(WRITERS[ending](text))
    return path


def test_every_reader_has_a_writer_here() -> None:
    assert set(WRITERS) == set(READERS)


@every_reader
def test_reads_text(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending, "We met in Genève.\nWe agreed on “two” points.")
    assert reader_for(path).read(path, SETTINGS) == "We met in Genève.\nWe agreed on “two” points."


@every_reader
def test_normalises_to_nfc_and_line_feeds(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending, unicodedata.normalize("NFD", "Genève\r\nOslo\rRome\u2028Kyiv\x85Lima"))
    assert reader_for(path).read(path, SETTINGS) == "Genève\nOslo\nRome\nKyiv\nLima"


@every_reader
def test_drops_byte_order_marks_and_stray_controls(tmp_path: Path, ending: str) -> None:
    body = "The treaty was signed. " * 10
    path = written(tmp_path, ending, f"\ufeffTab\tstays.\x07 \ufeff{body}")
    assert reader_for(path).read(path, SETTINGS) == f"Tab\tstays. {body}"


@every_reader
@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "--- *** ---\n"])
def test_refuses_a_file_without_words(tmp_path: Path, ending: str, text: str) -> None:
    path = written(tmp_path, ending, text)
    with pytest.raises(EmptyFile, match=path.name):
        reader_for(path).read(path, SETTINGS)


@every_reader
def test_refuses_a_file_over_the_limit(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path, ending, "word " * 100)
    limit = path.stat().st_size
    assert reader_for(path).read(path, ReaderSettings(max_bytes=limit))
    with pytest.raises(FileTooLarge, match=f"{path.name} is larger than {limit - 1} bytes"):
        reader_for(path).read(path, ReaderSettings(max_bytes=limit - 1))


@every_reader
@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
        b"text with a \0 in it",
        b"\xef\xbb\xbfmarked \0 text",
        b"\x01\x02\x03\x04 words",
    ],
)
def test_refuses_binary_files(tmp_path: Path, ending: str, data: bytes) -> None:
    path = tmp_path / f"image{ending}"
    path.write_bytes(data)
    with pytest.raises(BinaryFile, match=path.name):
        reader_for(path).read(path, SETTINGS)


@every_reader
def test_a_file_that_is_gone_is_a_read_error(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"gone{ending}"
    with pytest.raises(ReadError, match=f"{path.name}.*No such file"):
        reader_for(path).read(path, SETTINGS)


@pytest.mark.parametrize("name", ["scan.pdf", "talk.PDF", "archive.tar.gz"])
def test_an_unknown_suffix_is_named(name: str) -> None:
    with pytest.raises(UnsupportedFormat, match=f"{name}.*\\.md, \\.txt"):
        reader_for(Path(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", ("a", ".txt")),
        ("a.TXT", ("a", ".txt")),
        ("address", ("address", "")),
        ("Interview 12.09.2013", ("Interview 12.09.2013", "")),
        ("2020.01.08-address", ("2020.01.08-address", "")),
        ("At St. Petersburg", ("At St. Petersburg", "")),
        ("2020.01.08.md", ("2020.01.08", ".md")),
        (".txt", (".txt", "")),
    ],
)
def test_dots_in_names_are_not_all_suffixes(name: str, expected: tuple[str, str]) -> None:
    assert (stem(Path(name)), suffix(Path(name))) == expected


SHORT = ["café – “quote”", "The café is open.", "“That’s it,” he said – and left.", "El señor dijo: «sí»."]


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_short_texts_in_each_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "short.txt") == text


@pytest.mark.parametrize("text", ["À la fin de l'été, à Genève.", "Señor presidente: mañana."])
def test_latin_1(text: str) -> None:
    assert decode(text.encode("latin-1"), "latin.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр иностранных дел ответил на вопросы журналистов.", "cp1251"),
        ("Министр иностранных дел ответил на вопросы журналистов.", "koi8_r"),
        ("Министр иностранных дел ответил.\nСпасибо.", "utf-16-le"),
        ("Министр иностранных дел ответил.\nСпасибо.", "utf-16-be"),
        ("Prezydent Wałęsa powiedział w Łodzi, że żółty śnieg leżał też w Gdańsku.", "cp1250"),
        ("We don’t exclude the “possibility” of talks – none of us does.", "mac_roman"),
    ],
)
def test_other_encodings_are_not_taken_for_cp1252(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "other.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        "“Genève” and “Zürich”".encode()[:-1],  # cut inside a character
        "“Genève” – “Zürich”".encode().replace("ü".encode(), b"\xfc"),
        "a text".encode("utf-16") + b"\x20",
        b"\xef\xbb\xbfcaf\xe9 is not UTF-8",
        "外務大臣は記者会見で質問に答えた。合意は近い。".encode("shift_jis"),
    ],
)
def test_refuses_what_would_become_wrong_words(data: bytes) -> None:
    with pytest.raises(UndecodableFile, match=r"broken\.txt"):
        decode(data, "broken.txt")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "any.txt") == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    with suppress(ReadError):
        assert "\0" not in decode(data, "any")
