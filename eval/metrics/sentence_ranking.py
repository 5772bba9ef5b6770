"""Answer-sentence ranking: how high the sentences that answer stand among the evidence."""

from __future__ import annotations

from eval.metrics.metric import Averaged, Observation
from eval.outcome import Outcome


class SentenceMap(Averaged):
    """Mean average precision of the scored sentences.

    Definition: the mean, over all gold spans, of the precision at the rank of the first sentence
    that shares a character with the span; a span that no sentence touches contributes 0. A further
    sentence on a span that was found already takes no rank. Over answerable questions. Range 0 to
    1, higher is better.

    Source: Yang, Yih and Meek, "WikiQA: A Challenge Dataset for Open-Domain Question Answering",
    EMNLP 2015, section 4.
    """

    name = "sentence-MAP"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the average precision of this question's sentences."""
        if not outcome.case.gold:
            return None
        total = 0.0
        for right, (rank, spans) in enumerate(_finds(outcome), start=1):
            total += spans * right / rank
        return (total / len(outcome.case.gold),)


class SentenceMrr(Averaged):
    """Mean reciprocal rank of the first scored sentence that answers.

    Definition: 1 / rank of the first sentence that shares a character with a gold span, 0 where
    none does. Over answerable questions. Range 0 to 1, higher is better.

    Source: Voorhees, "The TREC-8 Question Answering Track Report", TREC-8, 1999.
    """

    name = "sentence-MRR"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the reciprocal rank of this question's first right sentence."""
        if not outcome.case.gold:
            return None
        found = _finds(outcome)
        return (1.0 / found[0][0] if found else 0.0,)


def _finds(outcome: Outcome) -> list[tuple[int, int]]:
    """Return, for each sentence that is first on a gold span, its rank and the spans it is first on."""
    waiting = list(outcome.case.gold)
    found: list[tuple[int, int]] = []
    rank = 0
    for item in outcome.evidence:
        place = (item.passage.statement_id, item.start, item.end)
        if not any(span.touches(*place) for span in outcome.case.gold):
            rank += 1
            continue
        missing = [span for span in waiting if not span.touches(*place)]
        if len(missing) < len(waiting):
            rank += 1
            found.append((rank, len(waiting) - len(missing)))
            waiting = missing
    return found
