"""What each metric counts, on single questions worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from eval.case import Unit
from eval.metrics import METRICS
from eval.metrics.attribution import same_person
from eval.metrics.latency import by_stage
from eval.metrics.ranking import per_query
from eval.metrics.risk_coverage import risks
from eval.outcome import Outcome
from index.statement import Role
from tests.eval import runs

GOLD = "We will build seven bridges"
OTHER = "Nobody will pay a toll"


def observed(name: str, outcome: Outcome) -> tuple[float, ...] | None:
    return METRICS[name].observe(outcome)


def test_gold_words_must_stand_whole() -> None:
    case = replace(runs.answerable(), answers=("even bridges",))

    assert observed("gold-span", runs.outcome(case, runs.citation(GOLD))) == (0.0,)


@pytest.mark.parametrize("answer", ["SEVEN  bridges", "seven\nbridges", "We will build seven bridges"])
def test_gold_words_may_differ_in_case_and_white_space(answer: str) -> None:
    case = replace(runs.answerable(), answers=("not this", answer))

    assert observed("gold-span", runs.outcome(case, runs.citation(GOLD))) == (1.0,)


def test_what_would_have_been_quoted_counts_only_where_refusals_are_set_aside() -> None:
    refused = replace(runs.outcome(runs.answerable()), proposal=(GOLD,))

    assert observed("gold-span", refused) == (0.0,)
    assert observed("gold-span-unrefused", refused) == (1.0,)


def test_average_precision_counts_each_gold_span_once() -> None:
    case = replace(runs.answerable(), gold=(runs.gold(GOLD), runs.gold(OTHER)))
    ranked = [
        runs.evidence(words, -place) for place, words in enumerate((GOLD, "seven bridges", runs.ASKED, OTHER))
    ]
    outcome = replace(runs.outcome(case), evidence=tuple(ranked))

    # The second sentence repeats the first span and takes no rank: found at ranks 1 and 3.
    assert observed("sentence-MAP", outcome) == pytest.approx(((1 / 1 + 2 / 3) / 2,))
    assert observed("sentence-MRR", outcome) == (1.0,)


def test_a_gold_span_that_no_sentence_touches_counts_as_missed() -> None:
    case = replace(runs.answerable(), gold=(runs.gold(GOLD), runs.gold(OTHER)))
    outcome = replace(runs.outcome(case), evidence=(runs.evidence(runs.ASKED, 1.0), runs.evidence(GOLD, 0.0)))

    assert observed("sentence-MAP", outcome) == (0.25,)
    assert observed("sentence-MRR", outcome) == (0.5,)


def test_a_quote_is_verbatim_only_at_its_own_offsets() -> None:
    moved = replace(runs.citation(GOLD), start=runs.OFFSET + 1, end=runs.OFFSET + 1 + len(GOLD))
    outcome = runs.outcome(runs.answerable(), runs.citation(OTHER, n=2), moved)

    assert observed("verbatim-rate", outcome) == (1.0, 2.0)


def test_a_sentence_outside_its_quote_is_not_verbatim() -> None:
    outcome = runs.outcome(runs.answerable(), runs.citation(GOLD))
    sentence = replace(outcome.answer.sentences[0], text="We will build many bridges")
    loose = replace(outcome, answer=replace(outcome.answer, sentences=(sentence,)))

    assert observed("verbatim-rate", loose) == (0.0, 1.0)


def test_a_citation_of_an_unknown_statement_is_neither_verbatim_nor_attributed() -> None:
    ghost = runs.outcome(runs.answerable(), replace(runs.citation(GOLD), statement_id="gone"))

    assert observed("verbatim-rate", ghost) == (0.0, 1.0)
    assert observed("attribution-accuracy", ghost) == (0.0, 1.0)


def test_gold_words_in_another_mouth_than_the_question_set_says_are_misattributed() -> None:
    case = replace(runs.answerable(), speaker="Bo Lind")

    assert observed("attribution-accuracy", runs.outcome(case, runs.citation(GOLD))) == (0.0, 1.0)
    assert observed("attribution-accuracy", runs.outcome(case, runs.citation(OTHER))) == (1.0, 1.0)
    assert observed("expected-speaker", runs.outcome(case, runs.citation(OTHER))) == (0.0, 1.0)


def test_a_role_that_is_not_the_turns_is_misattributed() -> None:
    forged = replace(runs.citation(OTHER), role=Role.MODERATOR)

    assert observed("attribution-accuracy", runs.outcome(runs.unanswerable(), forged)) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Richard Nixon", "Richard M. Nixon", True),
        ("Foreign Minister Lavrov", "Sergey Lavrov", True),
        ("Theodore Roosevelt", "Franklin D. Roosevelt", False),
        (None, None, True),
        (None, "Sergey Lavrov", False),
    ],
)
def test_names_match_as_people_write_them(one: str | None, other: str | None, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_citation_precision_and_recall() -> None:
    case = replace(runs.answerable(), gold=(runs.gold(GOLD), runs.gold("The first opens in May")))
    outcome = runs.outcome(case, runs.citation(GOLD), runs.citation(OTHER, n=2))

    assert observed("citation-precision", outcome) == (1.0, 2.0)
    assert observed("citation-recall", outcome) == (0.5,)


def test_auroc_counts_ties_as_half() -> None:
    rows = np.array([(1.0, 0.9), (1.0, 0.5), (0.0, 0.5), (0.0, 0.1)])

    assert METRICS["AUROC"].total(rows) == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_risk_grows_with_coverage_as_worked_out_by_hand() -> None:
    assert risks(np.array([(0.2, 1.0), (0.9, 0.0), (0.5, 1.0)])) == pytest.approx([0, 1 / 2, 2 / 3])
    assert risks(np.array([(0.5, 1.0), (0.5, 0.0)])) == pytest.approx([0.5, 0.5])


def test_a_judged_query_that_the_run_lacks_counts_as_zero() -> None:
    values = per_query(["RR", "R@5"], {"q1": {"d1": 1}, "q2": {"d2": 1}}, {"q1": {"d1": 1.0}})

    assert values == {"RR": {"q1": 1.0, "q2": 0.0}, "R@5": {"q1": 1.0, "q2": 0.0}}


def test_a_statement_stands_where_its_best_passage_does() -> None:
    case = replace(runs.answerable(), unit=Unit.STATEMENT, relevance={"holm": 2})
    outcome = replace(runs.outcome(case), ranking=runs.hits(runs.QUESTION, runs.ANSWER))

    assert outcome.run() == {"holm": 1.0}
    assert observed("nDCG@10", outcome) == (1.0,)


def test_latency_by_stage() -> None:
    found = {metric.name: metric.observe(runs.perfect()[0]) for metric in by_stage(runs.perfect())}

    assert found == {
        "latency-p50:search": (2.0,),
        "latency-p95:search": (2.0,),
        "latency-p50:rerank": (5.0,),
        "latency-p95:rerank": (5.0,),
    }
