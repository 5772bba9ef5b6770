"""Does a text hold certain words? Verbatim, but for what typesetting changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_TYPESETTING = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None}
)


def holds_any(text: str, answers: Iterable[str]) -> bool:
    """Tell whether any of `answers` stands in `text` as whole words.

    White space, case, and the forms of quotation marks and dashes do not count.
    """
    plain = _plain(text)
    return any(_stands_in(_plain(answer), plain) for answer in answers)


def _stands_in(answer: str, text: str) -> bool:
    # Only where the answer itself begins or ends with a letter or digit does a word border matter.
    before = r"(?<!\w)" if answer[:1].isalnum() else ""
    after = r"(?!\w)" if answer[-1:].isalnum() else ""
    return bool(answer) and re.search(before + re.escape(answer) + after, text) is not None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_TYPESETTING).casefold().split())
