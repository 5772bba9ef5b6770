"""A sentence that makes two statements, each of which may rest on a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.checking.parser import parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def statements(text: str) -> list[str]:
    """Return what `text` states, as sentences: those that "and" joins, each with the subject that they share.

    "Rates have fallen and brought down costs" is "Rates have fallen" and "Rates brought down costs". What
    stands before the first subject ("If asked, Ford said that ...") is kept in each.
    """
    first = next((token for token in parsed(text) if _is_joined(token)), None)
    if first is None:
        return [text]
    head, doc = _partner(first), first.doc
    start, end = first.left_edge.i, first.right_edge.i + 1
    subject = next((child for child in head.children if child.dep_ in _SUBJECTS), None)
    joint = next((token.i for token in doc[head.i : start] if token.dep_ == "cc"), start)
    if subject is None or joint <= head.i:
        return [text]
    shared = subject.left_edge.i if _has_subject(first) else subject.right_edge.i + 1
    one = doc[:joint].text.rstrip(" ,;")
    other = f"{doc[:shared].text} {doc[start:end].text}".strip(" .")
    return [f"{one}.", *statements(f"{other}.")]


def _is_joined(token: Token) -> bool:
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX")


def _partner(verb: Token) -> Token:
    """Return what a verb is joined to; where that is an infinitive and it is not, the verb above that."""
    head = verb.head
    while verb.tag_ != "VB" and head.tag_ == "VB" and not any(_modal(head)) and head.head is not head:
        head = head.head
    return head


def _modal(verb: Token) -> list[Token]:
    return [
        child for child in verb.children if child.tag_ == "MD" or (child.dep_ == "aux" and child.tag_ != "TO")
    ]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)
