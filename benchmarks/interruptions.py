"""Builds of the command itself, with its own model, killed at random moments."""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.measure import onrecord, report
from index.generation import current
from index.manifest import IndexManifest
from index.opened import open_index
from index.settings import IndexSettings

_SETTINGS = IndexSettings()


def main(corpus: Path, kills: int = 50) -> None:
    """Index half of `corpus`, then again and again the other half, killed each time and completed."""
    with tempfile.TemporaryDirectory() as scratch:
        sources, before = Path(scratch) / "sources", Path(scratch) / "before"
        sources.mkdir()
        files = sorted(path for path in corpus.iterdir() if path.is_file())
        for path in files[::2]:
            shutil.copy(path, sources)
        _index(before, sources)
        first = _statements(before)
        for path in files[1::2]:
            shutil.copy(path, sources)
        whole = Path(scratch) / "whole"
        shutil.copytree(before, whole)
        started = time.perf_counter()
        _index(whole, sources)
        seconds = time.perf_counter() - started
        harmless = sum(_killed(Path(scratch), before, whole, sources, first, seconds) for _ in range(kills))
    report("builds killed at random moments", kills, "", "")
    report("  that left a whole index and were completed to the same one", harmless, "", f"{kills}")


def _killed(
    scratch: Path, before: Path, whole: Path, sources: Path, first: list[str], seconds: float
) -> bool:
    index_dir = scratch / "killed"
    shutil.rmtree(index_dir, ignore_errors=True)
    shutil.copytree(before, index_dir)
    command = onrecord("index", str(sources), "--index", str(index_dir))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(random.random() * seconds)  # noqa: S311 - no secret
        process.kill()
    last = _statements(whole)
    if _statements(index_dir) not in (first, last):
        return False
    _index(index_dir, sources)
    return _statements(index_dir) == last and _alike(index_dir, whole)


def _index(index_dir: Path, sources: Path) -> None:
    command = onrecord("index", str(sources), "--index", str(index_dir))
    subprocess.run(command, check=True, capture_output=True)


def _statements(index_dir: Path) -> list[str]:
    with open_index(index_dir, _SETTINGS) as index:
        index.verify()
        return index.catalogue.statement_ids()


def _alike(one: Path, other: Path) -> bool:
    """Tell whether two indexes hold the same; the quantised model's vectors vary a little by batch."""
    manifests = [IndexManifest.load(current(index_dir).manifest) for index_dir in (one, other)]
    with open_index(one, _SETTINGS) as first, open_index(other, _SETTINGS) as second:
        rows = first.content.rows()
        same = first.content.passages(rows.tolist()) == second.content.passages(rows.tolist())
        cosines = np.sum(first.vectors.vectors(rows) * second.vectors.vectors(rows), axis=1)
    return same and manifests[0].corpus_digest == manifests[1].corpus_digest and float(cosines.min()) > 0.98
