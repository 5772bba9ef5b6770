"""Does the answer hold the gold words?"""

from __future__ import annotations

from eval.metrics.metric import Averaged, Observation
from eval.outcome import Outcome


class GoldSpan(Averaged):
    """The share of answerable questions whose answer holds one of the gold answers word for word.

    A refusal counts as 0. Case, white space and the forms of quotation marks and dashes do not
    count; the words must stand whole. Range 0 to 1, higher is better.

    Source: the "answer containment" of open-domain question answering; Chen et al., "Reading
    Wikipedia to Answer Open-Domain Questions", ACL 2017, section 5.
    """

    name = "gold-span"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return 1 where the answer holds the gold words, else 0."""
        if not outcome.case.answerable or outcome.right is None:
            return None
        return (float(outcome.right),)


class GoldSpanUnrefused(Averaged):
    """The same as if no question were refused: what the evidence is worth before it is judged.

    The sentences that would be quoted stand for the answer to a refused question; where the
    question names a speaker who is not in the corpus there are none. Range 0 to 1, higher is better.

    Source: as for `gold-span`; keeping the reader apart from the decision to abstain follows
    Kamath, Jia and Liang, "Selective Question Answering under Domain Shift", ACL 2020, section 3.
    """

    name = "gold-span-unrefused"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return 1 where the answer, given or withheld, holds the gold words, else 0."""
        if not outcome.case.answerable or outcome.right_if_answered is None:
            return None
        return (float(outcome.right_if_answered),)
