"""What fills the places of a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from rag.checking.content import is_content, stem
from rag.checking.numbers import numbers
from rag.checking.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = {"WDT", "WP"}
_CLAUSAL = {"relcl", "advcl", "ccomp", "csubj", "parataxis"}  # clauses of their own, not part of a phrase
_NAMING = {"pobj", "conj", "appos", "compound", "nmod", "amod", "nummod"}
_STANDING_IN = {"PRON", "NUM"}  # "44 projects, eleven are being built"
_PLURAL = {"they", "them", "these", "those", "we", "us", "which", "that", "who", "both"}
_POINTING = {"this", "these", "that", "those", "such"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """What fills a place in a clause.

    `stems` are those of the head, of what is joined to it by "and" or "of", and of its modifiers; `wide`
    has those of all prepositions below it too. `pronoun` is the head where that is a pronoun or a bare
    number, or its demonstrative ("this work"): each stands for something that is named elsewhere, and
    `earlier` are the stems of all words before it; `plural` is its number. `values` are the numbers that
    count it, or that it is. `denied` tells that "not" or "no" stands inside.
    """

    head: str
    stems: frozenset[str]
    wide: frozenset[str]
    pronoun: str | None
    earlier: frozenset[str]
    plural: bool
    values: frozenset[Decimal]
    denied: bool


def phrases(heads: list[Token]) -> tuple[Phrase, ...]:
    """Return what these words, and those joined to them by "and", stand for; verbs stand for nothing."""
    every = dict.fromkeys(token for head in heads for token in (head, *head.conjuncts))
    return tuple(_phrase(token) for token in every if token.pos_ != "VERB")


def _phrase(head: Token) -> Phrase:
    inside = [head, *_under(head)]
    pointing = [child.lower_ for child in head.children if child.tag_ == "DT" and child.lower_ in _POINTING]
    counting = " ".join(
        token.text for token in (head, *head.children) if token.pos_ == "NUM" or token.dep_ == "nummod"
    )
    asks = head.tag_ in _RELATIVE and head.head.dep_ == "ccomp"  # "until certain which is better" names none
    return Phrase(
        head=stem_of(head),
        stems=_told([head, *_core(head)]),
        wide=_told(inside),
        pronoun=head.lower_ if head.pos_ in _STANDING_IN and not asks else next(iter(pointing), None),
        earlier=_told(head.doc[: head.i]),
        plural=head.tag_ in ("NNS", "NNPS", "CD") or head.lower_ in _PLURAL or bool(head.conjuncts),
        values=frozenset(number.value for number in numbers(counting)),
        denied=any(token.dep_ == "neg" or token.lower_ in ("no", "not") for token in inside),
    )


def _told(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(stem_of(token) for token in tokens if any(map(is_content, words(token.text))))


def _core(token: Token) -> Iterator[Token]:
    """Yield what names the same as `token`, or the whole of which it is a part ("a majority of Congress")."""
    for child in token.children:
        of = child.dep_ == "prep" and child.lower_ == "of"
        if child.dep_ == "acl":  # "issues involved in the treaty"
            yield from _under(child)
        elif of or child.dep_ in _NAMING:
            yield child
            yield from _core(child)


def _under(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ not in _CLAUSAL and not (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            yield child
            yield from _under(child)


def stem_of(token: Token) -> str:
    """Return the stem of a word, as the other checks know it."""
    known = words(token.text)
    return stem(known[0].text.removesuffix("'s")) if known else token.lower_
