"""Ranking metrics: how well the search orders the passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType

from eval.errors import MissingExtra
from eval.metrics.metric import Averaged, Observation
from eval.outcome import Outcome

Scores = Mapping[str, Mapping[str, float]]
Grades = Mapping[str, Mapping[str, int]]


class Ranking(Averaged):
    """A measure of ir_measures under its standard name: nDCG@10, R@5, RR or AP.

    Definition: that of trec_eval, on the passages (or statements) that the search brings for an
    answerable question, at most the ten best; a passage is relevant where it holds at least half
    of a gold span. A judged question for which nothing was found counts as 0. Range 0 to 1,
    higher is better.

    Source: MacAvaney, Macdonald and Ounis, "Streamlining Evaluation with ir-measures", ECIR 2022;
    nDCG: Järvelin and Kekäläinen, ACM TOIS 20(4), 2002; RR and AP: Voorhees, TREC-8, 1999.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the measure of this question's ranking."""
        if not outcome.case.relevance:
            return None
        query = outcome.case.id
        values = per_query([self.name], {query: outcome.case.relevance}, {query: outcome.run()})
        return (values[self.name][query],)


def per_query(names: Iterable[str], qrels: Grades, run: Scores) -> dict[str, dict[str, float]]:
    """Return each measure's value for every judged query; one that the run lacks counts as 0.

    Raises:
        MissingExtra: ir_measures is not installed.
    """
    ir_measures = require_ir_measures()
    measures = [ir_measures.parse_measure(name) for name in names]
    values: dict[str, dict[str, float]] = {str(measure): dict.fromkeys(qrels, 0.0) for measure in measures}
    for found in ir_measures.iter_calc(measures, qrels, run):
        values[str(found.measure)][found.query_id] = float(found.value)
    return values


def require_ir_measures() -> ModuleType:
    """Return the library that the rankings are measured with.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import ir_measures
    except ImportError as error:
        raise MissingExtra(
            "Ranking metrics need ir_measures: install it with `pip install 'onrecord[eval]'`."
        ) from error
    return ir_measures
