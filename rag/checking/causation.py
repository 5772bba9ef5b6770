"""Does a sentence take a cause for its effect, or bring one in?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rag.checking.case import Case
from rag.checking.clauses import subjects
from rag.checking.content import is_content, stem
from rag.checking.fault import Fault, unsupported
from rag.checking.parser import parsed
from rag.checking.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_A_CAUSE = {"because", "due", "owing", "thanks"}
_CAUSING = {"cause": "", "lead": "to", "result": "in", "produce": "", "trigger": "", "prompt": ""}

Pair = tuple[frozenset[str], frozenset[str]]


def causation(case: Case) -> Fault | None:
    """Find a cause and an effect that the evidence has the other way round, or does not connect."""
    said = list(_pairs(case.said))
    for cause, effect in _pairs(case.text):
        if not said:
            return unsupported("the evidence does not say that one is the cause of the other")
        straight = max(len(cause & ours) + len(effect & theirs) for ours, theirs in said)
        swapped = max(len(cause & theirs) + len(effect & ours) for ours, theirs in said)
        if swapped > straight:
            return unsupported("the evidence has cause and effect the other way round")
    return None


def _pairs(text: str) -> Iterator[Pair]:
    """Yield the stems of each cause and of its effect."""
    for token in parsed(text):
        if token.lower_ in _BEFORE_A_CAUSE and token.dep_ in ("mark", "prep", "acomp", "amod", "advmod"):
            inner = token.head if token.dep_ == "mark" else token
            cause = set(inner.subtree)
            yield _stems(cause), _stems(set(inner.head.subtree) - cause)
        elif token.lemma_ in _CAUSING and token.pos_ == "VERB":
            yield from _caused(token, _CAUSING[token.lemma_])


def _caused(verb: Token, preposition: str) -> Iterator[Pair]:
    before = subjects(verb)
    by = [child for child in verb.children if child.dep_ == "agent"]
    after = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    if preposition:
        after = [child for child in verb.children if child.dep_ == "prep" and child.lower_ == preposition]
    causes, effects = (by, before) if by else (before, after)
    if causes and effects:
        yield _stems(_subtrees(causes)), _stems(_subtrees(effects))


def _subtrees(tokens: Iterable[Token]) -> Iterator[Token]:
    return (under for token in tokens for under in token.subtree)


def _stems(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(stem(word.text) for token in tokens for word in words(token.text) if is_content(word))
