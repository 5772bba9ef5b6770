from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from eval.training.judged import Judged
from eval.training.material import Material
from eval.training.network import QueryEncoder
from eval.training.packaged import PackagedGraph
from eval.training.queries.answering import Query, queries
from eval.training.queries.fit import blend, fit, recall
from eval.training.questions import Asked, QuestionedPassage, TrainingQuestion
from eval.training.states import States, compute
from index.embedders.bge import QUERY_PREFIX, BgeEmbedder
from index.onnx import OnnxModel
from index.packaged import BGE_SMALL, locate
from index.passage import Passage
from index.sentences import sentences
from index.statement import Role

QUESTIONS = ("How many projects are there?", "Who signed the treaty?", "Which island did the fleet leave?")
FOLDER = locate(BGE_SMALL)


@pytest.fixture(scope="module")
def graph() -> PackagedGraph:
    return PackagedGraph(FOLDER / "model.onnx")


def states_of(graph: PackagedGraph, first: int, texts: Sequence[str], folder: Path) -> States:
    prefixed = [QUERY_PREFIX + text for text in texts]
    return compute(graph.lower(first), FOLDER / "tokenizer.json", prefixed, folder / "states.npy")


def vectors_of(model: OnnxModel, texts: Sequence[str]) -> NDArray[np.float32]:
    vectors = np.empty((len(texts), 384), np.float32)
    for positions, states in model.run([QUERY_PREFIX + text for text in texts]):
        vectors[positions] = states[:, 0]
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("first", [4, 11])
def test_untrained_the_vectors_are_those_of_the_packaged_network(
    graph: PackagedGraph, tmp_path: Path, first: int
) -> None:
    import torch

    hidden, there = states_of(graph, first, QUESTIONS, tmp_path).batch(np.arange(3))
    with torch.no_grad():
        network = QueryEncoder(graph, first).eval()
        ours = network(torch.from_numpy(hidden), torch.from_numpy(there)).numpy()
    packaged = vectors_of(OnnxModel(FOLDER, max_tokens=512, batch_size=1), QUESTIONS)
    assert (ours * packaged).sum(axis=1).min() > 0.98


def test_a_query_is_led_to_the_passage_that_answers(
    graph: PackagedGraph, bge: BgeEmbedder, tmp_path: Path
) -> None:
    """Each question is taught to lie nearest to a passage that has nothing to do with it, in int8 as well."""
    passages = bge.embed_documents(["Wheat was dear.", "The choir sang.", "A bridge fell.", "It snowed."])
    asked = [Query(text, (n,), (3,), times=8, held_out=False) for n, text in enumerate(QUESTIONS)]
    kept = [replace(query, held_out=True) for query in asked]
    states = states_of(graph, 10, [query.text for query in (*asked, *kept)], tmp_path)
    network = QueryEncoder(graph, 10)
    said: list[str] = []
    before = recall(network, [*asked, *kept], states, passages, 1)
    fit(network, [*asked, *kept], states, passages, epochs=150.0, said=said.append)
    assert said[0].startswith("step 0 of 56: loss ")
    assert recall(network, [*asked, *kept], states, passages, 1) == 1.0 > before
    trained = OnnxModel(FOLDER, max_tokens=512, weights=network.arrays(graph))
    assert (vectors_of(trained, QUESTIONS) @ passages.T).argmax(axis=1).tolist() == [0, 1, 2]


@pytest.mark.parametrize(("share", "place"), [(0.0, 0.0), (0.25, 0.25), (1.0, 1.0)])
def test_a_share_of_the_training_is_kept(graph: PackagedGraph, share: float, place: float) -> None:
    import torch

    packaged, trained = QueryEncoder(graph, 11), QueryEncoder(graph, 11)
    with torch.no_grad():
        for weight in trained.parameters():
            weight.add_(1.0)
    blend(trained, packaged, share)
    for weight, before in zip(trained.parameters(), packaged.parameters(), strict=True):
        torch.testing.assert_close(weight, before + place)


def passage(ordinal: int, start: int, text: str) -> Passage:
    return Passage(
        id=f"speech:{ordinal:04}",
        statement_id="speech",
        ordinal=ordinal,
        start=start,
        end=start + len(text),
        n_tokens=9,
        text=text,
        speaker="Ann Lee",
        role=Role.PRINCIPAL,
        question=None,
        title="Speech",
        kind="speech",
        date=None,
        place=None,
    )


PASSAGES = [
    passage(0, 0, "We met in May. The plan has 112 projects."),
    passage(1, 15, "The plan has 112 projects. Ann signed it."),
    passage(2, 42, "Ann signed it. The fleet left Malta."),
    passage(3, 57, "The fleet left Malta. It was late."),
]


def questioned(question: TrainingQuestion) -> QuestionedPassage:
    spans = tuple(sentences(PASSAGES[0].text))
    return QuestionedPassage(PASSAGES[0], spans, (PASSAGES[0],), (question,))


def test_every_passage_with_the_sentence_answers() -> None:
    item = questioned(TrainingQuestion(Asked(QUESTIONS[0]), answered=True, sentences=(2,)))
    found = queries(PASSAGES, Material([item], [], {}))
    assert found == [Query(QUESTIONS[0], answering=(0, 1), beside=(2,), times=1, held_out=False)]


def test_questions_of_judged_sentences_alone_are_put_more_often() -> None:
    judged = {
        Asked(QUESTIONS[1]): [
            Judged(PASSAGES[0], "We met in May.", answers=False),
            Judged(PASSAGES[1], "Ann signed it.", answers=True),
        ]
    }
    (query,) = queries(PASSAGES, Material([], [], judged))
    assert (query.answering, query.beside, query.times) == ((1, 2), (0, 3), 3)


def test_what_is_not_answered_or_leans_on_another_question_is_left_out() -> None:
    items = [
        questioned(TrainingQuestion(Asked(QUESTIONS[1]), answered=False, sentences=(2,))),
        questioned(TrainingQuestion(Asked("How many?", QUESTIONS[0]), answered=True, sentences=(2,))),
    ]
    judged = {Asked("Where?", QUESTIONS[2]): [Judged(PASSAGES[2], "The fleet left Malta.", answers=True)]}
    assert queries(PASSAGES, Material(items, [], judged)) == []


def test_a_quote_that_is_not_whole_in_its_passage_is_left_out() -> None:
    judged = {Asked("Where?"): [Judged(PASSAGES[3], "Ann signed it. The fleet left Malta.", answers=True)]}
    assert queries(PASSAGES, Material([], [], judged)) == []


def test_what_stands_in_no_passage_of_the_corpus_is_left_out() -> None:
    item = questioned(TrainingQuestion(Asked(QUESTIONS[0]), answered=True, sentences=(2,)))
    assert queries([], Material([item], [], {})) == []
