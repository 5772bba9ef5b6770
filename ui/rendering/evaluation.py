"""The result of an evaluation, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from eval.document import QuestionRecord, Report
from eval.metrics.metric import Unit
from eval.scores import Score
from ui.printable import one_line
from ui.rendering.layout import block, counted, shortened, tally


def render_report(report: Report) -> list[RenderableType]:
    """Return the parts of what `onrecord eval` prints: metrics, verdicts, and the questions gone wrong."""
    statements = counted(int(report.corpus["statements"]), "statement")
    head = f"{report.title}: {counted(len(report.questions), 'question')} on {statements}"
    verdicts = Counter(question.verdict.value for question in report.questions)
    parts: list[RenderableType] = [
        Text(f"{head}, {report.seconds:.0f} s"),
        metrics_table(report),
        stages_table(report),
        block("Verdicts", tally(dict(verdicts.most_common()))),
    ]
    failures = [question for question in report.questions if not question.verdict.good]
    if failures:
        parts.append(block("Not as they should be", *map(_failure, failures)))
    notes = (f"{n:,} questions left out: {reason}." for reason, n in report.excluded.items())
    return [*parts, *(Text(note, style="dim") for note in notes)]


def metrics_table(report: Report) -> Table:
    """Return all scores with their intervals, and those of each group where there are several."""
    whole = [score for score in report.scores if not stage_of(score)]
    return scores_table(whole, report.groups)


def scores_table(scores: Sequence[Score], groups: Mapping[str, Sequence[Score]] | None = None) -> Table:
    """Return scores with their intervals, and a column for the values of each group."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("metric")
    for title in ("value", "95% interval", "n", *(groups or {})):
        table.add_column(title, justify="right")
    by_name = [{score.metric: score for score in group} for group in (groups or {}).values()]
    for score in scores:
        marked = score.metric if score.higher_is_better else f"{score.metric} (low is good)"
        rest = (value(group.get(score.metric)) for group in by_name)
        table.add_row(marked, value(score), interval(score), str(score.n), *rest)
    return table


def stages_table(report: Report) -> Table:
    """Return the median and the 95th percentile of each stage."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("stage")
    for title in ("median", "p95"):
        table.add_column(title, justify="right")
    stages: dict[str, list[str]] = {}
    for score in report.scores:
        if stage := stage_of(score):
            stages.setdefault(stage, []).append(value(score))
    for stage, values in stages.items():
        table.add_row(stage, *values)
    return table


def stage_of(score: Score) -> str:
    """Return the stage whose latency a score is; empty where it is another metric."""
    return score.metric.partition(":")[2]


def value(score: Score | None) -> str:
    """Return a score's value: three decimals for a share, whole milliseconds."""
    return "–" if score is None or score.value is None else figure(score.value, score.unit)


def interval(score: Score) -> str:
    """Return the bounds of a score's confidence interval."""
    if score.low is None or score.high is None:
        return "–"
    return f"{figure(score.low, score.unit)} – {figure(score.high, score.unit)}"


def figure(number: float, unit: Unit) -> str:
    """Return a number as its unit is written."""
    if unit is Unit.SHARE:
        return f"{number:.3f}"
    return f"{number:,.0f} ms" if number >= 10 else f"{number:.1f} ms"


def _failure(question: QuestionRecord) -> Text:
    line = f"{one_line(question.id)}  {question.verdict.value}: {shortened(question.question, 90)}"
    return Text(f"{line} ({', '.join(map(one_line, question.tags))})")
