"""The default embedder: bge-small-en-v1.5 (int8) on onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.onnx import OnnxModel
from index.packaged import BGE_SMALL, locate
from index.trained import trained_weights

_BATCH_TOKENS = 600  # measured on two cores: a quarter more passages a second than without a limit
QUERY_PREFIX = "Represent this sentence for searching relevant passages: "
"""What stands before a question, as the model card wants it."""


class BgeEmbedder:
    """BAAI/bge-small-en-v1.5: the [CLS] state, normalised; queries carry the prefix of its model card.

    Documents are embedded by the model as it is packaged. The upper layers that read queries were
    trained (`python -m eval.training.queries`) to lead to the passages that answer, also where these
    use other words; vectors of documents stay as they are, and indexes with them.

    Source: Xiao et al., "C-Pack: Packed Resources For General Chinese Embeddings", SIGIR 2024. A
    network of its own for queries: Karpukhin et al., "Dense Passage Retrieval for Open-Domain Question
    Answering", EMNLP 2020, section 3.1.
    """

    name = BGE_SMALL.name
    checksum = BGE_SMALL.sha256
    dim = 384

    def __init__(self, *, batch_size: int = 8, threads: int | None = None) -> None:
        self._batch_size = batch_size
        self._threads = threads

    @cached_property
    def _documents(self) -> OnnxModel:
        return OnnxModel(
            locate(BGE_SMALL),
            max_tokens=512,
            batch_size=self._batch_size,
            batch_tokens=_BATCH_TOKENS,
            threads=self._threads,
        )

    @cached_property
    def _queries(self) -> OnnxModel:
        weights = trained_weights("index.embedders", "queries.safetensors")
        return OnnxModel(
            locate(BGE_SMALL), max_tokens=512, batch_size=1, threads=self._threads, weights=weights
        )

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors of shape (len(texts), 384).

        Raises:
            ModelUnavailable: the packaged weights are missing or altered.
        """
        return self._unit_vectors(self._documents, texts)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return the unit vector of a question, of shape (384,).

        Raises:
            ModelUnavailable: the packaged or the trained weights are missing or not what they should be.
        """
        return np.asarray(self._unit_vectors(self._queries, [QUERY_PREFIX + text])[0], dtype=np.float32)

    def _unit_vectors(self, model: OnnxModel, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        for positions, states in model.run(texts):
            vectors[positions] = states[:, 0]
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / norms, dtype=np.float32)
