"""The packaged model's vectors against a way to them that shares none of the product's code."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from transformers import BertTokenizer

from index.embedders.bge import QUERY_PREFIX, BgeEmbedder
from index.onnx import OnnxModel
from index.packaged import BGE_SMALL, locate
from index.trained import trained_weights

TEXTS = [
    "The treaty bans chemical weapons.",
    "Chemical arms are prohibited by the agreement.",
    "The harvest of wheat was poor this year.",
    "How many projects does the plan include?",
    "The joint plan has 112 projects.",
    "Café Lavrov, U.S. — “naïve” 漢字 😀 unbelievableness",
    "peace treaty " * 400,
]


@pytest.fixture(scope="module")
def reference() -> NDArray[np.float32]:
    """Vectors by the model card: WordPiece over vocab.txt, the state of [CLS], unit length."""
    folder: Path = locate(BGE_SMALL)
    tokenizer = BertTokenizer(str(folder / "vocab.txt"), do_lower_case=True)
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])
    vectors = []
    for text in TEXTS:
        inputs = tokenizer(text, truncation=True, max_length=512, return_tensors="np")
        state = session.run(["last_hidden_state"], {name: inputs[name] for name in inputs})[0][0, 0]
        vectors.append(state / np.sqrt((state**2).sum()))
    return np.stack(vectors)


def test_vectors_are_those_of_the_reference(reference: NDArray[np.float32]) -> None:
    vectors = BgeEmbedder(batch_size=1).embed_documents(TEXTS)
    np.testing.assert_allclose(vectors, reference, atol=1e-5)


def test_batches_stay_near_the_reference(bge: BgeEmbedder, reference: NDArray[np.float32]) -> None:
    assert (bge.embed_documents(TEXTS) * reference).sum(axis=1).min() > 0.985


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [(0, 1, 0.831), (0, 2, 0.468), (3, 4, 0.760)],
    ids=["paraphrase", "unrelated", "question and answer"],
)
def test_known_cosines(one: int, other: int, cosine: float) -> None:
    """Measured once with these weights: another model, or another pooling, has others."""
    first, second = BgeEmbedder(batch_size=1).embed_documents([TEXTS[one], TEXTS[other]])
    assert first @ second == pytest.approx(cosine, abs=0.02)


def test_a_query_carries_the_prefix_and_passes_the_trained_layers(bge: BgeEmbedder) -> None:
    weights = trained_weights("index.embedders", "queries.safetensors")
    trained = OnnxModel(locate(BGE_SMALL), max_tokens=512, weights=weights)
    ((_, states),) = trained.run([QUERY_PREFIX + TEXTS[3]])
    query = bge.embed_query(TEXTS[3])
    np.testing.assert_allclose(query, states[0, 0] / np.linalg.norm(states[0, 0]), atol=1e-6)
    assert QUERY_PREFIX == "Represent this sentence for searching relevant passages: "
    packaged = float(query @ bge.embed_documents([QUERY_PREFIX + TEXTS[3]])[0])
    assert 0.7 < packaged < 0.99
