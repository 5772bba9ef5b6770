"""Are these the very words of a text?

Two marks of the press are understood. An ellipsis leaves words out; a [bracket] explains words or
stands for them. Neither may touch a negation, because without it the rest says the contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.sentences import Span
from rag.checking.words import Word, words

_MOST_BRACKETED = 6  # words that one [bracket] may stand for
INITIAL = re.compile(r"\[([^\W\d_])\](?=\w)")  # [t]his, where the original has a capital
_MARK = re.compile(
    r"[\[(]\s*(?:\.{3,}|…|(?:\.\s){2}\.)\s*[\])]|\.{3,}|(?:\.\s){2}\.|…|(?P<bracket>\[[^\]]*\])"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Fragment:
    """Words that must follow each other, and whether a bracket, not an ellipsis, stands before them."""

    words: tuple[str, ...]
    after_bracket: bool


def find(quote: str, text: str) -> list[Span]:
    """Return where `text` has the words of `quote`: each place from its first word to its last.

    One changed, added or dropped word, and the place is none. Typographic marks, case, punctuation
    and line breaks do not count.
    """
    fragments = _fragments(quote)
    if not fragments:
        return []
    known = words(text)
    first = fragments[0].words
    return [
        (known[begin].start, known[end - 1].end)
        for begin in range(len(known) - len(first) + 1)
        if (end := _matched(fragments, text, known, begin)) is not None
    ]


def _fragments(quote: str) -> list[_Fragment]:
    """Cut a quote at its marks; a bracket that holds a negation makes it none at all."""
    plain = INITIAL.sub(r"\1", quote)
    found: list[_Fragment] = []
    position, bracket = 0, False
    for mark in _MARK.finditer(plain):
        if mark["bracket"] and any(word.negates for word in words(mark["bracket"])):
            return []
        fragment = tuple(word.text for word in words(plain[position : mark.start()]))
        if fragment:
            found.append(_Fragment(fragment, bracket))
            bracket = True
        bracket = bracket and mark["bracket"] is not None
        position = mark.end()
    last = tuple(word.text for word in words(plain[position:]))
    return [*found, _Fragment(last, bracket)] if last else found


def _matched(fragments: Sequence[_Fragment], text: str, known: Sequence[Word], begin: int) -> int | None:
    """Return the end, in words, of the fragments where the first stands at `begin`."""
    end = begin + len(fragments[0].words)
    if tuple(word.text for word in known[begin:end]) != fragments[0].words:
        return None
    if len(fragments) == 1:
        return end
    for following in _following(fragments[1], text, known, end):
        found = _matched(fragments[1:], text, known, following)
        if found is not None:
            return found
    return None


def _following(fragment: _Fragment, text: str, known: Sequence[Word], end: int) -> Iterator[int]:
    """Yield where the next fragment may begin, after words that may be left out.

    In a later sentence that is its first word: the middle of one sentence must not become the end of another.
    """
    last = len(known) - len(fragment.words)
    if fragment.after_bracket:
        last = min(last, end + _MOST_BRACKETED)
    for begin in range(end, last + 1):
        gap = text[known[end - 1].end : known[begin].start]
        ends = list(_SENTENCE_END.finditer(gap))
        if fragment.after_bracket and ends:
            return
        spliced = bool(ends) and bool(words(gap[ends[-1].end() :]))
        if not spliced and not _loses_negation(gap):
            yield begin


def _loses_negation(gap: str) -> bool:
    """Tell whether a negation is left out of a sentence of which words are quoted."""
    return any(word.negates for word in words(_SENTENCE_END.split(gap)[0]))
