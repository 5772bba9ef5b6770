"""What the pipeline did with one question: all that a metric looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eval.case import Case, Unit
from eval.words import holds_any
from index.statement import Statement
from rag.answer import Answer, Citation, Evidence, Hit


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question, its answer, and how the answer came about.

    `ranking` are the passages that the search brought, best first; `evidence` their sentences as
    scored, best first; `proposal` the sentences that would be quoted if no question were refused.
    `probability` (0 to 1) is the estimate that these answer. `sources` holds the statements that the
    answer cites.
    """

    case: Case
    answer: Answer
    ranking: tuple[Hit, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proposal: tuple[str, ...] = ()
    probability: float = 0.0
    sources: Mapping[str, Statement] | None = None

    @property
    def answered(self) -> bool:
        """Whether there is an answer, right or wrong."""
        return not self.answer.abstained

    @property
    def right(self) -> bool | None:
        """Whether the answer holds the gold words; None where the question has none."""
        return _holds(self.case, [sentence.text for sentence in self.answer.sentences])

    @property
    def right_if_answered(self) -> bool | None:
        """Whether an answer would be right: that given, or after a refusal the one not given.

        Never right where the corpus holds no answer; None where no gold words are known.
        """
        if not self.case.answerable:
            return False
        return self.right if self.answered else _holds(self.case, self.proposal)

    def run(self) -> dict[str, float]:
        """Return the ranking as scores by passage or statement id, as the relevance judgments name them.

        The scores count down from the length of the ranking, so that equal scores keep their order;
        a statement stands where its best passage does.
        """
        ids = [_unit_id(self.case.unit, hit) for hit in self.ranking]
        distinct = list(dict.fromkeys(ids))
        return {unit_id: float(len(distinct) - place) for place, unit_id in enumerate(distinct)}

    def source(self, citation: Citation) -> Statement | None:
        """Return the statement that `citation` names, if it exists."""
        return (self.sources or {}).get(citation.statement_id)


def _holds(case: Case, sentences: list[str] | tuple[str, ...]) -> bool | None:
    return holds_any(" ".join(sentences), case.answers) if case.answers else None


def _unit_id(unit: Unit, hit: Hit) -> str:
    return hit.passage.id if unit is Unit.PASSAGE else hit.passage.statement_id
