"""Do the citations point at the gold spans, and do they cover them?"""

from __future__ import annotations

from eval.case import GoldSpan
from eval.metrics.metric import Averaged, Observation, Pooled
from eval.outcome import Outcome
from rag.answer import Citation


class CitationPrecision(Pooled):
    """The share of citations that share words with a gold span.

    Over answers to answerable questions. A rightly quoted sentence that the question set does not
    list counts as an error, so this is a lower bound. Range 0 to 1, higher is better.

    Source: after Gao et al., "Enabling Large Language Models to Generate Text with Citations",
    EMNLP 2023, section 3, with gold spans in place of an entailment model.
    """

    name = "citation-precision"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the number of citations on gold spans, and of all."""
        citations = outcome.answer.citations
        if not (outcome.case.gold and citations):
            return None
        good = sum(any(_on(citation, span) for span in outcome.case.gold) for citation in citations)
        return (float(good), float(len(citations)))


class CitationRecall(Averaged):
    """The share of a question's gold spans that its citations touch, averaged over answerable questions.

    A refusal counts as 0. Range 0 to 1, higher is better.

    Source: as for `citation-precision`.
    """

    name = "citation-recall"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the share of gold spans that are cited."""
        if not outcome.case.gold:
            return None
        citations = outcome.answer.citations
        cited = sum(any(_on(citation, span) for citation in citations) for span in outcome.case.gold)
        return (cited / len(outcome.case.gold),)


def _on(citation: Citation, span: GoldSpan) -> bool:
    return span.touches(citation.statement_id, citation.start, citation.end)
