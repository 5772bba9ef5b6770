"""Proper names in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.checking.content import is_content, known_stems, mentions
from rag.checking.numbers import numbers
from rag.checking.words import words

_WORD = re.compile(r"(?<![\w'’])[^\W\d_](?:[\w’'-]|\.(?=\w))*")
_OPENERS = frozenset(
    """
    according accordingly additionally agreements answering asked besides concerning consequently countries
    currently details diplomats earlier experts following here importantly instead leaders members mr mrs
    ms dr nevertheless nobody nonetheless officials overall parties plans presently previously questions
    regarding regardless relations representatives responding sides specifically speaking states
    subsequently talks today together tomorrow ultimately work yesterday president minister foreign secretary
    prime
    """.split()
)
_TITLES = frozenset(
    "mr mrs ms dr sir president minister foreign prime secretary ministers presidents".split()
)


def names(text: str) -> list[str]:
    """Return the capitalised words of `text` that are names; titles and the first word's capital are not."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0].rstrip("'’-")
        if "." in word and text[match.end() : match.end() + 1] == ".":
            word += "."  # U.S.
        folded = word.casefold()
        if not word[0].isupper() or folded in _TITLES or not any(is_content(part) for part in words(word)):
            continue
        if _opens(text, match.start()) and _is_common(folded, text[match.end() :]):
            continue
        found.append(word)
    return found


def unknown(claimed: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the names that no text mentions, in full, derived (Syrian) or by their initials (UN)."""
    known = known_stems(texts)
    initials = [_initials(text) for text in texts]
    return [
        name
        for name in claimed
        if not all(mentions(known, part.text) for part in words(name) if is_content(part))
        and not (name.isupper() and any(name in found for found in initials))
        and not _abbreviated(name, claimed, known)
    ]


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before.strip("\"'“”‘«„([") or before[-1:] in ".!?:"


def _is_common(folded: str, after: str) -> bool:
    """Tell whether a word that opens a sentence is none but a common one."""
    if re.match(r"['’]s\b|\s+[^\W\d_a-z]", after):
        return False
    return folded in _OPENERS or folded.endswith(("ly", "ing")) or bool(numbers(folded))


def _initials(text: str) -> str:
    """Return the first letters of the capitalised words, a space where other words break the run."""
    return "".join(
        word[0] if word[0].isupper() else "" if word in ("of", "the", "and", "on", "for") else " "
        for word in re.findall(r"[^\W\d_]+", text)
    )


def _abbreviated(name: str, claimed: Sequence[str], known: frozenset[str]) -> bool:
    """Tell whether the name is part of one that the evidence abbreviates: United Nations, UN."""
    at = claimed.index(name)
    return any(
        begin <= at < end and "".join(word[0] for word in claimed[begin:end]).casefold() in known
        for begin in range(max(0, at - 4), at + 1)
        for end in range(begin + 2, min(len(claimed), begin + 6) + 1)
    )
