"""Warm questions: how long an answer takes, and how much of it is not spent in the models."""

from __future__ import annotations

import resource
import statistics
from pathlib import Path

import rag
from benchmarks.measure import report
from eval.question_set import load

_MODEL_STAGES = ("embed", "rerank", "evidence", "judge")


def main(index_dir: Path, question_files: list[Path], most: int = 60) -> None:
    """Ask the questions of the sets one after another, after one that is not counted."""
    questions = [question for file in question_files for question in load(file)][:most]
    with rag.open(index_dir) as assistant:
        assistant.ask(questions[0].question)
        timings = [assistant.ask(item.question, item.filters.filters()).timings for item in questions]
    totals = [timing["total"] for timing in timings]
    models = [sum(timing.get(stage, 0.0) for stage in _MODEL_STAGES) for timing in timings]
    deciles = statistics.quantiles(totals, n=20)
    report("warm question, p50", statistics.median(totals), "ms", "< 600")
    report("warm question, p95", deciles[-1], "ms", "")
    report("warm question, share outside the models", 1 - sum(models) / sum(totals), "", "< 0.15")
    for stage in timings[0]:
        report(f"  {stage}, p50", statistics.median(timing.get(stage, 0.0) for timing in timings), "ms", "")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("this process, peak memory", peak, "MB", "")
