"""One word on the outcome of a question."""

from __future__ import annotations

from enum import StrEnum

from eval.outcome import Outcome


class Verdict(StrEnum):
    """How a question ended."""

    RIGHT = "right"
    WRONG = "wrong"
    FALSE_ANSWER = "false answer"
    FALSE_REFUSAL = "false refusal"
    RIGHT_REFUSAL = "right refusal"
    UNJUDGED = "unjudged"

    @property
    def good(self) -> bool:
        """Whether that is how it should end."""
        return self in (Verdict.RIGHT, Verdict.RIGHT_REFUSAL)


def verdict(outcome: Outcome) -> Verdict:
    """Return the verdict; an answer to a question without gold words cannot be judged."""
    if not outcome.case.answerable:
        return Verdict.FALSE_ANSWER if outcome.answered else Verdict.RIGHT_REFUSAL
    if not outcome.answered:
        return Verdict.FALSE_REFUSAL
    if outcome.right is None:
        return Verdict.UNJUDGED
    return Verdict.RIGHT if outcome.right else Verdict.WRONG
