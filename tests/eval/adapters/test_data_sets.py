"""Public data sets in small files of their published formats, through the whole pipeline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eval.adapters import ADAPTERS
from eval.adapters.corpus import bench_of
from eval.bench import Bench
from eval.case import Unit
from eval.errors import DatasetError
from eval.opening import Models
from eval.verdict import Verdict
from rag.settings import RagSettings
from tests.eval.conftest import written
from tests.index.hashing_embedder import HASHING_SETTINGS

LIGHT = "The lighthouse on Skerry Point was lit in 1871. It was lit again, by gas, in 1902 after the fire."
FERRY = "The ferry Aurora carried sheep and post between the islands until the causeway was built."


def squad(path: Path, *, impossible: bool = True) -> Path:
    second = LIGHT.rindex("lit")
    questions: list[dict[str, Any]] = [
        {
            "id": "s1",
            "question": "When was the lighthouse on Skerry Point first lit?",
            "answers": [
                {"text": "1871", "answer_start": LIGHT.index("1871")},
                {"text": "in 1871", "answer_start": LIGHT.index("in 1871")},
            ],
        },
        {
            "id": "s2",
            "question": "What happened by gas?",
            "answers": [{"text": "lit", "answer_start": second}],
        },
    ]
    if impossible:
        questions.append(
            {
                "id": "s3",
                "question": "Who painted the lighthouse?",
                "answers": [],
                "plausible_answers": [{"text": "gas", "answer_start": LIGHT.index("gas")}],
                "is_impossible": True,
            }
        )
    articles = [
        {"title": "Skerry_Point", "paragraphs": [{"context": LIGHT, "qas": questions}]},
        {
            "title": "Aurora_(ferry)",
            "paragraphs": [{"context": FERRY, "qas": []}, {"context": FERRY, "qas": []}],
        },
    ]
    path.write_text(json.dumps({"version": "v2.0", "data": articles}), encoding="utf-8")
    return path


def mtrag(path: Path) -> Path:
    light = {"document_id": "100-0-90", "title": "Skerry Point", "text": LIGHT, "score": 17.5}
    ferry = {"document_id": "200-0-80", "title": "Aurora", "text": FERRY, "score": 11.0}
    asked = [
        {"speaker": "user", "text": "Tell me about the ferry Aurora."},
        {"speaker": "agent", "text": "It sailed between the islands."},
        {"speaker": "user", "text": "What did the ferry Aurora carry?"},
    ]
    return written(
        path,
        [
            task("c<::>1", asked[:1], [ferry], {"Answerability": ["PARTIAL"]}),
            task(
                "c<::>2", asked, [ferry, light], {"answerability": ["ANSWERABLE"], "Multi-Turn": float("nan")}
            ),
            task(
                "d<::>1",
                [{"speaker": "user", "text": "Who owns it?"}],
                [],
                {"Answerability": ["UNANSWERABLE"]},
            ),
            task(
                "d<::>2", [{"speaker": "user", "text": "Thanks!"}], [], {"Answerability": ["CONVERSATIONAL"]}
            ),
            task(
                "d<::>3", [{"speaker": "user", "text": "And it?"}], [], {"answerability": ["UNDERSPECIFIED"]}
            ),
        ],
    )


def task(
    task_id: str, turns: list[dict[str, str]], contexts: list[dict[str, Any]], labels: dict[str, Any]
) -> dict[str, object]:
    return {"task_id": task_id, "input": turns, "contexts": contexts, "targets": [], **labels}


def beir(path: Path) -> Path:
    (path / "qrels").mkdir(parents=True)
    written(
        path / "corpus.jsonl",
        [
            {"_id": "d-light", "title": "Skerry Point", "text": LIGHT, "metadata": {}},
            {"_id": "d-ferry", "title": "Aurora", "text": FERRY, "metadata": {}},
        ],
    )
    written(
        path / "queries.jsonl",
        [{"_id": "b1", "text": "lighthouse lit by gas"}, {"_id": "b2", "text": "never judged"}],
    )
    (path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nb1\td-light\t2\nb1\td-ferry\t0\n")
    return path


@dataclass(frozen=True, slots=True)
class Indexed:
    folder: Path
    models: Models

    def __call__(self, form: str, path: Path) -> Bench:
        return bench_of(ADAPTERS[form](path), self.folder / "work", HASHING_SETTINGS, self.models)


@pytest.fixture
def indexed(tmp_path: Path, models: Models) -> Indexed:
    return Indexed(tmp_path, models)


def test_squad_paragraphs_become_the_corpus(indexed: Indexed, tmp_path: Path) -> None:
    bench = indexed("squad", squad(tmp_path / "dev-v2.0.json"))
    first, second, third = bench.cases

    assert bench.manifest().statements == 2  # the same paragraph twice is one statement
    assert first.answers == ("1871", "in 1871")
    assert [span.quote for span in first.gold] == ["in 1871"]  # annotators differ by a word
    assert second.gold[0].start > first.gold[0].start  # the second of two equal words, as its offset says
    assert (third.answerable, third.gold, third.answers) == (False, (), ())


def test_squad_1_1_has_no_unanswerable_questions(tmp_path: Path) -> None:
    questions = ADAPTERS["squad"](squad(tmp_path / "dev-v1.1.json", impossible=False)).questions

    assert [question.answerable for question in questions] == [True, True]


def test_squad_questions_are_asked_and_judged(indexed: Indexed, tmp_path: Path) -> None:
    report = indexed("squad", squad(tmp_path / "dev-v2.0.json")).report(RagSettings())
    values = {score.metric: score.value for score in report.scores}

    assert values["gold-span-unrefused"] == 1.0
    assert values["sentence-MRR"] == 1.0
    assert values["RR"] == 1.0


def test_mtrag_pools_its_passages_and_keeps_the_users_turns(indexed: Indexed, tmp_path: Path) -> None:
    bench = indexed("mtrag", mtrag(tmp_path / "reference.jsonl"))
    first, second, third = bench.cases

    assert bench.manifest().statements == 2
    assert second.history == ("Tell me about the ferry Aurora.",)
    assert (first.answerable, second.answerable, third.answerable) == (True, True, False)
    assert len(second.relevance) == 2
    assert second.unit is Unit.STATEMENT
    assert list(bench.excluded.values()) == [1, 1]


def test_mtrag_is_judged_by_ranking_and_refusals_alone(indexed: Indexed, tmp_path: Path) -> None:
    report = indexed("mtrag", mtrag(tmp_path / "reference.jsonl")).report(RagSettings())
    values = {score.metric: score.value for score in report.scores}

    assert values["RR"] == 1.0
    assert values["gold-span"] is None
    assert values["false-answer-rate"] is not None
    assert report.excluded == {
        "turns of conversation that ask nothing": 1,
        "questions to be asked back, neither answerable nor not": 1,
    }
    assert {question.verdict for question in report.questions} <= {
        Verdict.UNJUDGED, Verdict.FALSE_REFUSAL, Verdict.FALSE_ANSWER, Verdict.RIGHT_REFUSAL,
    }  # fmt: skip


def test_beir_grades_whole_documents(indexed: Indexed, tmp_path: Path) -> None:
    bench = indexed("beir", beir(tmp_path / "nfcorpus"))
    report = bench.report(RagSettings())
    values = {score.metric: score.value for score in report.scores}

    assert [case.id for case in bench.cases] == ["b1"]
    assert list(bench.cases[0].relevance.values()) == [2]
    assert values["nDCG@10"] == 1.0
    assert values["R@5"] == 1.0


def test_a_judged_document_that_the_corpus_lacks_counts_as_missed(indexed: Indexed, tmp_path: Path) -> None:
    folder = beir(tmp_path / "nfcorpus")
    with (folder / "qrels" / "test.tsv").open("a") as file:
        file.write("b1\td-lost\t1\n")
    report = indexed("beir", folder).report(RagSettings())

    assert {score.metric: score.value for score in report.scores}["R@5"] == 0.5


def test_gold_that_the_reader_dropped_is_left_out_and_counted(indexed: Indexed, tmp_path: Path) -> None:
    path = squad(tmp_path / "dev.json")
    content = json.loads(path.read_text())
    content["data"][0]["paragraphs"][0]["qas"][0]["answers"] = [{"text": "in 1999", "answer_start": 5}]
    path.write_text(json.dumps(content))
    bench = indexed("squad", path)

    assert [case.id for case in bench.cases] == ["s2", "s3"]
    assert list(bench.excluded.values()) == [1]


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("squad", "no JSON"),
        ("squad", "{}"),
        ("squad", '{"data": [{"title": "T", "paragraphs": [{"context": "C", "qas": [{"id": "1"}]}]}]}'),
        ("mtrag", "[]"),
        ("mtrag", '{"task_id": "1"}'),
        ("mtrag", '{"task_id": "1", "input": [], "contexts": [], "Answerability": ["MAYBE"]}'),
    ],
)
def test_a_file_of_another_form_is_refused(form: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text(content)

    with pytest.raises(DatasetError, match=str(path)):
        ADAPTERS[form](path)


@pytest.mark.parametrize("missing", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_a_beir_folder_without_one_of_its_files_is_refused(missing: str, tmp_path: Path) -> None:
    folder = beir(tmp_path / "set")
    (folder / missing).unlink()

    with pytest.raises(DatasetError):
        ADAPTERS["beir"](folder)


@pytest.mark.parametrize("form", ADAPTERS)
def test_a_file_that_is_not_there_is_refused(form: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError):
        ADAPTERS[form](tmp_path / "nothing")
