"""The checks that each sentence of a chat model goes through, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.answer import Verdict
from rag.checking.attachment import attachment
from rag.checking.attribution import attribution
from rag.checking.case import Case
from rag.checking.causation import causation
from rag.checking.claim import Claim, Ground, Source
from rag.checking.condition import condition
from rag.checking.coordination import statements
from rag.checking.facts import check_dates, check_names, check_numbers
from rag.checking.fault import Fault, unsupported
from rag.checking.grounds import find_grounds, joined
from rag.checking.instruction import instruction
from rag.checking.modality import modality
from rag.checking.polarity import polarity
from rag.checking.quotations import quotations
from rag.checking.reservation import reservation
from rag.checking.roles import roles
from rag.checking.splice import splice
from rag.checking.support import additions, relevance
from rag.reranker import Reranker

CHECKS: tuple[Callable[[Case], Fault | None], ...] = (
    attribution,
    instruction,
    check_numbers,
    check_dates,
    check_names,
    polarity,
    reservation,
    condition,
    modality,
    causation,
    roles,
    attachment,
    splice,
)
"""The deterministic checks; the first fault decides."""

_FEWEST_PARTS = 2
LEAST_RELEVANCE = 0.0
"""Logit of the cross-encoder, calibrated on sentences written for it (docs/chat-models.md)."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for one claim: the grounds it rests on where it is verified, else the reason.

    `unresolved` are the numbers it cites that no evidence has.
    """

    claim: Claim
    verdict: Verdict
    reason: str | None
    grounds: tuple[Ground, ...]
    unresolved: tuple[int, ...]


class Checker:
    """Checks claims one by one; deterministic but for the cross-encoder, which comes last."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker

    def check(self, claim: Claim, sources: Sequence[Source]) -> Checked:
        """Return the verdict on `claim` before `sources`, the evidence that the model was shown.

        A sentence that makes several statements may rest on one sentence for each, all of them verified.
        """
        whole = self._check(claim, sources)
        parts = statements(claim.text) if claim.quote is None and not quotations(claim.text) else []
        if whole.verdict is not Verdict.UNSUPPORTED or len(parts) < _FEWEST_PARTS:
            return whole
        each = [self._check(Claim(part, None, claim.evidence), sources) for part in parts]
        if any(part.verdict is not Verdict.VERIFIED for part in each):
            return whole
        grounds = joined([ground for part in each for ground in part.grounds])
        return Checked(claim, Verdict.VERIFIED, None, grounds, whole.unresolved)

    def _check(self, claim: Claim, sources: Sequence[Source]) -> Checked:
        unresolved = tuple(n for n in claim.evidence if n not in {source.n for source in sources})
        found = find_grounds(claim, sources)
        if isinstance(found, Fault):
            return Checked(claim, found.verdict, found.reason, (), unresolved)
        fault = self._fault(Case(claim, found))
        if fault:
            return Checked(claim, fault.verdict, fault.reason, (), unresolved)
        return Checked(claim, Verdict.VERIFIED, None, found, unresolved)

    def _fault(self, case: Case) -> Fault | None:
        return next((fault for check in CHECKS if (fault := check(case))), None) or self._support(case)

    def _support(self, case: Case) -> Fault | None:
        added = additions(case)
        if added:
            return unsupported(f"the evidence says nothing of “{' '.join(added)}”")
        if relevance(case, self._reranker) < LEAST_RELEVANCE:
            return unsupported("the evidence does not bear it out")
        return None
