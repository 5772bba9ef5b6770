"""What bears on the labels of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What bears on the labels of a document.

    `surnames` and `office` are those of its header; `dialogue` tells a kind with several voices;
    `body` is the first line after the header; `common` holds the words that the text has in lower case;
    `unnamed` tells that the title gives an office and not who holds it.
    """

    surnames: frozenset[str]
    dialogue: bool
    n_lines: int
    body: int
    office: str
    common: frozenset[str]
    unnamed: bool


def common_words(text: str) -> frozenset[str]:
    """Return the words that stand in lower case in `text`: no names, then, except by chance."""
    return frozenset(word for word in set(_WORD.findall(text)) if word.islower())
