"""Scoring a question against a text, both read together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.onnx import OnnxModel
from index.packaged import MS_MARCO_MINILM, locate

MAX_TOKENS = 512
"""The model's window: question and text together, in tokens of its own vocabulary."""

_BATCH_TOKENS = 300  # measured on two cores: passages go fastest one by one, sentences by fours


class Reranker:
    """The cross-encoder ms-marco-MiniLM-L-12-v2 (int8) on onnxruntime.

    Source: Nogueira and Cho, "Passage Re-ranking with BERT", arXiv:1901.04085; weights by
    Reimers and Gurevych (sentence-transformers), trained on MS MARCO.
    """

    def __init__(self, *, threads: int | None = None) -> None:
        self._threads = threads

    @cached_property
    def _model(self) -> OnnxModel:
        return OnnxModel(
            locate(MS_MARCO_MINILM),
            max_tokens=MAX_TOKENS,
            batch_size=8,
            batch_tokens=_BATCH_TOKENS,
            threads=self._threads,
        )

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the relevance of each text, shape (len(texts),), as logits of about -11 to 11.

        Raises:
            ModelUnavailable: the packaged weights are missing or altered.
        """
        scores = np.empty(len(texts), dtype=np.float32)
        if texts:
            for positions, logits in self._model.run([(question, text) for text in texts]):
                scores[positions] = logits[:, 0]
        return scores
