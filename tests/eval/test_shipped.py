"""The question sets that ship, on the corpora they ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench import bench, index_corpus
from eval.opening import Models
from eval.question_set import load
from eval.shipped import SHIPPED, Split
from tests.index.hashing_embedder import HASHING_SETTINGS

SETS = [
    "seeds",
    "small",
    pytest.param("presidential", marks=pytest.mark.corpus),
]


@pytest.mark.parametrize("name", SETS)
def test_every_gold_quote_stands_in_its_statement(name: str, models: Models, tmp_path: Path) -> None:
    shipped = SHIPPED[name]
    if not shipped.corpus.is_dir():
        pytest.skip(f"the corpus of {name} is not at {shipped.corpus}")
    index_corpus(shipped.corpus, tmp_path, HASHING_SETTINGS, models)
    files = shipped.questions(Split.ALL) | shipped.questions(Split.TRAIN)
    found = bench(name, files, tmp_path, HASHING_SETTINGS, models)

    assert found.cases
    assert [case.id for case in found.cases if case.answerable and not case.relevance] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_sets_are_whole_and_their_splits_apart(name: str) -> None:
    ids = {
        split: {question.id for path in SHIPPED[name].questions(split) for question in load(path)}
        for split in (Split.TRAIN, Split.DEV, Split.TEST)
    }

    assert ids[Split.DEV]
    assert sum(map(len, ids.values())) == len(set().union(*ids.values()))


@pytest.mark.parametrize("name", ["seeds", "presidential"])
def test_a_third_of_a_shipped_set_cannot_be_answered(name: str) -> None:
    questions = [question for path in SHIPPED[name].questions(Split.ALL) for question in load(path)]
    unanswerable = [question for question in questions if not question.answerable]

    assert len(unanswerable) / len(questions) == pytest.approx(1 / 3, abs=0.05)
    assert all(question.note for question in unanswerable)
