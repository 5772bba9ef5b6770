from __future__ import annotations

import numpy as np
import pytest

from rag.reranker import Reranker

QUESTION = "How many projects does the joint plan include?"
TEXTS = [
    "The weather in Geneva was fine, and the delegates took a walk along the lake before they dined.",
    "The joint plan includes 112 projects.",
    "",
    "Projects are carried out in many countries.",
]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (QUESTION, TEXTS[1], TEXTS[0]),
        ("Who signed the treaty?", "The treaty was signed by John Kerry.", "The treaty has five articles."),
        ("When will the inspectors arrive?", "Inspectors will come in November.", "Inspectors need visas."),
    ],
)
def test_what_answers_scores_higher(reranker: Reranker, question: str, right: str, wrong: str) -> None:
    scores = reranker.scores(question, [wrong, right])
    assert scores[1] > scores[0] + 1


def test_a_score_for_each_text_in_their_order(reranker: Reranker) -> None:
    scores = reranker.scores(QUESTION, TEXTS)
    assert scores.shape == (4,)
    assert scores.dtype == np.float32
    assert scores.argmax() == 1
    np.testing.assert_allclose(scores, reranker.scores(QUESTION, TEXTS[::-1])[::-1], atol=0.5)


def test_a_score_hardly_depends_on_the_batch(reranker: Reranker) -> None:
    """Dynamic int8 quantisation takes its scale from the whole batch, hence the tolerance."""
    alone = [float(reranker.scores(QUESTION, [text])[0]) for text in TEXTS]
    np.testing.assert_allclose(reranker.scores(QUESTION, TEXTS), alone, atol=0.5)


def test_the_same_call_gives_the_same_scores(reranker: Reranker) -> None:
    np.testing.assert_array_equal(reranker.scores(QUESTION, TEXTS), reranker.scores(QUESTION, TEXTS))


def test_no_texts_have_no_scores(reranker: Reranker) -> None:
    scores = reranker.scores(QUESTION, [])
    assert scores.shape == (0,)
    assert scores.dtype == np.float32


@pytest.mark.parametrize("question", ["", "😀", "peace " * 10_000], ids=["empty", "emoji", "long"])
@pytest.mark.parametrize("text", ["", "漢字", "treaty " * 10_000], ids=["empty", "ideographs", "long"])
def test_any_texts_have_a_score(reranker: Reranker, question: str, text: str) -> None:
    assert np.isfinite(reranker.scores(question, [text])).all()
