"""A build that is killed, and two builds at once, each in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.build import build
from index.build_report import Phase
from index.errors import IndexBusy, IndexNotFound
from index.generation import current
from index.opened import open_index
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder

# A builder that says so when it reaches a phase, and goes no further.
BUILDER = """
import sys, time
from pathlib import Path
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder
from index.build import build

def stop(progress):
    if progress.phase == sys.argv[3] and progress.files == progress.files_total:
        print("reached", flush=True)
        time.sleep(60)

build(Path(sys.argv[1]), [Path(sys.argv[2])], HASHING_SETTINGS, embedder=HashingEmbedder(), progress=stop)
"""


@contextmanager
def builder(index_dir: Path, sources: Path, phase: Phase) -> Iterator[subprocess.Popen[str]]:
    """Run a build in another process up to `phase`; kill it at the end, if nothing else has."""
    with subprocess.Popen(
        [sys.executable, "-c", BUILDER, index_dir, sources, phase],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "reached\n"
            yield process
        finally:
            process.kill()


def write(sources: Path, name: str, words: str) -> None:
    sources.mkdir(exist_ok=True)
    (sources / name).write_text(f"Remarks by Foreign Minister Sergey Lavrov\n\n{words}\n")


def statements(index_dir: Path) -> list[str]:
    with open_index(index_dir, HASHING_SETTINGS) as index:
        index.verify()
        return index.catalogue.statement_ids()


@pytest.mark.parametrize("phase", list(Phase))
def test_a_killed_build_leaves_the_old_index(tmp_path: Path, phase: Phase) -> None:
    sources, index_dir = tmp_path / "sources", tmp_path / "index"
    write(sources, "first.txt", "The treaty will be signed in May.")
    build(index_dir, [sources], HASHING_SETTINGS, embedder=HashingEmbedder())
    write(sources, "second.txt", "The harbour will open in autumn.")
    with builder(index_dir, sources, phase) as process:
        process.kill()
        assert process.wait() == -signal.SIGKILL
    assert list((index_dir / "generations").glob(".building-*"))
    assert statements(index_dir) == ["first"]
    build(index_dir, [], HASHING_SETTINGS, embedder=HashingEmbedder())
    assert statements(index_dir) == ["first", "second"]
    assert not list((index_dir / "generations").glob(".building-*"))


def test_a_killed_first_build_leaves_no_index(tmp_path: Path) -> None:
    sources, index_dir = tmp_path / "sources", tmp_path / "index"
    write(sources, "first.txt", "The treaty will be signed in May.")
    with builder(index_dir, sources, Phase.PUBLISHING):
        pass
    with pytest.raises(IndexNotFound):
        current(index_dir)
    build(index_dir, [sources], HASHING_SETTINGS, embedder=HashingEmbedder())
    assert statements(index_dir) == ["first"]


def test_a_second_build_is_told_to_wait_and_readers_are_not(tmp_path: Path) -> None:
    sources, index_dir = tmp_path / "sources", tmp_path / "index"
    write(sources, "first.txt", "The treaty will be signed in May.")
    build(index_dir, [sources], HASHING_SETTINGS, embedder=HashingEmbedder())
    write(sources, "second.txt", "The harbour will open in autumn.")
    with builder(index_dir, sources, Phase.EMBEDDING):
        with pytest.raises(IndexBusy, match="wait"):
            build(index_dir, [sources], HASHING_SETTINGS, embedder=HashingEmbedder())
        assert statements(index_dir) == ["first"]
    build(index_dir, [sources], HASHING_SETTINGS, embedder=HashingEmbedder())
    assert statements(index_dir) == ["first", "second"]
