"""What is wrong with a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from rag.answer import Verdict


@dataclass(frozen=True, slots=True)
class Fault:
    """A verdict other than verified, and the reason as words that end without a stop."""

    verdict: Verdict
    reason: str


def unsupported(reason: str) -> Fault:
    """Return the fault of a sentence that its evidence does not bear out."""
    return Fault(Verdict.UNSUPPORTED, reason)


def misquoted(reason: str) -> Fault:
    """Return the fault of a sentence whose quotation is not verbatim."""
    return Fault(Verdict.MISQUOTED, reason)


def misattributed(reason: str) -> Fault:
    """Return the fault of a sentence that puts words into the wrong mouth."""
    return Fault(Verdict.MISATTRIBUTED, reason)
