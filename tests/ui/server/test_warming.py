"""The models are loaded while the server starts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedders.bge import BgeEmbedder
from index.errors import ModelUnavailable
from index.opened import open_index
from index.settings import IndexSettings
from rag.assistant import Assistant
from rag.generators import load_generator
from rag.live import LiveAssistant
from rag.reranker import Reranker
from rag.settings import RagSettings
from tests.ui.command_line import CommandLine
from ui.server.warming import load_models

Lives = Callable[[BgeEmbedder], LiveAssistant]


class _Slow(BgeEmbedder):
    """Takes as long as it is let to load, and notes whether it did."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.let, self.loaded = threading.Event(), threading.Event(), False

    def embed_query(self, text: str) -> NDArray[np.float32]:
        self.asked.set()
        self.let.wait(30)
        vector = super().embed_query(text)
        self.loaded = True
        return vector


class _Missing(BgeEmbedder):
    """Has lost its weights."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        raise ModelUnavailable(f"The weights are gone for {text!r}: install them again.")


@pytest.fixture
def lives(library: CommandLine) -> Iterator[Lives]:
    """How to open the index of the library with an embedder of one's own."""
    opened: list[LiveAssistant] = []

    def open_with(embedder: BgeEmbedder) -> LiveAssistant:
        folder: Path = library.folder / ".onrecord"
        settings, reranker = RagSettings(), Reranker()

        def assistant() -> Assistant:
            index = open_index(folder, IndexSettings())
            return Assistant(index, embedder, reranker, load_generator(settings, reranker), settings)

        first = assistant()
        name = first.index.generation.folder.name
        first.close()
        opened.append(LiveAssistant(lambda: name, assistant))
        return opened[-1]

    yield open_with
    for live in opened:
        live.close()


def test_they_load_in_the_background(lives: Lives) -> None:
    embedder = _Slow()
    loading = load_models(lives(embedder))
    assert embedder.asked.wait(30)
    assert loading.is_alive()
    embedder.let.set()
    loading.join(30)
    assert embedder.loaded


def test_a_server_that_ends_meanwhile_leaves_the_index_open_until_they_are_loaded(lives: Lives) -> None:
    embedder = _Slow()
    live = lives(embedder)
    loading = load_models(live)
    assert embedder.asked.wait(30)
    live.close()
    embedder.let.set()
    loading.join(30)
    assert embedder.loaded
    with pytest.raises(RuntimeError, match="closed"), live.lease():
        pass


def test_a_model_that_is_missing_is_told_to_whoever_asks(lives: Lives) -> None:
    live = lives(_Missing())
    load_models(live).join(30)
    with live.lease() as assistant, pytest.raises(ModelUnavailable, match="The weights are gone"):
        assistant.ask("How many projects does the joint plan include?")
