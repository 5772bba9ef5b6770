"""`onrecord eval`, as it is typed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from eval.document import Report
from eval.shipped import SHIPPED
from tests.eval.adapters import test_data_sets as published
from tests.eval.conftest import QUESTIONS, STATEMENTS, written
from tests.ui.command_line import InProcess, Ran


@dataclass(frozen=True, slots=True)
class Command:
    """Runs `onrecord eval` in the folder of a small corpus whose questions are in `bridges.jsonl`."""

    onrecord: InProcess

    @property
    def folder(self) -> Path:
        return self.onrecord.folder

    def __call__(self, *arguments: str) -> Ran:
        return self.onrecord("eval", *arguments)

    def own(self, *arguments: str) -> Ran:
        return self("--corpus", "statements", "--questions", "bridges.jsonl", *arguments)


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "statements").mkdir()
    for name, text in STATEMENTS.items():
        (folder / "statements" / name).write_text(text, encoding="utf-8")
    written(folder / "bridges.jsonl", QUESTIONS)
    return folder


@pytest.fixture
def evaluate(
    corpus_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    return Command(InProcess(corpus_folder, monkeypatch, capsys))


def test_ones_own_corpus_and_questions_are_measured(evaluate: Command) -> None:
    ran = evaluate.own()

    assert ran.status == 0
    assert "bridges.jsonl: 4 questions on 2 statements" in ran.out
    assert "verbatim-rate" in ran.out
    assert "asking 4 questions" in ran.err
    assert list((evaluate.folder / ".onrecord" / "eval").iterdir())  # kept for the next time


def test_json_is_the_report(evaluate: Command) -> None:
    report = Report.model_validate(evaluate.own("--json").document)

    assert [question.id for question in report.questions] == ["q1", "q2", "q3", "q4"]


def test_a_report_can_be_compared_with(evaluate: Command, tmp_path: Path) -> None:
    first = evaluate.own("--report", str(tmp_path))
    second = evaluate.own("--compare", str(tmp_path))
    document = evaluate.own("--compare", str(tmp_path), "--json").document

    assert (first.status, second.status) == (0, 0)
    assert (tmp_path / "index.html").is_file()
    assert "No verdict changed." in second.out
    assert document["comparison"]["verdicts"] == []


@pytest.mark.parametrize(
    ("limit", "status", "said"),
    [
        (("--fail-under", "sentence-MRR=0"), 0, ""),
        (("--fail-under", "latency-p50=1e9"), 1, "latency-p50 is"),
        (("--fail-over", "false-answer-rate=1"), 0, ""),
        (("--fail-over", "latency-p95=0"), 1, "over the limit of 0"),
        (("--fail-under", "nonsense=1"), 2, "No metric is called 'nonsense'"),
        (("--fail-under", "RR"), 2, "METRIC=VALUE"),
    ],
)
def test_limits_set_the_exit_status(
    evaluate: Command, limit: tuple[str, str], status: int, said: str
) -> None:
    ran = evaluate.own(*limit)

    assert ran.status == status
    assert said in ran.err


def test_an_ablation_prints_variants_and_steps(evaluate: Command) -> None:
    ran = evaluate.own("--ablate")

    assert ran.status == 0
    assert "dense only" in ran.out
    assert "+ context against + beside" in ran.out


def test_questions_alone_ask_the_index_as_it_is(evaluate: Command) -> None:
    ran = evaluate("--questions", "bridges.jsonl", "--index", "nowhere")

    assert ran.status == 1
    assert "There is no index in nowhere" in ran.err


def test_a_shipped_set_without_its_corpus_is_skipped_with_a_notice(
    evaluate: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(SHIPPED, "presidential", replace(SHIPPED["presidential"], corpus=tmp_path / "absent"))
    ran = evaluate("--set", "presidential")

    assert (ran.status, ran.out) == (0, "")
    assert "presidential is skipped" in ran.err


def test_a_public_data_set_brings_its_own_documents(evaluate: Command, tmp_path: Path) -> None:
    path = published.squad(tmp_path / "dev-v2.0.json")
    report = evaluate("--format", "squad", "--questions", str(path), "--json").document

    assert report["corpus"]["statements"] == 2
    assert [question["id"] for question in report["questions"]] == ["s1", "s2", "s3"]


def test_transcripts_measure_the_parser(evaluate: Command, tmp_path: Path) -> None:
    turns = [
        {"speaker": "Ada Holm", "text": "We met at noon today."},
        {"speaker": "Bo Lind", "text": "So we did, and gladly."},
    ]
    path = tmp_path / "turns.json"
    path.write_text(json.dumps([{"id": "t", "title": "Interview", "turns": turns}]))
    ran = evaluate("--format", "transcripts", "--questions", str(path))

    assert ran.status == 0
    assert "speaker-accuracy" in ran.out


@pytest.mark.parametrize(
    "arguments", [("--format", "squad"), ("--format", "beir", "--questions", "x", "--corpus", "y")]
)
def test_a_data_set_takes_one_file_and_no_corpus(evaluate: Command, arguments: tuple[str, ...]) -> None:
    ran = evaluate(*arguments)

    assert ran.status == 2
    assert "takes one --questions FILE" in ran.err
