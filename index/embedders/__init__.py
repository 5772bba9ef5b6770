"""Embedding models: the packaged default, or any that sentence-transformers loads."""

from __future__ import annotations

from index.embedders.bge import BgeEmbedder
from index.embedders.embedder import Embedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.settings import EmbedderSettings

__all__ = ["Embedder", "load_embedder"]


def load_embedder(settings: EmbedderSettings) -> Embedder:
    """Return the embedder that the settings name; its weights are read at first use."""
    if settings.model == BgeEmbedder.name:
        return BgeEmbedder(batch_size=settings.batch_size, threads=settings.threads)
    return SentenceTransformerEmbedder(settings.model, batch_size=settings.batch_size)
