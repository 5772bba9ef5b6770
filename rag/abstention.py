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

from index.passage import Passage
from rag.answer import Evidence, Hit
from rag.coverage import uncovered
from rag.expectation import holds
from rag.question import Question


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against an answer.

    `sentence` and `bare` are the cross-encoder's logits of the best sentence after its title and
    alone, `passage` that of the best passage. `missing` is the share (0 to 1) of the question's
    content words that the evidence does not mention, `missing_names` the number of proper names
    and numbers among them, `unheard` whether one of its words occurs nowhere in the retrieved
    passages, and `unexpected` whether the evidence lacks the kind of thing asked for.
    """

    sentence: float
    bare: float
    passage: float
    missing: float
    missing_names: float
    unheard: float
    unexpected: float


def signals(question: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], bare: float) -> Signals:
    """Return the signals of a question; `hits` and `evidence` are reranked and not empty.

    `bare` is the cross-encoder's logit of the best sentence without its context.
    """
    best = evidence[0]
    near = evidence[:3]
    context = _metadata(best.passage)
    absent = uncovered(question.terms, [best.passage.text, *context])
    everywhere = [text for hit in hits for text in (hit.passage.text, *_metadata(hit.passage))]
    return Signals(
        sentence=best.score,
        bare=bare,
        passage=hits[0].score,
        missing=len(absent) / max(1, len(question.terms)),
        missing_names=float(sum(term.name for term in absent)),
        unheard=float(bool(uncovered(question.terms, everywhere))),
        unexpected=float(not any(holds(item.quote, question.expected) for item in near)),
    )


def _metadata(passage: Passage) -> list[str]:
    """Return what the record says about a passage; a question may be about that as well."""
    when = passage.date.strftime("%d %B %Y") if passage.date else ""
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
