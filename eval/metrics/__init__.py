"""The metrics, by name. A new one is a file here and a line in the table."""

from __future__ import annotations

from eval.metrics.abstention import FalseAnswerRate, FalseRefusalRate
from eval.metrics.attribution import AttributionAccuracy, ExpectedSpeaker
from eval.metrics.auroc import Auroc
from eval.metrics.citations import CitationPrecision, CitationRecall
from eval.metrics.follow_up import FollowUpSuccess
from eval.metrics.gold_span import GoldSpan, GoldSpanUnrefused
from eval.metrics.latency import Latency
from eval.metrics.metric import Metric
from eval.metrics.ranking import Ranking
from eval.metrics.risk_coverage import AreaUnderRiskCoverage
from eval.metrics.sentence_ranking import SentenceMap, SentenceMrr
from eval.metrics.verbatim import VerbatimRate

__all__ = ["METRICS", "Metric"]

METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        GoldSpan(),
        GoldSpanUnrefused(),
        FalseAnswerRate(),
        FalseRefusalRate(),
        VerbatimRate(),
        AttributionAccuracy(),
        ExpectedSpeaker(),
        CitationPrecision(),
        CitationRecall(),
        FollowUpSuccess(),
        SentenceMap(),
        SentenceMrr(),
        Ranking("nDCG@10"),
        Ranking("R@5"),
        Ranking("RR"),
        Ranking("AP"),
        Auroc(),
        AreaUnderRiskCoverage(),
        Latency(50),
        Latency(95),
    )
}
