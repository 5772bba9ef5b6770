"""Scoring a question against a text, both read together: does the text answer?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.onnx import OnnxModel
from index.packaged import MS_MARCO_MINILM, locate
from index.trained import trained_weights

MAX_TOKENS = 512
"""The model's window: question and text together, in tokens of its own vocabulary."""

_BATCH_TOKENS = 300  # measured on two cores: passages go fastest one by one, sentences by fours


class Reranker:
    """The cross-encoder ms-marco-MiniLM-L-12-v2 (int8) on onnxruntime, trained further.

    As it is packaged it tells what a text is about; the layers that ship beside this file were
    trained (`python -m eval.training`) to tell besides whether the text answers.

    Sources: Nogueira and Cho, "Passage Re-ranking with BERT", arXiv:1901.04085; weights by Reimers
    and Gurevych (sentence-transformers), trained on MS MARCO; questions that the text does not
    answer though it seems to: Rajpurkar, Jia and Liang, "Know What You Don't Know", ACL 2018.
    """

    def __init__(self, *, threads: int | None = None, trained: bool = True) -> None:
        """Without `trained` it is the network as it is packaged."""
        self._threads = threads
        self._trained = trained

    @cached_property
    def as_packaged(self) -> Reranker:
        """The network as it is packaged: whether a text is about a sentence that asks nothing.

        Its logits run from about -11 to 11; it is loaded at its first use.
        """
        return Reranker(threads=self._threads, trained=False)

    @cached_property
    def _model(self) -> OnnxModel:
        return OnnxModel(
            locate(MS_MARCO_MINILM),
            max_tokens=MAX_TOKENS,
            batch_size=8,
            batch_tokens=_BATCH_TOKENS,
            threads=self._threads,
            weights=trained_weights("rag", "reranker.safetensors") if self._trained else None,
        )

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return how likely each text answers, shape (len(texts),), as logits of about -8 to 6.

        Raises:
            ModelUnavailable: the packaged or the trained weights are missing or not what they should be.
        """
        scores = np.empty(len(texts), dtype=np.float32)
        if texts:
            for positions, logits in self._model.run([(question, text) for text in texts]):
                scores[positions] = logits[:, 0]
        return scores
