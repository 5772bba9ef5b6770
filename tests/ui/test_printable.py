from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.printable import escaped, legible, one_line, plain_error_handler, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 and back\x08", "bell and back"),
        ("\x9b2Jgone\x7f", "2Jgone"),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("naïve “Ukraїne” 中文 العربية", "naïve “Ukraїne” 中文 العربية"),
    ],
)
def test_what_could_steer_a_terminal_is_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_one_line() -> None:
    assert one_line("  a\r\n b\x00\tc ") == "a b c"


@given(st.text())
def test_an_escaped_document_says_the_same(text: str) -> None:
    document = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == {"text": text}
    assert printable(document) == document


def test_few_characters_are_enough() -> None:
    text = "“Yes” – a ‘maybe’ … Świat"
    assert text.encode("ascii", errors=plain_error_handler()) == b"\"Yes\" - a 'maybe' ... ?wiat"


def test_reading_is_not_made_lenient() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", errors=plain_error_handler())


def test_bytes_that_are_no_text_become_legible() -> None:
    assert legible("caf\udce9 été") == "caf\ufffd été"
