"""`python -m eval.training`: train the reranker, and write `rag/reranker.safetensors`.

It takes the presidential corpus and some hours on two cores; what it learns from are the
questions beside it, none of which is about a statement that a dev or test question asks about.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from eval.opening import load_models, open_assistant
from eval.training import material
from eval.training.command import parser, say
from eval.training.fit import fit, score
from eval.training.network import CrossEncoder
from eval.training.packaged import PackagedGraph
from eval.training.pairs import Pair, pairs
from eval.training.states import compute
from index.errors import OnRecordError
from index.packaged import MS_MARCO_MINILM, locate
from index.settings import IndexSettings
from rag.retriever import Retriever
from rag.settings import RagSettings

_FIRST_TRAINED = 0  # of twelve layers; those below would stay as they are


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write; return the exit status."""
    options = _options(arguments)
    try:
        found = _pairs(options.index)
    except OnRecordError as error:
        sys.stderr.write(f"training: {error}\n")
        return 1
    _train(found, options)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = parser(
        "python -m eval.training",
        (__doc__ or "").split("\n\n")[1],
        Path(str(files("rag") / "reranker.safetensors")),
    )
    options.add_argument(
        "--from", dest="start", type=Path, help="weights of an earlier training, to go on from"
    )
    return options.parse_args(arguments)


def _pairs(index: Path | None) -> list[Pair]:
    settings, index_settings = RagSettings(), IndexSettings()
    models = load_models(index_settings)
    folder = material.index_dir(index, index_settings, models)
    with open_assistant(folder, index_settings, settings, models) as assistant:
        found = material.load(assistant.index.content)
        retriever = Retriever(assistant.index, models.embedder, models.reranker, settings.retrieval)
        return list(pairs(found.passages, found.judged, retriever, material.examined()))


def _train(found: Sequence[Pair], options: argparse.Namespace) -> None:
    folder = locate(MS_MARCO_MINILM)
    graph = PackagedGraph(folder / "model.onnx", load_file(options.start) if options.start else {})
    network = CrossEncoder(graph, _FIRST_TRAINED)
    texts = [(pair.query, pair.text) for pair in found]
    with tempfile.TemporaryDirectory() as scratch:
        states = compute(
            graph.lower(_FIRST_TRAINED), folder / "tokenizer.json", texts, Path(scratch, "states.npy")
        )
        kept = np.array([i for i, pair in enumerate(found) if pair.held_out])
        before = _told_apart(found, score(network, states, kept))
        fit(network, found, states, epochs=options.epochs, said=say)
        after = _told_apart(found, score(network, states, kept))
    save_file(network.arrays(graph), options.output)
    say(f"held-out passages: area under the ROC curve {before:.3f} before, {after:.3f} after")
    say(f"written to {options.output}")


def _told_apart(found: Sequence[Pair], logits: np.ndarray) -> float:
    """Return the weighted area under the ROC curve over the pairs that have a logit."""
    from sklearn.metrics import roc_auc_score

    seen = [int(position) for position in np.flatnonzero(~np.isnan(logits))]
    labels = [found[i].label for i in seen]
    return float(roc_auc_score(labels, logits[seen], sample_weight=[found[i].weight for i in seen]))


if __name__ == "__main__":
    sys.exit(main())
