from __future__ import annotations

from itertools import chain

import numpy as np
import pytest

from index.onnx import OnnxModel
from index.packaged import BGE_SMALL, MS_MARCO_MINILM, locate

TEXTS = [
    "The two ministers agreed on a plan to destroy the arsenal before the middle of next year.",
    "Yes.",
    "We met in Geneva for three days.",
    "",
    "peace " * 1000,
    "The treaty was signed.",
    "No.",
]


@pytest.fixture(scope="module")
def model() -> OnnxModel:
    return OnnxModel(locate(BGE_SMALL), max_tokens=64, batch_size=3)


def test_every_input_comes_back_once_in_batches_of_the_size(model: OnnxModel) -> None:
    batches = [positions for positions, _ in model.run(TEXTS)]
    assert [len(positions) for positions in batches] == [3, 3, 1]
    assert sorted(chain.from_iterable(batches)) == list(range(len(TEXTS)))


def test_batches_hold_inputs_of_like_length(model: OnnxModel) -> None:
    batches = list(model.run(TEXTS))
    assert batches[0][0][0] == 4
    assert set(batches[-1][0]) <= {1, 3, 6}
    widths = [output.shape[1] for _, output in batches]
    assert widths == sorted(widths, reverse=True)


def test_inputs_are_cut_at_the_limit(model: OnnxModel) -> None:
    (_, output), *_ = model.run([TEXTS[4]])
    assert output.shape == (1, 64, 384)
    assert output.dtype == np.float32


def test_the_positions_say_which_output_is_whose() -> None:
    """In batches of one nothing is padded, so that the outputs must agree to the last digits."""
    model = OnnxModel(locate(BGE_SMALL), max_tokens=64, batch_size=1)
    for (position,), output in model.run(TEXTS):
        ((_, alone),) = model.run([TEXTS[position]])
        np.testing.assert_allclose(output, alone, atol=1e-6)


def test_nothing_in_nothing_out(model: OnnxModel) -> None:
    assert list(model.run([])) == []


def test_pairs_are_read_together() -> None:
    model = OnnxModel(locate(MS_MARCO_MINILM), max_tokens=64)
    pairs = [("What was signed?", "The treaty was signed."), ("What was signed?", "It rained all day.")]
    ((positions, logits),) = model.run(pairs)
    assert logits.shape == (2, 1)
    assert logits[positions.index(0), 0] > logits[positions.index(1), 0] + 5


@pytest.mark.parametrize("threads", [None, 1, 2])
def test_the_number_of_threads_does_not_change_the_outcome(threads: int | None) -> None:
    one = OnnxModel(locate(BGE_SMALL), max_tokens=64, threads=1)
    other = OnnxModel(locate(BGE_SMALL), max_tokens=64, threads=threads)
    for (_, expected), (_, output) in zip(one.run(TEXTS), other.run(TEXTS), strict=True):
        np.testing.assert_allclose(output, expected, atol=1e-3)
