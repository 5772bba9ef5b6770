"""From a question to a cited answer.

import rag

with rag.open(".onrecord") as assistant:
    answer = assistant.ask("How many projects does the joint plan include?")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.settings import IndexSettings
    from rag.assistant import Assistant
    from rag.settings import RagSettings


def open(  # noqa: A001
    index_dir: str | Path,
    *,
    index_settings: IndexSettings | None = None,
    settings: RagSettings | None = None,
) -> Assistant:
    """Open the index in `index_dir` and return an assistant over it; close it after use.

    Raises:
        IndexNotFound: there is no index.
        IndexMismatch: it was built with another schema or embedding model than the settings name.
        IndexDamaged: its stores disagree.
    """
    from index.embedders import load_embedder
    from index.opened import open_index
    from index.settings import IndexSettings
    from rag.assistant import Assistant
    from rag.generators import GENERATORS
    from rag.reranker import Reranker
    from rag.settings import RagSettings

    of_index = index_settings or IndexSettings()
    of_answers = settings or RagSettings()
    index = open_index(Path(index_dir), of_index)
    embedder = load_embedder(of_index.embedder)
    index.check_embedder(embedder)
    reranker = Reranker(threads=of_index.embedder.threads)
    return Assistant(index, embedder, reranker, GENERATORS["extractive"](), of_answers)
