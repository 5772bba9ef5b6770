"""How much of what a question is about occurs in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.terms import Term, stems

_SHORTEST_PREFIX = 4  # "syria" covers "syrian", "iran" covers "iranian"


def uncovered(terms: Sequence[Term], texts: Iterable[str]) -> list[Term]:
    """Return the terms that no text mentions, in the order of the question.

    A stem is mentioned by an equal stem, or by one that begins with it or that it begins with.
    """
    known = {stem for text in texts for stem in stems(text)}
    return [term for term in terms if not _mentioned(term.stem, known)]


def _mentioned(stem: str, known: set[str]) -> bool:
    if stem in known:
        return True
    if len(stem) < _SHORTEST_PREFIX:
        return False
    return any(
        len(other) >= _SHORTEST_PREFIX and (other.startswith(stem) or stem.startswith(other))
        for other in known
    )
