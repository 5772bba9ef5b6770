from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from eval.opening import Models
from eval.shipped import SHIPPED, Split
from eval.training import questions, wording
from eval.training.pairs import pairs
from eval.training.questions import QuestionedPassage, TrainingQuestion
from index.errors import QuestionFileError
from index.opened import Index, open_index
from index.passage import Passage
from rag.retriever import Retriever
from rag.settings import RetrievalSettings
from tests.index.hashing_embedder import HASHING_SETTINGS

COUNTED = ("How many were there in {}?", "How many came to {}?")
TOLD = ("What was said of {}?", "What did they hear of {}?")
PLACES = ("Oslo", "Bergen", "Elvik", "Sandvik", "Tromso", "Narvik")
LINES = questions.SHIPPED.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def corpus_index(index_dir: Path) -> Iterator[Index]:
    with open_index(index_dir, HASHING_SETTINGS) as index:
        yield index


def written(folder: Path, passage: Passage, **changes: object) -> Path:
    entry = {
        "statement": passage.statement_id,
        "start": passage.start,
        "end": passage.end,
        "sha256": hashlib.sha256(passage.text.encode()).hexdigest(),
        "questions": [
            {"question": "What was said first?", "answered": True, "sentences": [1]},
            {"question": "How many were absent?", "answered": False, "sentences": [1]},
        ],
    }
    path = folder / "questions.jsonl"
    path.write_text(json.dumps({**entry, **changes}) + "\n", encoding="utf-8")
    return path


def test_no_training_question_is_about_a_statement_of_a_dev_or_test_question() -> None:
    examined = {
        place["statement"]
        for path in SHIPPED["presidential"].questions(Split.ALL)
        for line in path.read_text(encoding="utf-8").splitlines()
        for place in json.loads(line)["gold"]
    }
    trained = {json.loads(line)["statement"] for line in LINES}
    assert len(trained) > 800
    assert not trained & examined


def test_about_half_of_the_shipped_questions_have_no_answer() -> None:
    asked = [item for line in LINES for item in json.loads(line)["questions"]]
    assert len(asked) == 13_519
    assert 0.45 < np.mean([item["answered"] for item in asked]) < 0.55
    assert all(item["sentences"] for item in asked if item["answered"])


def test_a_passage_comes_with_its_questions(corpus_index: Index, tmp_path: Path) -> None:
    (_, passage), *_ = corpus_index.content.passages_of("lind")
    (found,) = questions.load(written(tmp_path, passage), corpus_index.content)
    assert found.passage == passage
    assert [question.answered for question in found.questions] == [True, False]


@pytest.mark.parametrize(
    "changes", [{"sha256": "0" * 64}, {"start": 1}, {"statement": "no such statement"}], ids=str
)
def test_a_corpus_that_has_changed_is_refused(
    corpus_index: Index, tmp_path: Path, changes: dict[str, object]
) -> None:
    (_, passage), *_ = corpus_index.content.passages_of("lind")
    path = written(tmp_path, passage, **changes)
    with pytest.raises(QuestionFileError, match=r"questions\.jsonl, line 1: the index holds another text"):
        list(questions.load(path, corpus_index.content))


def test_a_wording_that_gives_its_kind_away_counts_less() -> None:
    """Of six passages one has an answered question of the wording that is elsewhere unanswered."""
    asked = [(form.format(place), form in TOLD, place) for place in PLACES for form in (*COUNTED, *TOLD) * 3]
    asked.append(("How many were there in Oslo?", True, "Oslo"))
    weights = wording.weights(*zip(*asked, strict=True))
    assert weights.shape == (len(asked),)
    assert (weights[:-1] < 1).all()
    assert weights[-1] > 3


def test_every_question_meets_texts_that_answer_and_texts_that_do_not(
    corpus_index: Index, models: Models
) -> None:
    questioned = [
        QuestionedPassage(
            passage,
            tuple(
                TrainingQuestion(form.format(place), form in TOLD, (1,))
                for form in (*COUNTED, *TOLD)
                for place in PLACES
            ),
        )
        for statement in ("holm", "lind")
        for _, passage in corpus_index.content.passages_of(statement)
    ]
    retriever = Retriever(corpus_index, models.embedder, models.reranker, RetrievalSettings())
    made = list(pairs(questioned, retriever, frozenset(["lind"])))
    assert {pair.label for pair in made if pair.query.startswith("What")} == {0, 1}
    assert {pair.label for pair in made if pair.query.startswith("How many")} == {0}
    found = [pair for pair in made if pair.found]
    assert found
    assert not any(pair.label or "Bo Lind" in pair.text for pair in found)
    assert made == list(pairs(questioned, retriever, frozenset(["lind"])))
