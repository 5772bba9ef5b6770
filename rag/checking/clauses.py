"""Who does what to whom in a sentence: its clauses, each with its predicate and what fills its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rag.checking.parser import parsed
from rag.checking.phrases import Phrase, phrases, stem_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
_OBJECTS = {"dobj", "dative", "oprd"}
_COMPLEMENTS = {"acomp", "attr"}
# What a noun is to the noun that it belongs to.
_WITHIN = {"prep", "pobj", "conj", "appos", "compound", "nmod", "poss"}
_RELATIVE = {"WDT", "WP"}
_NOUNS = {"NOUN", "PROPN", "NUM"}
_FINITE = {"VBD", "VBP", "VBZ"}
_SPEAKER = {"i", "we", "it"}  # "it may be remarked that ..." is what the speaker remarks
_REACH = 6  # words before a noun among which that of a participle may stand
_CONDITIONAL = {"if", "unless", "provided", "providing", "whenever", "lest"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and its places.

    `agents` do or are it, `patients` have it done to them, `obliques` are joined by a preposition.
    `conditional` tells that it holds only if something else does. `modal` is its "may", "should" or "will";
    `governors` are the verbs and nouns that it is the content of ("the claim that ..."), each with whether
    the speaker is its subject. `states` tells that it has none of them, nor another verb before it, and
    `past` that it tells what was. `finite` tells that it has a tense; `aim` is what a gerund after "of" or
    "to" depends on: "the goal of landing", "committed to landing".
    """

    predicate: str
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    obliques: tuple[tuple[str, Phrase], ...]
    denied: bool
    conditional: bool
    modal: str | None
    governors: tuple[tuple[str, bool], ...]
    states: bool
    past: bool
    finite: bool
    aim: str | None


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of `text` in the order of their predicates; those of bare nouns are none."""
    return tuple(_clause(token) for token in parsed(text) if _is_predicate(token))


def has_condition(text: str) -> bool:
    """Tell whether anything in `text` is said to hold only on a condition."""
    return any(_sets_condition(token) for token in parsed(text))


def _is_predicate(token: Token) -> bool:
    if token.dep_ in _COMPLEMENTS:
        return bool(token.head.lemma_ in ("be", "become", "remain"))
    return token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "prep", "case")


def _clause(predicate: Token) -> Clause:
    verb = predicate.head if predicate.dep_ in _COMPLEMENTS else predicate
    passive = _is_passive(verb)
    doers = subjects(verb)
    objects = list(_children(verb, _OBJECTS)) or ([] if passive else _relative_object(verb))
    by = [noun for agent in _children(verb, {"agent"}) for noun in _children(agent, {"pobj"})]
    joined = [
        (preposition.lower_, noun)
        for owner in dict.fromkeys((verb, predicate))
        for preposition in _children(owner, {"prep", "agent"})
        for noun in _children(preposition, {"pobj"})
    ]
    auxiliaries = list(_children(verb, {"aux", "auxpass"}))
    modal = next((token.lower_ for token in auxiliaries if token.tag_ == "MD"), None)
    return Clause(
        predicate=stem_of(predicate),
        agents=phrases(by if passive else [*doers, *by]),
        patients=phrases([*doers, *objects] if passive else objects),
        obliques=tuple((word, phrase) for word, noun in joined for phrase in phrases([noun])),
        denied=any(child.dep_ == "neg" for child in (*verb.children, *predicate.children)),
        conditional=_is_conditional(verb),
        modal=modal,
        governors=tuple(_governors(verb)),
        finite=modal is not None
        or verb.tag_ in _FINITE
        or any(token.tag_ in _FINITE for token in auxiliaries),
        aim=_aim(verb),
        states=modal is None and verb.dep_ in ("ROOT", "ccomp", "conj", "relcl"),
        past=any(token.tag_ in ("VBD", "VBN") and token.dep_ != "nsubj" for token in (verb, *auxiliaries)),
    )


def _children(token: Token, labels: set[str]) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ in labels)


def _is_passive(verb: Token) -> bool:
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(_children(verb, {"aux", "nsubj", "dobj"})):
        return False
    return verb.dep_ in ("acl", "advcl") or (verb.dep_ == "conj" and _is_passive(verb.head))


def subjects(verb: Token, depth: int = 4) -> list[Token]:
    """Return the subject of a verb, the one that it shares with another verb included.

    What a participle belongs to is left open, since parsers often miss it: "the Plan for 2013 approved by
    ..." is any of the nouns before, and "having signed it, ..." any that the main verb has.
    """
    own = list(_children(verb, _SUBJECTS))
    relative = verb.dep_ == "relcl" and any(subject.tag_ in _RELATIVE for subject in own)
    if relative or (verb.dep_ == "acl" and not own):
        return _nouns_up(verb.head)
    if own or depth == 0:
        return [subject for subject in own if subject.dep_ != "expl"]
    if verb.dep_ == "xcomp":
        return list(_children(verb.head, {"dobj"})) or subjects(verb.head, depth - 1)
    if verb.dep_ == "advcl":
        return [*subjects(verb.head, depth - 1), *_children(verb.head, _OBJECTS)]
    return subjects(verb.head, depth - 1) if verb.dep_ in ("conj", "pcomp", "prep", "oprd", "aux") else []


def _relative_object(verb: Token) -> list[Token]:
    """Return the nouns that a relative clause may be about: "the plan that we made"."""
    return _nouns_up(verb.head) if verb.dep_ == "relcl" else []


def _nouns_up(noun: Token) -> list[Token]:
    """Return a noun, those of the phrase that it is part of, and the few before it."""
    found = [noun, *(token for token in noun.doc[max(0, noun.i - _REACH) : noun.i] if token.pos_ in _NOUNS)]
    while noun.dep_ in _WITHIN and noun.head is not noun:
        noun = noun.head
        if noun.pos_ in _NOUNS and noun not in found:
            found.append(noun)
    return found


def _sets_condition(token: Token) -> bool:
    """Tell whether a word opens a condition: "if", "unless", or a verb put first ("should it fail")."""
    if token.dep_ == "mark" and token.lower_ in _CONDITIONAL:
        return True
    if token.dep_ == "advmod" and token.lower_ in ("when", "once") and token.head.dep_ == "advcl":
        return any(child.tag_ == "MD" for child in _children(token.head.head, {"aux"}))
    inverted = token.dep_ == "aux" and token.lower_ in ("should", "had", "were")
    return (
        inverted
        and token.head.dep_ == "advcl"
        and any(child.dep_ in _SUBJECTS and child.i > token.i for child in token.head.children)
    )


def _is_conditional(verb: Token) -> bool:
    """Tell whether a condition hangs on the verb, or on one that it depends on as a part."""
    for clause in _children(verb, {"advcl"}):
        if any(map(_sets_condition, clause.children)):
            return True
    shares = verb.dep_ in ("ccomp", "xcomp", "conj")
    return shares and _is_conditional(verb.head)


def _governors(verb: Token) -> Iterator[tuple[str, bool]]:
    """Yield what a clause is the content of, the nearest first; the purpose of a verb is none."""
    while verb.dep_ == "conj":
        verb = verb.head
    content = verb.dep_ == "ccomp" or (verb.dep_ == "acl" and any(_children(verb, {"mark"})))
    if content:
        head = verb.head
        verb = head.head if head.dep_ in _COMPLEMENTS else head
        yield head.lower_, any(subject.lower_ in _SPEAKER for subject in subjects(verb))
        yield from _governors(head)


def _aim(verb: Token) -> str | None:
    """Return the noun or verb of "the goal of landing", None elsewhere."""
    if verb.dep_ == "conj":
        return None if any(_children(verb, _SUBJECTS)) else _aim(verb.head)
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "to"):
        return str(verb.head.head.lower_)
    return None
