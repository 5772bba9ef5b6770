"""Full-text search over statements: by their words alone, so that it is there at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.passage import Passage
from index.sentences import sentences
from rag.assistant import Assistant

_PASSAGES = 300
_SHORTEST = 3  # letters of a word that is marked


@dataclass(frozen=True, slots=True)
class Match:
    """The sentence of a statement that matches best, as offsets, and in parts: (text, is it a match)."""

    start: int
    end: int
    parts: tuple[tuple[str, bool], ...]


def matches(assistant: Assistant, words: str) -> dict[str, Match]:
    """Return by statement, the best first, where the words stand."""
    index = assistant.index
    rows = [row for row, _ in index.words.search(words, _PASSAGES)]
    terms = {word.casefold() for word in re.findall(r"\w+", words) if len(word) >= _SHORTEST}
    found: dict[str, Match] = {}
    for passage in index.content.passages(rows):
        if passage.statement_id not in found:
            found[passage.statement_id] = _match(passage, terms)
    return found


def _match(passage: Passage, terms: set[str]) -> Match:
    """Return the sentence with most of the words, or with the beginnings of words that are theirs."""
    alternatives = "|".join(map(re.escape, sorted(terms)))
    pattern = re.compile(rf"\b({alternatives})\w*", re.IGNORECASE) if terms else None

    def hits(span: tuple[int, int]) -> int:
        text = passage.text[slice(*span)]
        return len({match[1].casefold() for match in pattern.finditer(text)}) if pattern else 0

    spans = list(sentences(passage.text)) or [(0, len(passage.text))]
    start, end = max(spans, key=hits)
    return Match(passage.start + start, passage.start + end, tuple(_parts(passage.text[start:end], pattern)))


def _parts(text: str, pattern: re.Pattern[str] | None) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    at = 0
    for match in pattern.finditer(text) if pattern else ():
        parts += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return [*parts, (text[at:], False)]
