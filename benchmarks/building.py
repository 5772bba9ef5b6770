"""Building the index of a large corpus, adding one file to it, and what a build costs beside its model."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.measure import onrecord, report, run
from index.build import build
from index.chunker import embedding_text
from index.embedders import load_embedder
from index.opened import open_index
from index.settings import IndexSettings


def main(corpus: Path, index_dir: Path) -> None:
    """Build the index of a copy of `corpus` in `index_dir`, then add a file, both as processes."""
    with tempfile.TemporaryDirectory() as scratch:
        copied = Path(scratch) / "corpus"
        shutil.copytree(corpus, copied)
        held_back = sorted(path for path in copied.iterdir() if path.suffix == ".txt")[-1]
        waiting = Path(scratch) / held_back.name
        held_back.rename(waiting)
        command = onrecord("index", str(copied), "--index", str(index_dir))
        full = run([*command, "--force"])
        waiting.rename(held_back)
        added = run(command)
    report("adding one file / full build, wall time", added.seconds / full.seconds, "", "< 0.03")
    report("full build, wall time", full.seconds, "s", "")
    report("full build, peak memory", full.megabytes, "MB", "")
    report("adding one file, wall time", added.seconds, "s", "")
    throughput(corpus)


def throughput(corpus: Path, statements: int = 24) -> None:
    """Compare whole builds with the bare model on the very same passages, in turns.

    The bare model gets all texts at once, so that it can sort them all by length.
    """
    settings = IndexSettings()
    model = load_embedder(settings.embedder)
    model.embed_documents(["loads the model before the clock starts"])
    files = sorted(path for path in corpus.iterdir() if path.suffix == ".txt")
    ratios = []
    for first in range(3):
        with tempfile.TemporaryDirectory() as scratch:
            index_dir = Path(scratch) / "index"
            given = files[first :: max(1, len(files) // statements)][:statements]
            started = time.perf_counter()
            built = build(index_dir, given, settings, embedder=model)
            whole = time.perf_counter() - started
            with open_index(index_dir, settings) as index:
                passages = index.content.passages(index.content.rows().tolist())
        texts = list(dict.fromkeys(map(embedding_text, passages)))
        started = time.perf_counter()
        model.embed_documents(texts)
        bare = time.perf_counter() - started
        ratios.append(bare / whole * built.embedded / len(texts))
        report(f"  {built.embedded} passages: build {whole:.1f} s, bare model", bare, "s", "")
    report("build / bare model, passages a second", sorted(ratios)[1], "", "> 0.9")
