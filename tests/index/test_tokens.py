from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tokens import count_tokens, encoding


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        # Published examples of the encoding (the tiktoken README and OpenAI's cookbook).
        ("hello world", [15339, 1917]),
        ("tiktoken is great!", [83, 1609, 5963, 374, 2294, 0]),
    ],
)
def test_the_ranks_are_those_of_cl100k_base(text: str, tokens: list[int]) -> None:
    assert encoding().encode_ordinary(text) == tokens
    assert count_tokens(text) == len(tokens)


def test_nothing_has_no_tokens() -> None:
    assert count_tokens("") == 0


def test_the_name_of_a_special_token_is_plain_text() -> None:
    assert count_tokens("<|endoftext|>") > 1


@given(st.text())
def test_tokens_lose_nothing(text: str) -> None:
    assert encoding().decode(encoding().encode_ordinary(text)) == text
    assert count_tokens(text) <= len(text.encode())


def test_the_ranks_are_loaded_once() -> None:
    assert encoding() is encoding()
