"""`python -m eval.training.queries`: train what reads queries, `index/embedders/queries.safetensors`.

It takes the presidential corpus and some ten minutes on two idle cores. The vectors of passages stay as
they are; so do indexes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from safetensors.numpy import save_file

from eval.opening import load_models
from eval.training import material
from eval.training.command import parser, say
from eval.training.network import QueryEncoder
from eval.training.packaged import PackagedGraph
from eval.training.queries.answering import Corpus, Query, queries, read
from eval.training.queries.fit import blend, fit, recall
from eval.training.states import compute
from index.embedders.bge import QUERY_PREFIX
from index.errors import OnRecordError
from index.opened import open_index
from index.packaged import BGE_SMALL, locate
from index.settings import IndexSettings
from rag.settings import RetrievalSettings

_FIRST_TRAINED = 4  # of twelve layers; those below stay as they are
_SHARE = 0.6  # of the trained weights; the rest is as packaged
_DEPTH = RetrievalSettings().rerank


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write; return the exit status."""
    options = _options(arguments)
    try:
        corpus, asked = _material(options.index)
    except OnRecordError as error:
        sys.stderr.write(f"training: {error}\n")
        return 1
    _train(corpus, asked, options)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = parser(
        "python -m eval.training.queries",
        (__doc__ or "").split("\n\n")[1],
        Path(str(files("index.embedders") / "queries.safetensors")),
    )
    return options.parse_args(arguments)


def _material(given: Path | None) -> tuple[Corpus, list[Query]]:
    settings = IndexSettings()
    models = load_models(settings)
    with open_index(material.index_dir(given, settings, models), settings) as index:
        index.check_embedder(models.embedder)
        found = material.load(index.content)
        corpus = read(index, found.invented, models.embedder, material.examined())
    return corpus, queries(corpus.passages, found)


def _train(corpus: Corpus, asked: Sequence[Query], options: argparse.Namespace) -> None:
    folder = locate(BGE_SMALL)
    graph = PackagedGraph(folder / "model.onnx")
    network = QueryEncoder(graph, _FIRST_TRAINED)
    texts = [QUERY_PREFIX + query.text for query in asked]
    with tempfile.TemporaryDirectory() as scratch:
        states = compute(
            graph.lower(_FIRST_TRAINED), folder / "tokenizer.json", texts, Path(scratch, "states.npy")
        )
        before = recall(network, asked, states, corpus.vectors, _DEPTH)
        fit(network, asked, states, corpus.vectors, epochs=options.epochs, said=say)
        blend(network, QueryEncoder(graph, _FIRST_TRAINED), _SHARE)
        after = recall(network, asked, states, corpus.vectors, _DEPTH)
    save_file(network.arrays(graph), options.output)
    say(f"held-out questions: recall of the nearest {_DEPTH} passages {before:.3f} before, {after:.3f} after")
    say(f"written to {options.output}")


if __name__ == "__main__":
    sys.exit(main())
