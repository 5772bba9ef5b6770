"""The label that a line of a transcript starts with, and how it is set off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from index.transcript.forms import Form, name_words


class Mark(Enum):
    """What ends a label."""

    COLON = auto()
    SEMICOLON = auto()
    STOP = auto()
    DASH = auto()
    BRACKETS = auto()
    SPACE = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A label in line `line`; what the speaker says starts at offset `body` of the text.

    `name` is the label without what is said of its holder, which is `aside` ("Reuters", "via
    interpreter", "MODERATOR"). `alone` labels have nothing after them in their line;
    `following` is the first character after it, or "".
    """

    line: int
    start: int
    body: int
    name: str
    aside: str
    mark: Mark
    form: Form
    emphasised: bool
    alone: bool
    following: str

    @property
    def key(self) -> str:
        """The name as labels are compared: in lower case, without full stops and odd spaces."""
        folded = fold(self.name)
        return folded.rstrip(" 0123456789") if self.form is Form.PART else folded

    @property
    def low(self) -> bool:
        """Whether the line goes on with a small letter, as prose does after a colon."""
        return self.following.islower()

    @property
    def quotes(self) -> bool:
        """Whether a quotation follows, as in a story that tells who said what."""
        return self.following != "" and self.following in "\"“„«'‘"

    @property
    def style(self) -> tuple[Mark, bool]:
        """How the label is set off: its mark, where a semicolon is a misread colon, and its emphasis."""
        return (Mark.COLON if self.mark is Mark.SEMICOLON else self.mark), self.emphasised

    @property
    def is_full_name(self) -> bool:
        """Whether more than one word, or a title, names a person."""
        return self.form is Form.TITLED or (self.form is Form.NAME and len(name_words(self.name)) > 1)

    @property
    def caps(self) -> bool:
        """Whether the name is in capitals, up to a "Mr." before or a "c" within it."""
        letters = re.sub(r"\b(?:Mr|Mrs|Ms|Dr|The)\b|(?<=M)ac|(?<=M)c|(?<=D)e(?=[A-Z])", "", self.name)
        return letters.isupper()


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a name as labels are compared; a digit that stands for a letter in capitals is mended."""
    if name.isupper():
        name = re.sub(r"(?<=[A-Z])1(?=[A-Z])", "I", re.sub(r"(?<=[A-Z])0(?=[A-Z])", "O", name))
    return " ".join(name.replace(".", ". ").casefold().replace(".", "").split())
