from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from eval.training.fit import fit, score
from eval.training.network import CrossEncoder
from eval.training.packaged import PackagedGraph
from eval.training.pairs import Pair
from eval.training.states import States, compute
from index.onnx import OnnxModel
from index.packaged import MS_MARCO_MINILM, locate

QUESTION = "How many projects does the joint plan include?"
TEXTS = (
    "The joint plan includes 112 projects.",
    "The joint plan was signed in Geneva.",
    "The weather was fine, and the delegates took a walk along the lake before they dined together.",
)
FOLDER = locate(MS_MARCO_MINILM)


@pytest.fixture(scope="module")
def graph() -> PackagedGraph:
    return PackagedGraph(FOLDER / "model.onnx")


def states_of(graph: PackagedGraph, first: int, texts: Sequence[tuple[str, str]], folder: Path) -> States:
    return compute(graph.lower(first), FOLDER / "tokenizer.json", texts, folder / "states.npy")


def logits_of(model: OnnxModel, texts: Sequence[tuple[str, str]]) -> list[float]:
    logits = [0.0] * len(texts)
    for positions, found in model.run(texts):
        for position, logit in zip(positions, found[:, 0], strict=True):
            logits[position] = float(logit)
    return logits


def test_a_matrix_is_stored_as_it_was_read(graph: PackagedGraph) -> None:
    stored = graph.quantised("layer.11.output.dense", graph.matrix("layer.11.output.dense"))
    name = graph.stored_as["layer.11.output.dense"]
    np.testing.assert_array_equal(stored[f"{name}_quantized"], graph.arrays[f"{name}_quantized"])
    np.testing.assert_allclose(stored[f"{name}_scale"], graph.arrays[f"{name}_scale"], rtol=1e-6)


def test_changes_smaller_than_a_step_are_kept_on_average(graph: PackagedGraph) -> None:
    name = "layer.11.output.dense"
    packaged, stored = graph.matrix(name), graph.stored_as[name]
    step = float(graph.arrays[f"{stored}_scale"])
    inner = np.abs(packaged) < 126 * step
    changed = graph.quantised(name, np.where(inner, packaged + 0.3 * step, packaged).astype(np.float32))
    steps = changed[f"{stored}_quantized"][inner] - graph.arrays[f"{stored}_quantized"][inner]
    assert set(np.unique(steps)) == {0, 1}
    assert steps.mean() == pytest.approx(0.3, abs=0.01)


@pytest.mark.parametrize("first", [0, 8])
def test_untrained_the_layers_score_as_the_packaged_network(
    graph: PackagedGraph, tmp_path: Path, first: int
) -> None:
    texts = [(QUESTION, text) for text in TEXTS]
    ours = score(CrossEncoder(graph, first), states_of(graph, first, texts, tmp_path), np.arange(3))
    packaged = logits_of(OnnxModel(FOLDER, max_tokens=512), texts)
    np.testing.assert_allclose(ours, packaged, atol=0.5)


def test_what_is_trained_is_what_the_packaged_network_then_does(graph: PackagedGraph, tmp_path: Path) -> None:
    """Taught that a place is no number, the network tells the two apart, in int8 as well."""
    texts = [(QUESTION, text) for text in TEXTS]
    network = CrossEncoder(graph, 11)
    before = logits_of(OnnxModel(FOLDER, max_tokens=512), texts)
    labels = (1, 0, 0)
    pairs = [
        Pair(number, QUESTION, text, label, weight=1.0, held_out=False)
        for number, (text, label) in enumerate(zip(TEXTS, labels, strict=True))
    ] * 32
    said: list[str] = []
    states = states_of(graph, 11, [(pair.query, pair.text) for pair in pairs], tmp_path)
    fit(network, pairs, states, epochs=20.0, said=said.append)
    trained = OnnxModel(FOLDER, max_tokens=512, weights=network.arrays(graph))
    after = logits_of(trained, texts)
    assert said[0].startswith("step 0 of 60: loss ")
    assert after[0] - after[1] > before[0] - before[1] + 1
    assert after[0] > 0 > max(after[1:])


def test_a_found_text_that_may_answer_too_teaches_nothing(graph: PackagedGraph, tmp_path: Path) -> None:
    pairs = [
        Pair(number, QUESTION, text, label, weight=1.0, held_out=False, found=not label)
        for number in range(32)
        for text, label in ((TEXTS[1], 1), (TEXTS[0], 0))
    ]
    network = CrossEncoder(graph, 11)
    states = states_of(graph, 11, [(pair.query, pair.text) for pair in pairs], tmp_path)
    before = score(network, states, np.arange(2))
    fit(network, pairs, states, epochs=20.0, said=lambda _: None)
    after = score(network, states, np.arange(2))
    assert after[0] > before[0]
    assert after[1] > before[1] - 1
