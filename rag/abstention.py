"""Deciding whether the corpus answers the question at all.

No single score separates the answerable from the unanswerable, so several weak signals are
combined by logistic regression, fitted on train and development questions
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
from rag.question import Question
from rag.terms import Term


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against an answer.

    `score` is that of the best sentence: the cross-encoder's logits of the sentence in context, of its
    passage, and of the bare sentence, summed (where a journalist's words are wanted, with the bonus of
    `rag.evidence`). `bare` is the highest logit of the sentences that an answer
    may hold, read without context. `unheard_names` counts the question's proper names and numbers that no
    retrieved passage mentions. `asks_questioner` is 1 where a journalist's words are wanted, which
    the cross-encoder scores lower than statements, else 0; `unused_word` is 1 where a large corpus never
    uses some word of the question ("bitcoin"), else 0.
    """

    score: float
    bare: float
    unheard_names: float
    asks_questioner: float
    unused_word: float


def signals(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    bare: Sequence[float],
    unused: Sequence[Term],
) -> Signals:
    """Return the signals of a question; `hits` and `evidence` are not empty, the best of each first.

    `bare` are the cross-encoder's logits of the sentences that may be quoted, without their context, and
    `unused` the terms that the corpus never uses; whoever speaks may be named otherwise ("JFK").
    """
    named = (question.sayer or "").split()
    retrieved = [text for hit in hits for text in (hit.passage.text, *_metadata(hit.passage))]
    return Signals(
        score=evidence[0].score,
        bare=max(bare),
        unheard_names=float(sum(term.name for term in uncovered(question.terms, retrieved))),
        asks_questioner=float(question.asks_questioner),
        unused_word=float(any(term.text not in named for term in unused)),
    )


def off_topic(question: Question, best: Sequence[Evidence]) -> bool:
    """Tell whether the sentences that may be quoted say no word of the topic that somebody spoke about.

    The title of the statement and the question that was answered count as well. Of 30 development and
    training questions of which that is true 26 have no answer, and two more were answered wrongly.
    """
    texts = [
        text
        for item in best
        for text in (item.quote, item.passage.title, item.passage.question or "")
        if text
    ]
    return bool(question.topic) and len(uncovered(question.topic, texts)) == len(question.topic)


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
