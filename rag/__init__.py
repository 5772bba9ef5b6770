"""From a question to a cited answer.

import rag

with rag.open(".onrecord") as assistant:
    answer = assistant.ask("How many projects does the joint plan include?")
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.settings import IndexSettings
    from rag.assistant import Assistant
    from rag.live import LiveAssistant
    from rag.settings import RagSettings


def open(  # noqa: A001
    index_dir: str | Path,
    *,
    index_settings: IndexSettings | None = None,
    settings: RagSettings | None = None,
) -> Assistant:
    """Open the index in `index_dir` and return an assistant over it; close it after use.

    The assistant stays with what is published now, while builds publish newer states.

    Raises:
        IndexNotFound: there is no index.
        IndexMismatch: it was built with another schema or embedding model than the settings name.
        IndexDamaged: its stores disagree.
    """
    return _opener(Path(index_dir), index_settings, settings)()


def open_live(
    index_dir: str | Path,
    *,
    index_settings: IndexSettings | None = None,
    settings: RagSettings | None = None,
) -> LiveAssistant:
    """Open the index in `index_dir` for a server: each question goes to its newest state.

    Raises what `open` raises.
    """
    from index.generation import current
    from rag.live import LiveAssistant

    folder = Path(index_dir)
    return LiveAssistant(lambda: current(folder).folder.name, _opener(folder, index_settings, settings))


def _opener(
    index_dir: Path, index_settings: IndexSettings | None, settings: RagSettings | None
) -> Callable[[], Assistant]:
    """Return a function that opens what is published, each time with the same models."""
    from functools import cache

    from index.embedders import load_embedder
    from index.opened import open_index
    from index.settings import IndexSettings
    from rag.assistant import Assistant
    from rag.generators import load_generator
    from rag.rephrasing import load_rephraser
    from rag.reranker import Reranker
    from rag.settings import RagSettings

    of_index = index_settings or IndexSettings()
    of_answers = settings or RagSettings()
    embedder = cache(lambda: load_embedder(of_index.embedder))  # after the index, whose errors tell more
    reranker = Reranker(threads=of_index.embedder.threads)
    generator = load_generator(of_answers, reranker)
    rephraser = load_rephraser(of_answers)

    def opened() -> Assistant:
        index = open_index(index_dir, of_index)
        try:
            index.check_embedder(embedder())
        except BaseException:
            index.close()
            raise
        return Assistant(index, embedder(), reranker, generator, of_answers, rephraser)

    return opened
