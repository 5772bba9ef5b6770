"""From the characters of a file to those of a statement.

What carries no words and could hide or reorder them is taken out, so that a quotation is found by
whoever types it, and no screen shows it in another order: controls, soft hyphens, zero-width
characters, marks of direction, and the invisible tags of plane 14 (docs/formats.md lists them).
"""

from __future__ import annotations

import re
import unicodedata

from index.errors import EmptyFile

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
# The scripts from Arabic to those of India and South-East Asia spell with joiners; no other does.
_STRAY_JOINER = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u1cff\ua840-\uabff])[\u200c\u200d]+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_MARKS = (
    30  # on one letter, as in the stream-safe text of UAX #15; normalising more takes quadratic time
)


def clean(text: str) -> str:
    """Return `text` in NFC, with line feeds and tabs as its only controls, and nothing invisible."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = _SURROGATE.sub("\ufffd", _STRAY_JOINER.sub("", text))
    return unicodedata.normalize("NFC", _with_few_marks(text))


def single_line(text: str) -> str:
    """Return `text` clean, on one line, with single spaces."""
    return " ".join(clean(text).split())


def cleaned(text: str, name: str) -> str:
    """Return the clean text of the file `name`.

    Raises:
        EmptyFile: it holds no words.
    """
    text = clean(text)
    if not has_words(text):
        raise EmptyFile(f"{name} holds no words: remove it from the sources, or save it anew.")
    return text


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit in `text`."""
    return any(character.isalnum() for character in text)


def _with_few_marks(text: str) -> str:
    marks = "".join(character for character in set(text) if unicodedata.combining(character))
    if not marks:
        return text
    return re.sub(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+", r"\1", text)
