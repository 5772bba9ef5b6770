"""Two reports side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eval.comparison import compare
from eval.document import Report
from eval.errors import ReportError
from eval.outcome import Outcome
from eval.reporting import report
from eval.verdict import Verdict
from index.manifest import IndexManifest
from index.settings import ChunkerSettings
from rag.settings import RagSettings
from tests.eval import runs

MANIFEST = IndexManifest(
    schema_version=1,
    product_version="0",
    built_at=datetime(2024, 1, 1, tzinfo=UTC),
    embedding_model="hashing",
    embedding_checksum="a" * 64,
    dim=64,
    tokenizer="cl100k_base",
    chunker=ChunkerSettings(),
    statements=1,
    turns=2,
    passages=2,
    corpus_digest="b" * 64,
    files={},
)


def report_of(outcomes: list[Outcome]) -> Report:
    return report("bridges", outcomes, MANIFEST, RagSettings(), seconds=1.0)


def test_the_same_run_changes_nothing() -> None:
    found = compare(report_of(runs.perfect()), report_of(runs.perfect()))

    assert (found.verdicts, found.answers_changed, found.added, found.removed) == ((), (), (), ())
    assert all(change.delta is None or change.delta.value == 0 for change in found.metrics)
    assert all(change.for_the_better is None for change in found.metrics)


def test_what_got_worse_is_told_in_total_and_question_by_question() -> None:
    found = compare(report_of(runs.perfect()), report_of(runs.all_refused()))
    turned = {change.id: (change.before, change.after) for change in found.verdicts}
    metrics = {change.metric: change for change in found.metrics}

    assert turned == dict.fromkeys(("a1", "a2"), (Verdict.RIGHT, Verdict.FALSE_REFUSAL))
    assert metrics["gold-span"].delta is not None
    assert metrics["gold-span"].delta.value == -1.0
    assert metrics["gold-span"].for_the_better is False
    assert metrics["false-refusal-rate"].for_the_better is False


def test_questions_of_only_one_report_are_named() -> None:
    found = compare(report_of(runs.perfect()[:2]), report_of(runs.perfect()[1:]))

    assert (found.added, found.removed) == (("u1", "u2"), ("a1",))


def test_another_wording_under_the_same_verdict_is_named() -> None:
    first, *rest = runs.perfect()
    longer = replace(first, answer=replace(first.answer, text="We will build seven bridges. More."))

    assert compare(report_of([first, *rest]), report_of([longer, *rest])).answers_changed == ("a1",)


def test_reports_without_a_common_question_cannot_be_compared() -> None:
    with pytest.raises(ReportError, match="no question in common"):
        compare(report_of(runs.perfect()[:1]), report_of(runs.perfect()[1:]))


def test_groups_are_measured_apart() -> None:
    outcomes = [
        replace(outcome, case=replace(outcome.case, group=group))
        for outcome, group in zip(runs.perfect(), ("dev", "dev", "test", "test"), strict=True)
    ]
    found = report_of(outcomes)
    counted = {group: {score.metric: score.n for score in scores} for group, scores in found.groups.items()}

    assert counted["dev"]["gold-span"] == 2
    assert counted["test"]["false-answer-rate"] == 2


@pytest.mark.parametrize("content", [None, "{}", "no JSON"])
def test_what_is_no_report_is_refused(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    if content is not None:
        file.write_text(content)

    with pytest.raises(ReportError, match=r"report\.json"):
        Report.load(file)
