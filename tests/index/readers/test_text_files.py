"""Which files readers take, and the encodings of text."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import BinaryFile, ReadError, UndecodableFile, UnsupportedFormat
from index.readers import reader_for, stem, suffix
from index.readers.decoding import decode
from index.readers.text import TextReader
from index.settings import ReaderSettings

SETTINGS = ReaderSettings()


def read(data: bytes) -> str:
    return TextReader().read(data, "a.txt", SETTINGS).text


def test_line_ends_become_line_feeds() -> None:
    assert read("Genève\r\nOslo\rRome\u2028Kyiv\x85Lima".encode()) == "Genève\nOslo\nRome\nKyiv\nLima"


def test_byte_order_marks_and_stray_controls_go() -> None:
    body = "The treaty was signed. " * 10
    assert read(f"\ufeffTab\tstays.\x07 \ufeff{body}".encode()) == f"Tab\tstays. {body}"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfmarked \0 text", b"\x01\x02\x03\x04 words"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFile, match=r"a\.txt"):
        read(data)


@pytest.mark.parametrize(
    ("signature", "named"),
    [
        (b"%PDF-1.7 words", "a PDF"),
        (b"PK\x03\x04 words", "such as a spreadsheet"),
        (b"\xd0\xcf\x11\xe0 words", "old Office document"),
        (b"{\\rtf1 words}", "rich text"),
    ],
)
def test_a_spreadsheet_named_txt_is_called_by_its_name(signature: bytes, named: str) -> None:
    with pytest.raises(BinaryFile, match=f"a.txt .*{named}"):
        read(signature)


@pytest.mark.parametrize("name", ["scan.tif", "talk.DOC", "archive.tar.gz"])
def test_an_unknown_suffix_is_named(name: str) -> None:
    with pytest.raises(UnsupportedFormat, match=f"{name}.*\\.docx, .*\\.md, .*\\.txt"):
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
