"""Builds that are killed at random moments, as `python -m benchmarks interruptions` does more often."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from index.build import build
from index.opened import open_index
from tests.index.corpus_folder import Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder

MOMENTS = 10
BUILDER = """
import sys
from pathlib import Path
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder
from index.build import build
from index.tokens import count_tokens

count_tokens("loaded before the clock starts")
print("begun", flush=True)
build(Path(sys.argv[1]), [], HASHING_SETTINGS, embedder=HashingEmbedder())
print("done", flush=True)
"""


@dataclass(frozen=True)
class Case:
    """An index whose sources changed since, what an uninterrupted build makes of it, and its seconds."""

    before: Path
    statements: list[str]
    after: Path
    seconds: float


def start(index_dir: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", BUILDER, index_dir],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def statements(index_dir: Path) -> list[str]:
    with open_index(index_dir, HASHING_SETTINGS) as index:
        index.verify()
        assert index.words.search("harbour", 3)
        return index.catalogue.statement_ids()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("killed")
    corpus = Corpus(folder)

    def write(number: int, month: str) -> None:
        words = f"Harbour number {number} reopens in {month}. " * 30
        corpus.write(f"{number}.txt", f"Remarks by Minister Ada Brook\n\n{words}\n")

    for number in range(10):
        write(number, "May")
    corpus.build()
    before = corpus.statements()
    write(3, "June")
    (corpus.sources / "4.txt").unlink()
    for number in range(10, 40):
        write(number, "July")
    shutil.copytree(corpus.index_dir, folder / "after")
    with start(folder / "after") as process:
        started = time.perf_counter()
        assert process.wait(60) == 0
    return Case(corpus.index_dir, before, folder / "after", time.perf_counter() - started)


def assert_equal(one: Path, other: Path) -> None:
    """Compare all that two indexes answer from."""
    with open_index(one, HASHING_SETTINGS) as first, open_index(other, HASHING_SETTINGS) as second:
        assert first.manifest.corpus_digest == second.manifest.corpus_digest
        rows = first.content.rows()
        assert np.array_equal(rows, second.content.rows())
        assert first.content.passages(rows.tolist()) == second.content.passages(rows.tolist())
        assert np.array_equal(first.vectors.vectors(rows), second.vectors.vectors(rows))
        for words in ("harbour May", "June", "number 17 reopens"):
            assert first.words.search(words, 50) == second.words.search(words, 50)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_kill_at_any_moment_does_no_harm(case: Case, moment: int, tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    shutil.copytree(case.before, index_dir)
    # One kill in each tenth of the time that a build takes, and somewhat beyond.
    share = (moment + random.random()) / MOMENTS  # noqa: S311 (no secret)
    with start(index_dir) as process:
        time.sleep(share * case.seconds * 1.2)
        process.kill()
        process.wait()
    finished = statements(case.after)
    assert statements(index_dir) in (case.statements, finished)
    embedder = HashingEmbedder()
    build(index_dir, [], HASHING_SETTINGS, embedder=embedder)
    assert statements(index_dir) == finished
    assert_equal(index_dir, case.after)
    assert sorted(path.name for path in index_dir.iterdir()) == [".lock", "CURRENT", "generations"]


def test_the_lock_of_a_dead_builder_holds_nobody_up(case: Case, tmp_path: Path) -> None:
    index_dir = tmp_path / "index"
    shutil.copytree(case.before, index_dir)
    with start(index_dir) as process:
        process.kill()
        assert process.wait() == -signal.SIGKILL
    (index_dir / ".lock").write_text(f"{process.pid}\n")
    assert build(index_dir, [], HASHING_SETTINGS, embedder=HashingEmbedder()).counts.statements == 39
