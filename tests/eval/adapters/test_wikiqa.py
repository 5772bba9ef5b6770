"""WikiQA: given sentences, ranked by the code that chooses evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.adapters import wikiqa
from eval.bootstrap import as_rows, estimate
from eval.errors import DatasetError
from rag.reranker import Reranker

HEADER = "QuestionID\tQuestion\tDocumentID\tDocumentTitle\tSentenceID\tSentence\tLabel"
QUESTION = "Q1\thow are glacier tables formed?\tD1\tGlacier table\tD1-"
LINES = [
    HEADER,
    f'{QUESTION}0\tThe word "table" comes from Latin tabula .\t0',
    f"{QUESTION}1\tA glacier table is formed when a rock shields the ice beneath it from melting .\t1",
    f"{QUESTION}2\tSee also .\t0",
    "Q2\twho owns the moon?\tD2\tMoon\tD2-0\tThe Moon orbits the Earth every month .\t0",
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "WikiQA-test.tsv"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


def test_candidates_keep_their_order_and_quotation_marks(file: Path) -> None:
    first, second = wikiqa.read(file)

    assert [candidate.id for candidate in first.sentences] == ["D1-0", "D1-1", "D1-2"]
    assert first.sentences[0].sentence == 'The word "table" comes from Latin tabula .'
    assert (first.answerable, second.answerable) == (True, False)


def test_questions_without_a_right_sentence_are_left_out_of_the_means(file: Path, reranker: Reranker) -> None:
    seen: list[tuple[int, int]] = []
    ranked = wikiqa.outcomes(wikiqa.read(file), reranker, progress=lambda *counts: seen.append(counts))
    values = [estimate(metric, as_rows(map(metric.observe, ranked))) for metric in wikiqa.METRICS]

    assert seen == [(1, 1)]
    assert [(value.value, value.n) for value in values if value] == [(1.0, 1), (1.0, 1)]


def test_a_right_sentence_that_is_never_considered_counts_as_missed(
    tmp_path: Path, reranker: Reranker
) -> None:
    path = tmp_path / "short.tsv"
    path.write_text(
        f"{HEADER}\n{QUESTION}0\tBy melting .\t1\n{QUESTION}1\tIce is frozen water and it floats .\t1\n"
    )
    (outcome,) = wikiqa.outcomes(wikiqa.read(path), reranker)

    assert [metric.observe(outcome) for metric in wikiqa.METRICS] == [(0.5,), (1.0,)]


@pytest.mark.parametrize("lines", [LINES[1:], [HEADER, "Q1\ttoo\tshort"], [HEADER, LINES[1][:-1] + "2"]])
def test_a_file_of_another_form_is_refused(lines: list[str], tmp_path: Path) -> None:
    path = tmp_path / "wrong.tsv"
    path.write_text("\n".join(lines))

    with pytest.raises(DatasetError, match="line"):
        wikiqa.read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="nothing"):
        wikiqa.read(tmp_path / "nothing")
