"""What a character comes to when words are compared: its case, accent and typography left aside."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

BORDER = "\0"
"""Stands between turns, as a word of its own that no quote holds."""

_APOSTROPHES = frozenset("'’‘ʼ＇`´′")
_HYPHENS = frozenset("-\u2010\u2011\u2212\ufe63\uff0d")
_SPELT_OUT = {"%": "percent", "٪": "percent", "&": "and", "＆": "and", BORDER: BORDER}
_WITHOUT_DECOMPOSITION = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}


@lru_cache(maxsize=4096)
def folded(character: str) -> str:
    """Return what stands for a character: letters, one of the marks ``. , ' -``, a space, or nothing.

    Letters lose their case, Latin ones their accents, and ligatures come apart. What changes a sum
    ($, €, %, °, +) becomes a word between spaces; other marks are spaces, because they part words. What
    cannot be seen (soft hyphens, zero-width marks) and what accents a letter is nothing.
    """
    if character in ".,":
        return character
    if character in _APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "-"
    category = unicodedata.category(character)
    if category == "Cf" or "\u0300" <= character <= "\u036f":
        return ""
    if character in _SPELT_OUT or category == "Sc" or character in "°§+=<>×÷±≠≤≥":
        return f" {_SPELT_OUT.get(character, character)} "
    if category[0] in "LM" or category in {"Nd", "Nl"} or character in "¼½¾⅓⅔":
        return _letters(character)
    return " "


def _letters(character: str) -> str:
    """Return a letter or digit in lower case; of Latin ones, and of presentation forms, the base."""
    small = character.casefold()
    if "LATIN" not in unicodedata.name(character, ""):
        return unicodedata.normalize("NFKC", small) if character.isdigit() else small
    apart = unicodedata.normalize("NFKD", "".join(_WITHOUT_DECOMPOSITION.get(each, each) for each in small))
    return "".join(each for each in apart if each.isalnum())
