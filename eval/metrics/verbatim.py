"""Is every quotation what stands in its source?"""

from __future__ import annotations

from eval.metrics.metric import Observation, Pooled
from eval.outcome import Outcome


class VerbatimRate(Pooled):
    """The share of citations whose quote equals the source at its offsets, character for character.

    A citation of a statement that does not exist is not verbatim, and neither is one whose
    sentence stands outside its quote. Over all answers, right or wrong. Range 0 to 1, higher is
    better; the product promises 1.

    Source: this project's design; compare the exact-match quotes of Menick et al., "Teaching
    language models to support answers with verified quotes", arXiv:2203.11147, section 2.
    """

    name = "verbatim-rate"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the number of verbatim citations, and of all."""
        citations = outcome.answer.citations
        if not citations:
            return None
        verbatim = 0
        for citation in citations:
            source = outcome.source(citation)
            stands = source is not None and source.text[citation.start : citation.end] == citation.quote
            resting = [s.text for s in outcome.answer.sentences if citation.n in s.citations]
            verbatim += stands and bool(resting) and all(text in citation.quote for text in resting)
        return (float(verbatim), float(len(citations)))
