"""A small corpus of two statements, indexed once with a light embedder and the real cross-encoder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.bench import Bench, bench
from eval.opening import Models
from index.build import build
from rag.reranker import Reranker
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder

STATEMENTS = {
    "holm.txt": """Title: Press conference by Minister Ada Holm on the bridges, Elvik, 3 February 2001

Question: How many bridges will you build, and by when?

Ada Holm: We will build seven new bridges across the fjord. The first of them opens to traffic in May.

Question: Who pays for them?

Ada Holm: The ministry pays the whole cost, and nobody will ever be asked for a toll.
""",
    "lind.txt": """Title: Speech by Mayor Bo Lind at the harbour
Speaker: Bo Lind
Date: 2 March 2002

The harbour was closed for eleven weeks after the storm. Four hundred boats had to be moved to Sandvik.
""",
}

QUESTIONS = [
    {
        "id": "q1",
        "question": "How many new bridges will be built across the fjord?",
        "answerable": True,
        "answers": ["seven new bridges"],
        "gold": [{"statement": "holm", "quote": "We will build seven new\nbridges across the fjord."}],
        "speaker": "Ada Holm",
        "tags": ["number"],
    },
    {
        "id": "q2",
        "question": "How long was the harbour closed after the storm?",
        "answerable": True,
        "answers": ["eleven weeks"],
        "gold": [{"statement": "lind", "quote": "The harbour was closed for eleven weeks after the storm."}],
        "speaker": "Bo Lind",
        "tags": ["number"],
    },
    {
        "id": "q3",
        "question": "And when does the first one open?",
        "history": ["How many bridges will be built?"],
        "answerable": True,
        "answers": ["in May"],
        "gold": [{"statement": "holm", "quote": "The first of them opens to traffic in May."}],
        "speaker": "Ada Holm",
        "tags": ["follow-up", "date"],
    },
    {
        "id": "q4",
        "question": "What did Svetlana Orlova say about space travel?",
        "answerable": False,
        "tags": ["absent person"],
        "note": "She is not there.",
    },
]


@pytest.fixture
def question_file(tmp_path: Path) -> Path:
    """The questions as a file of their own, for each test to change."""
    return written(tmp_path / "bridges.jsonl", QUESTIONS)


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the small corpus. Change nothing there."""
    folder = tmp_path_factory.mktemp("bridges")
    for name, text in STATEMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    build(folder / ".index", [folder], HASHING_SETTINGS, embedder=HashingEmbedder())
    return folder / ".index"


@pytest.fixture(scope="session")
def models(reranker: Reranker) -> Models:
    """The light embedder and the real cross-encoder."""
    return Models(HashingEmbedder(), reranker)


@pytest.fixture
def bridges(question_file: Path, index_dir: Path, models: Models) -> Bench:
    """The questions on the small corpus."""
    return bench("bridges", {question_file: "bridges"}, index_dir, HASHING_SETTINGS, models)


def written(path: Path, rows: list[dict[str, object]]) -> Path:
    """Write a JSON Lines file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
