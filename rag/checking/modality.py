"""Is what is only claimed, denied, wanted or foreseen in the evidence stated as a fact?"""

from __future__ import annotations

from rag.checking.attribution import says
from rag.checking.case import Case
from rag.checking.clauses import Clause, clauses
from rag.checking.content import known_stems, mentions, stem
from rag.checking.fault import Fault, unsupported

_DISPUTING = frozenset(
    map(stem, "reject deny denied doubt dispute refute dismiss contest contradict question".split())
)
_CLAIMS = frozenset(
    map(
        stem,
        "claim allegation rumour rumor assertion suggestion idea notion charge accusation hope fear".split(),
    )
)


def modality(case: Case) -> Fault | None:
    """Find a clause that stands in the evidence under a verb or "should" that is left out here.

    "They rejected the claim that P" does not say that P, nor do "critics say that P" and "P must be done".
    What the speaker says in the first person ("I believe that P") is said by the speaker.
    """
    said, claimed_stems = clauses(case.said), known_stems([case.text])
    stated = clauses(case.text)
    reporting = {stem(verb) for clause in stated for verb, _ in clause.governors}
    for claimed in (clause for clause in stated if clause.predicate not in reporting):
        same = [clause for clause in said if mentions(frozenset({clause.predicate}), claimed.predicate)]
        lost = [_lost(claimed, clause, claimed_stems) for clause in same]
        if lost and all(lost):
            return unsupported(f"the evidence has “{lost[0]}” before this")
    return None


def _lost(claimed: Clause, said: Clause, stems: frozenset[str]) -> str | None:
    for verb, by_speaker in said.governors:
        others = not by_speaker and (says(verb) or stem(verb) in _CLAIMS)
        if (others or stem(verb) in _DISPUTING) and not mentions(stems, stem(verb)):
            return verb
    stated = claimed.finite and claimed.modal in (None, "will", "would", "shall")
    if said.aim and stated and not mentions(stems, stem(said.aim)):
        return said.aim
    if said.modal and claimed.states and (claimed.past or said.modal not in ("will", "shall")):
        return said.modal
    return None
