"""What is taken out of a text because it carries no words, and what stays."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import clean, single_line


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("\u202eabc\u202c", "abc"),
        ("a\u2066b\u2069c", "abc"),
        ("a\u200eb\u200fc\u061cd", "abcd"),
        ("tre\u200baty", "treaty"),
        ("tre\u2060aty", "treaty"),
        ("inter\u00adnational", "international"),
        ("tre\u200caty and tre\u200daty", "treaty and treaty"),
        ("words\U000e0068\U000e0069", "words"),
        ("a\ufeffb\ufff9c", "abc"),
        ("nul\0, bell\7, delete\x7f, c1\x9b", "nul, bell, delete, c1"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("half \ud800 a pair", "half \ufffd a pair"),
    ],
)
def test_what_hides_or_reorders_words_goes(written: str, kept: str) -> None:
    assert clean(written) == kept


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian: the joiner parts a prefix
        "क\u094d\u200dष",  # Hindi: the joiner shapes a letter
        "עברית ועוד",
        "a\tb\nc",
        "Łódź, Genève, Київ, 北京",
        "\u0600\u06dd",  # visible signs of Arabic
    ],
)
def test_what_spells_words_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_heaps_of_marks_take_no_time() -> None:
    started = time.perf_counter()
    text = clean("a" + "\u0301\u0327\u0323" * 500_000)
    assert len(text) <= 31
    assert time.perf_counter() - started < 10


def test_a_name_is_one_line() -> None:
    assert single_line(" a\n\tb\u202e  c ") == "a b c"


@given(st.text())
def test_clean_text_is_clean_for_good(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
    assert not [sign for sign in once if unicodedata.category(sign) == "Cc" and sign not in "\n\t"]
    assert not any(
        unicodedata.bidirectional(sign) in {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI"} for sign in once
    )
