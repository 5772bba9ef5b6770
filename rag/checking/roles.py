"""Does a sentence give what is said of one to another?"""

from __future__ import annotations

from collections.abc import Sequence

from rag.checking.case import Case
from rag.checking.clauses import Clause, clauses
from rag.checking.content import known_stems, mentions
from rag.checking.fault import Fault, unsupported
from rag.checking.indirect import repeats
from rag.checking.phrases import Phrase

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_EITHER_NUMBER = frozenset({"which", "that", "who", "such"})


def roles(case: Case) -> Fault | None:
    """Find a predicate of the evidence with another subject, object or complement than it has there.

    A clause of the sentence whose predicate the evidence has must find there one clause with that
    predicate in which each of its places is filled alike. A pronoun fits what it may stand for; "I"
    and "we" are the speaker. Predicates and words that the evidence lacks are for other checks.
    """
    if repeats(case):
        return None
    said = clauses(case.said)
    for claimed in clauses(case.text):
        same = [clause for clause in said if _derived(clause.predicate, claimed.predicate)]
        misfits = [_misfit(claimed, clause, case) for clause in same]
        if misfits and all(misfits):
            return unsupported(f"the evidence does not say this of “{misfits[0]}”")
    return None


def _derived(one: str, other: str) -> bool:
    return one == other or mentions(frozenset({one}), other)


def _misfit(claimed: Clause, said: Clause, case: Case) -> str | None:
    """Return the head of the first place of `claimed` that is filled otherwise in `said`."""
    by = [phrase for word, phrase in said.obliques if word == "by"]
    for phrase in claimed.agents:
        if not _fits(phrase, [*said.agents, *by], case):
            return phrase.head
    for phrase in claimed.patients:
        if said.patients and not _fits(phrase, said.patients, case):
            return phrase.head
    for preposition, phrase in claimed.obliques:
        theirs = [other for word, other in said.obliques if word == preposition]
        if theirs and not _fits(phrase, theirs, case):
            return phrase.head
    return None


def _fits(phrase: Phrase, fillers: Sequence[Phrase], case: Case) -> bool:
    known = _known(case)
    told = mentions(known, phrase.head) or any(filler.pronoun and filler.values for filler in fillers)
    if phrase.pronoun or not told or not phrase.stems:
        return True
    speaks = mentions(known_stems(_names(case)), phrase.head)
    return any(
        _may_mean(filler, phrase, case, speaks=speaks) or _is_same(phrase, filler, known)
        for filler in fillers
    )


def _is_same(phrase: Phrase, filler: Phrase, known: frozenset[str]) -> bool:
    """Tell whether a phrase names what the filler does: its head, and no modifier that stands elsewhere."""
    heads = {phrase.head} & phrase.stems or phrase.stems  # of "much of the oil", the oil
    if filler.denied != phrase.denied or not any(mentions(filler.stems, head) for head in heads):
        return False
    modifiers = phrase.stems - {phrase.head}
    return all(mentions(filler.wide, word) or not mentions(known, word) for word in modifiers)


def _may_mean(pronoun: Phrase, phrase: Phrase, case: Case, *, speaks: bool) -> bool:
    """Tell whether a pronoun of the evidence can stand for a phrase: "I" for the speaker."""
    if pronoun.pronoun is None or pronoun.pronoun in _FIRST_PERSON or speaks:
        return pronoun.pronoun is not None and speaks
    if pronoun.values:  # "44 projects, eleven are being built": of the same number, and named before
        return pronoun.values == phrase.values and mentions(pronoun.earlier, phrase.head)
    earlier = pronoun.earlier | known_stems(ground.before for ground in case.grounds)
    agrees = pronoun.plural == phrase.plural or pronoun.pronoun in _EITHER_NUMBER
    return agrees and mentions(earlier, phrase.head)


def _known(case: Case) -> frozenset[str]:
    """Return the stems of the evidence, of what stands before it, and of its speakers' names."""
    return known_stems([case.said, *(ground.before for ground in case.grounds), *_names(case)])


def _names(case: Case) -> Sequence[str]:
    speakers = (ground.source.quotation.passage.speaker for ground in case.grounds)
    return [speaker for speaker in speakers if speaker]
