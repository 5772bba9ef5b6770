"""Words of a text with their places, so that two texts can be compared word by word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\W_]")
_DOTS_AND_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", ".": None})

_NEGATORS = frozenset(
    """
    not no never cannot nor neither none nobody nothing nowhere without hardly scarcely
    deny denies denied denying
    """.split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded for comparison, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def negates(self) -> bool:
        """Whether it turns a sentence into its contrary."""
        return self.text in _NEGATORS or self.text.endswith("n't")


def words(text: str) -> list[Word]:
    """Return the words of `text` in order.

    Case, the form of apostrophes and the dots of abbreviations are folded; punctuation and the
    way that lines are broken do not count.
    """
    return [Word(_folded(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def _folded(word: str) -> str:
    if word[0].isdigit():
        return word
    return unicodedata.normalize("NFKC", word).casefold().translate(_DOTS_AND_APOSTROPHES)
