from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from eval.opening import Models
from eval.shipped import SHIPPED, Split
from eval.training import judged, questions, wording
from eval.training.judged import Judged
from eval.training.pairs import _judged, pairs
from eval.training.questions import Asked, QuestionedPassage, TrainingQuestion
from index.errors import QuestionFileError
from index.opened import Index, open_index
from index.passage import Passage
from index.sentences import sentences
from index.statement import Role
from rag.retriever import Retriever, in_context
from rag.settings import RetrievalSettings
from tests.index.hashing_embedder import HASHING_SETTINGS

COUNTED = ("How many were there in {}?", "How many came to {}?")
TOLD = ("What was said of {}?", "What did they hear of {}?")
PLACES = ("Oslo", "Bergen", "Elvik", "Sandvik", "Tromso", "Narvik")
LINES = questions.SHIPPED.read_text(encoding="utf-8").splitlines()
INVENTED = questions.INVENTED.read_text(encoding="utf-8").splitlines()
JUDGED = judged.SHIPPED.read_text(encoding="utf-8").splitlines()


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
            {"history": ["Who met"], "question": "How many?", "answered": False, "sentences": [1]},
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
    judged_in = {item.get("statement") for line in JUDGED for item in json.loads(line)["sentences"]}
    assert len(judged_in) > 300
    assert not examined & judged_in


def test_about_half_of_the_shipped_questions_have_no_answer() -> None:
    asked = [item for line in LINES + INVENTED for item in json.loads(line)["questions"]]
    assert len(asked) == 43_255
    assert 0.45 < np.mean([item["answered"] for item in asked]) < 0.55
    assert all(item["sentences"] for item in asked if item["answered"])


def test_a_passage_comes_with_its_questions(corpus_index: Index, tmp_path: Path) -> None:
    (_, passage), *_ = corpus_index.content.passages_of("lind")
    (found,) = questions.load(written(tmp_path, passage), corpus_index.content)
    assert found.passage == passage
    assert found.quotes() == [passage.text[start:end] for start, end in sentences(passage.text)]
    assert passage in found.stretches
    assert [question.answered for question in found.questions] == [True, False]
    assert [question.asked.searched for question in found.questions] == [
        "What was said first?",
        "Who met? How many?",
    ]


def test_the_passage_need_not_be_one_of_the_index(corpus_index: Index, tmp_path: Path) -> None:
    (_, passage), *_ = corpus_index.content.passages_of("lind")
    start = passage.start + next(iter(sentences(passage.text)))[1] + 1
    text = corpus_index.content.statement("lind").text[start : passage.end]
    path = written(tmp_path, passage, start=start, sha256=hashlib.sha256(text.encode()).hexdigest())
    (found,) = questions.load(path, corpus_index.content)
    assert found.passage.text == text
    assert len(found.spans) == len(list(sentences(passage.text))) - 1
    assert found.stretches == ()  # less than half of the passage lies in it


def test_an_invented_passage_brings_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "invented.jsonl"
    entry = json.loads(INVENTED[0])
    path.write_text(INVENTED[0], encoding="utf-8")
    (found,) = questions.load_invented(path)
    assert found.quotes() == entry["sentences"]
    assert (found.passage.speaker, found.passage.role) == (entry["speaker"], Role.PRINCIPAL)
    assert found.stretches == (found.passage,)


def test_no_name_of_a_shipped_speaker_is_put_to_invented_words(corpus_index: Index) -> None:
    invented = {json.loads(line)["speaker"] for line in INVENTED}
    assert len(invented) > 300
    assert not {"Sergey Lavrov", "John Kerry", "Erlan Idrisov"} & invented


def test_judged_sentences_come_with_their_passages(corpus_index: Index, tmp_path: Path) -> None:
    (_, passage), *_ = corpus_index.content.passages_of("lind")
    start, end = next(iter(sentences(passage.text)))
    quote = passage.text[start:end]
    invented = list(questions.load_invented(questions.INVENTED))
    second = invented[2].quotes()[1]
    places = [
        {"statement": "lind", "start": passage.start + start, "end": passage.start + end, "answers": True},
        {"invented": 3, "sentence": 2, "answers": False},
    ]
    entry = {
        "question": "Who met?",
        "history": ["When"],
        "sha256": judged.digest([quote, second]),
        "sentences": places,
    }
    path = tmp_path / "judged.jsonl"
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    assert judged.load(path, corpus_index.content, invented) == {
        Asked("Who met?", before="When?"): [
            Judged(passage, quote, True),
            Judged(invented[2].passage, second, False),
        ]
    }


@pytest.mark.parametrize(
    "changes", [{"start": 1, "end": 9}, {"statement": "no such statement", "start": 0, "end": 9}], ids=str
)
def test_other_sentences_than_those_judged_are_refused(
    corpus_index: Index, tmp_path: Path, changes: dict[str, object]
) -> None:
    place = {"statement": "lind", "answers": True, **changes}
    path = tmp_path / "judged.jsonl"
    entry = {"question": "Who met?", "sha256": judged.digest(["We met."]), "sentences": [place]}
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    with pytest.raises(QuestionFileError, match=r"judged\.jsonl, line 1: the index holds other sentences"):
        judged.load(path, corpus_index.content, [])


def test_judged_sentences_are_put_in_context_bare_and_with_their_passages(corpus_index: Index) -> None:
    (_, passage), *_ = corpus_index.content.passages_of("lind")
    spans = list(sentences(passage.text))[:2]
    first, second = (passage.text[start:end] for start, end in spans)
    question = Asked("Who met?", before="When were the talks?")
    items = [Judged(passage, first, False), Judged(passage, second, True)]
    pairs = list(_judged(7, question, items, True, random.Random(1)))  # noqa: S311
    assert all((pair.question, pair.weight, pair.held_out) == (7, 1.0, True) for pair in pairs)
    found = [(pair.query, pair.text, pair.label) for pair in pairs]
    assert question.read == "Who met (talks)?"
    assert (question.read, in_context(passage, first), 0) in found
    assert (question.read, in_context(passage, second), 1) in found
    assert (question.text, first, 0) in found
    assert (question.searched, in_context(passage, passage.text), 1) in found


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
            tuple(sentences(passage.text)),
            (passage,),
            tuple(
                TrainingQuestion(Asked(form.format(place)), form in TOLD, (1,))
                for form in (*COUNTED, *TOLD)
                for place in PLACES
            ),
        )
        for statement in ("holm", "lind")
        for _, passage in corpus_index.content.passages_of(statement)
    ]
    retriever = Retriever(corpus_index, models.embedder, models.reranker, RetrievalSettings())
    said = {
        Asked("What was said of Oslo?"): [Judged(questioned[0].passage, "Nothing of the kind.", False)],
        Asked("Why?", before="Who met?"): [Judged(questioned[0].passage, "Nothing else.", True)],
    }
    made = list(pairs(questioned, said, retriever, frozenset(["lind"])))
    assert {pair.label for pair in made if pair.query.startswith("What")} == {0, 1}
    assert {pair.label for pair in made if pair.query.startswith("How many")} == {0}
    found = [pair for pair in made if pair.found]
    assert found
    assert not any(pair.label or "Bo Lind" in pair.text for pair in found)
    judged_pairs = [(pair.query, pair.label) for pair in made if pair.text == "Nothing of the kind."]
    assert judged_pairs == [("What was said of Oslo?", 0)] * len(questioned)
    assert ("Who met? Why?", 1) in [(pair.query, pair.label) for pair in made[-3:]]
    assert made == list(pairs(questioned, said, retriever, frozenset(["lind"])))
