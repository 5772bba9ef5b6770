"""Questions on a real index: gold is found, answers are measured, what is wrong is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eval.ablation import JUDGED, VARIANTS, ablate
from eval.bench import Bench, bench, index_dir_for
from eval.case import Case
from eval.document import Report
from eval.opening import Models
from eval.verdict import Verdict
from index.errors import QuestionFileError
from rag.settings import RagSettings
from tests.eval.conftest import QUESTIONS, written
from tests.index.hashing_embedder import HASHING_SETTINGS

MakeBench = Callable[[Path], Bench]


@pytest.fixture
def bench_of(index_dir: Path, models: Models) -> MakeBench:
    def make(path: Path) -> Bench:
        return bench(path.name, {path: path.stem}, index_dir, HASHING_SETTINGS, models)

    return make


@pytest.fixture
def report(bridges: Bench) -> Report:
    return bridges.report(RagSettings())


def case(bridges: Bench, case_id: str) -> Case:
    return next(item for item in bridges.cases if item.id == case_id)


def test_gold_is_found_whatever_its_white_space(bridges: Bench) -> None:
    (span,) = case(bridges, "q1").gold

    assert span.quote == "We will build seven new bridges across the fjord."
    assert list(case(bridges, "q1").relevance.values()) == [1]
    assert case(bridges, "q4").relevance == {}


def test_a_quote_that_is_not_there_is_named_with_its_question(bench_of: MakeBench, tmp_path: Path) -> None:
    wrong = {**QUESTIONS[0], "gold": [{"statement": "holm", "quote": "eight bridges"}]}

    with pytest.raises(QuestionFileError, match=r"question q1: the quote 'eight bridges' .* holm"):
        bench_of(written(tmp_path / "wrong.jsonl", [wrong]))


def test_a_statement_that_is_not_there_is_named(bench_of: MakeBench, tmp_path: Path) -> None:
    wrong = {**QUESTIONS[0], "gold": [{"statement": "nobody", "quote": "seven"}]}

    with pytest.raises(QuestionFileError, match=r"question q1: no statement has the id 'nobody'"):
        bench_of(written(tmp_path / "wrong.jsonl", [wrong]))


def test_two_files_cannot_share_an_id(index_dir: Path, models: Models, tmp_path: Path) -> None:
    files = {written(tmp_path / name, QUESTIONS[:1]): name for name in ("one.jsonl", "two.jsonl")}

    with pytest.raises(QuestionFileError, match="share the id 'q1'"):
        bench("both", files, index_dir, HASHING_SETTINGS, models)


def test_every_question_is_asked_and_measured(report: Report) -> None:
    verdicts = {question.id: question.verdict for question in report.questions}
    values = {score.metric: score.value for score in report.scores}

    assert list(verdicts) == ["q1", "q2", "q3", "q4"]
    assert verdicts["q4"] is Verdict.RIGHT_REFUSAL
    assert values["verbatim-rate"] in (None, 1.0)
    assert values["attribution-accuracy"] in (None, 1.0)
    assert values["gold-span-unrefused"] == 1.0
    assert values["RR"] == 1.0
    assert values["latency-p50"] is not None
    assert "latency-p50:rerank" in values


def test_an_absent_speaker_counts_as_certainly_unanswerable(report: Report) -> None:
    assert report.questions[3].reason == "no_such_speaker"
    assert report.questions[3].probability == 0.0


def test_progress_counts_the_questions(bridges: Bench) -> None:
    seen: list[tuple[int, int]] = []
    bridges.outcomes(RagSettings(), lambda done, total: seen.append((done, total)))

    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_follow_ups_are_asked_after_their_earlier_turns(report: Report) -> None:
    follow_up = report.questions[2]

    assert follow_up.history == ("How many bridges will be built?",)
    assert follow_up.observed["follow-up-success"] == (1.0,)


def test_an_ablation_measures_every_variant_and_step(bridges: Bench) -> None:
    found = ablate(bridges, RagSettings())

    assert list(found.scores) == [variant.name for variant in VARIANTS]
    assert {(step.variant, step.base) for step in found.steps} == {
        (variant.name, base) for variant in VARIANTS for base in variant.steps_from
    }
    assert all([score.metric for score in scores] == list(JUDGED) for scores in found.scores.values())


def test_the_last_variant_is_the_whole_pipeline() -> None:
    assert VARIANTS[-1].settings(RagSettings()) == RagSettings()
    assert VARIANTS[0].settings(RagSettings()).retrieval.dense_weight == 1.0
    assert VARIANTS[2].settings(RagSettings()).retrieval.rerank == 0
    assert VARIANTS[3].settings(RagSettings()).retrieval.beside == 0


def test_each_corpus_has_its_own_index(tmp_path: Path) -> None:
    one, two = (index_dir_for(tmp_path / name / "statements", tmp_path) for name in ("a", "b"))

    assert one != two
    assert one.parent == tmp_path / "eval"


def test_a_report_survives_the_way_to_disk(report: Report, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(report.model_dump_json(), encoding="utf-8")

    assert Report.load(file) == report
    assert Report.load(tmp_path) == report
