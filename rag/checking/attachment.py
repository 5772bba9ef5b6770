"""Does a sentence join two nouns by a preposition that the evidence joins otherwise?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rag.checking.case import Case
from rag.checking.content import mentions, stem
from rag.checking.fault import Fault, unsupported
from rag.checking.indirect import repeats
from rag.checking.parser import parsed
from rag.checking.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = ("NOUN", "PROPN")


def attachment(case: Case) -> Fault | None:
    """Find "attack on Cuba" where the evidence speaks of Cuba, and of an attack on something else.

    Only where the evidence has the noun with the same preposition, and nowhere the other noun below it.
    """
    if repeats(case):
        return None
    said = list(parsed(case.said))
    for noun, preposition, joined in _joined(case.text):
        same = [token for token in said if token.pos_ in _NOUNS and _alike(token, noun)]
        elsewhere = any(_alike(token, joined) for token in said)
        taken = [token for token in same if _has(token, preposition.lower_)]
        below = any(_alike(under, joined) for token in same for under in token.subtree)
        if elsewhere and taken and not below:
            return unsupported(f"the evidence does not join “{noun.text} {preposition.text} … {joined.text}”")
    return None


def _joined(text: str) -> Iterator[tuple[Token, Token, Token]]:
    for token in parsed(text):
        if token.dep_ == "pobj" and token.head.head.pos_ in _NOUNS and token.pos_ in _NOUNS:
            yield token.head.head, token.head, token


def _has(noun: Token, preposition: str) -> bool:
    return any(child.dep_ == "prep" and child.lower_ == preposition for child in noun.children)


def _alike(one: Token, other: Token) -> bool:
    ours, theirs = words(one.text), words(other.text)
    return bool(ours and theirs) and mentions(frozenset({stem(ours[0].text)}), theirs[0].text)
