"""Does a sentence say more than its evidence: without its reservations, or of all where it speaks of some?"""

from __future__ import annotations

import re

from rag.checking.attribution import says
from rag.checking.case import Case
from rag.checking.clauses import clauses
from rag.checking.content import is_content, known_stems, mentions, stem
from rag.checking.fault import Fault, unsupported
from rag.checking.words import words

_HEDGES = frozenset(
    """
    may might could possible possibly possibility perhaps probably likely hope hopes hopefully plan plans
    planned planning intend intends intended intention propose proposed proposal proposes consider
    considering exclude ready prepared try trying attempt aim aims seek seeks willing
    if chance prospect prospects potential believe believes think thinks expect expects expected
    suggest suggests suggested recommend recommends recommended urge urges urged demand demands demanded
    allegedly reportedly rumours rumors suppose supposed
    """.split()
)
_SWEEPING = frozenset(
    "all every always never only none nobody everyone everybody entirely completely fully".split()
)
_DECISIVE = frozenset(
    """
    agree sign approve decide order promise guarantee commit ban refuse reject resign launch attack invade
    win kill die withdraw recognise recognize accept condemn apologise apologize admit confess lie threaten
    cancel suspend sanction expel arrest deploy destroy surrender veto ratify adopt abolish nationalise
    conclude finalise complete finish begin start end dismiss fire appoint elect vote
    """.split()
)
_OPINION = frozenset({"believe", "think"})
_REACH = 5  # words after a reservation that it covers


def reservation(case: Case) -> Fault | None:
    """Find a reservation that is dropped, or a sweeping or decisive word that the evidence lacks."""
    claimed = words(case.text)
    known = known_stems([case.said])
    for word in claimed:
        if word.text in _SWEEPING and word.text not in {said.text for said in words(case.said)}:
            return unsupported(f"the evidence does not say “{word.text}”")
    decisive = {stem(word) for word in _DECISIVE} & {clause.predicate for clause in clauses(case.text)}
    for word in claimed:
        if stem(word.text) in decisive and not mentions(known, word.text):
            return unsupported(f"the evidence does not say “{word.text}”")
    return _dropped(case) or _excepted(case)


_EXCEPTION = re.compile(
    r"\b(?:except|apart\s+from|unless|excluding|save\s+for|other\s+than|with\s+the\s+exception|only\s+if"
    r"|provided\s+that|on\s+condition)\b",
    re.IGNORECASE,
)


def _excepted(case: Case) -> Fault | None:
    """Find an exception or condition that is left out of what it restricts."""
    exception = _EXCEPTION.search(case.said)
    if exception is None or _EXCEPTION.search(case.text):
        return None
    restricted = [word for word in words(case.said[: exception.start()]) if is_content(word)][-2:]
    stems = {stem(word.text) for word in words(case.text)}
    if any(stem(word.text) in stems for word in restricted):
        return unsupported(f"the evidence makes an exception here: “{exception[0]}”")
    return None


def _dropped(case: Case) -> Fault | None:
    said, claimed = words(case.said), words(case.text)
    hedged = {stem(word.text) for word in claimed} & {stem(word) for word in _HEDGES}
    if hedged or _hedged(case):
        return None
    stems = {stem(word.text) for word in claimed if is_content(word)}
    reported = says(case.text)  # "Lavrov said that P" where he says "I believe that P"
    for position, word in enumerate(said):
        if word.text in _HEDGES and not (word.text in _OPINION and reported):
            covered = [item for item in said[position + 1 : position + 1 + _REACH] if is_content(item)]
            if covered and all(stem(item.text) in stems for item in covered[:2]):
                return unsupported(f"the evidence has a reservation here: “{word.text}”")
    return None


def _hedged(case: Case) -> bool:
    """Tell whether the sentence quotes its evidence, reservations and all."""
    return case.text.casefold() in case.said.casefold()
