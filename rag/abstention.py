"""Deciding whether the corpus answers the question at all.

No single score separates the answerable from the unanswerable, so several weak signals are
combined by logistic regression, fitted on the development questions alone
(`python -m eval.calibrate`; docs/evaluation.md gives the error rates).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files

from index.dates import long_date
from index.passage import Passage
from rag.answer import Evidence, Hit
from rag.coverage import uncovered
from rag.expectation import holds
from rag.question import Question


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against an answer.

    `evidence` is the score of the best sentence (`Evidence.score`), `bare` the cross-encoder's logit
    of that sentence without its context, and `passage` that of the best passage. `missing` is the
    share (0 to 1) of the question's content words that the best sentence's passage does not mention,
    `missing_names` the number of proper names and numbers among them, and `unexpected` is 1 where
    the sentence lacks the kind of thing asked for (a number, a date, a name), else 0.
    """

    evidence: float
    bare: float
    passage: float
    missing: float
    missing_names: float
    unexpected: float


def signals(question: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], bare: float) -> Signals:
    """Return the signals of a question; `hits` and `evidence` are reranked and not empty.

    `bare` is the cross-encoder's logit of the best sentence without its context.
    """
    best = evidence[0]
    absent = uncovered(question.terms, [best.passage.text, *_metadata(best.passage)])
    return Signals(
        evidence=best.score,
        bare=bare,
        passage=hits[0].score,
        missing=len(absent) / max(1, len(question.terms)),
        missing_names=float(sum(term.name for term in absent)),
        unexpected=float(not holds(best.quote, question.expected)),
    )


def _metadata(passage: Passage) -> list[str]:
    """Return what the record says about a passage; a question may be about that as well."""
    when = long_date(passage.date) if passage.date else ""
    return [passage.title, passage.speaker or "", when, passage.place or "", passage.kind]


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted logistic model: weights by signal, and the probability below which to abstain."""

    weights: dict[str, float]
    intercept: float
    threshold: float

    def probability(self, seen: Signals) -> float:
        """Return the estimated probability (0 to 1) that the evidence answers the question."""
        values = asdict(seen)
        logit = self.intercept + sum(weight * values[name] for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-logit))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """Return the calibration that ships with the package."""
    return Calibration(**json.loads(files("rag").joinpath("calibration.json").read_text("utf-8")))
