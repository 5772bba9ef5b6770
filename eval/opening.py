"""Opening an assistant for measurement: with models that several runs share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eval.memory import RememberingReranker
from index.embedders import Embedder, load_embedder
from index.opened import open_index
from index.settings import IndexSettings
from rag.assistant import Assistant
from rag.generators import load_generator
from rag.reranker import Reranker
from rag.settings import RagSettings


@dataclass(frozen=True, slots=True)
class Models:
    """The models of a pipeline; each is loaded at its first use."""

    embedder: Embedder
    reranker: Reranker


def load_models(settings: IndexSettings) -> Models:
    """Return the models that the settings name."""
    return Models(load_embedder(settings.embedder), RememberingReranker(threads=settings.embedder.threads))


def open_assistant(
    index_dir: Path, index_settings: IndexSettings, settings: RagSettings, models: Models
) -> Assistant:
    """Return an assistant over the index in `index_dir`, as `rag.open` does; close it after use.

    Raises:
        IndexNotFound: there is no index.
        IndexMismatch: it was built with another schema or embedding model than the settings name.
        IndexDamaged: its stores disagree.
    """
    index = open_index(index_dir, index_settings)
    index.check_embedder(models.embedder)
    generator = load_generator(settings, models.reranker)
    return Assistant(index, models.embedder, models.reranker, generator, settings)
