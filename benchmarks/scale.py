"""What an index costs as it grows: build, add, remove, open, query, memory, disk.

The corpora are those of `benchmarks.synthetic`: retrieval is measured without the models.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.curves import draw
from benchmarks.measure import report, run
from benchmarks.synthetic import SyntheticEmbedder, synthetic
from index.base import Base
from index.build import add, remove
from index.build_report import NO_CHANGES
from index.construction import construct
from index.corpus_update import CorpusUpdate
from index.generation import current
from index.lock import build_lock
from index.meter import Meter
from index.opened import Index, open_index
from index.settings import EmbedderSettings, IndexSettings
from index.staged_corpus import StagedCorpus
from index.statement import Role
from index.stores.filter import Filter
from rag.fusion import fuse

_QUERIES = 200
_WANTED = {
    "open_s": "< 2",
    "vectors_kb": "< 1.5",
    "recall": "> 0.98",
    "recall_speaker": "> 0.98",
    "all_p95_ms": "< 60",
    "add_s": "< 5",
}
_SETTINGS = IndexSettings(embedder=EmbedderSettings(model="synthetic"))


def build_synthetic(model_index: Path, index_dir: Path, passages: int) -> None:
    """Build an index of so many passages, by the way that every build goes."""

    def change(corpus: StagedCorpus) -> CorpusUpdate:
        for statement, cut in synthetic(model_index, passages):
            corpus.add(statement, cut)
        corpus.writer.set_roots(["/synthetic"])
        return CorpusUpdate(NO_CHANGES, differs=True)

    with build_lock(index_dir):
        construct(index_dir, Base(), change, _SETTINGS, SyntheticEmbedder(model_index), Meter(None))


def query(model_index: Path, index_dir: Path) -> dict[str, float]:
    """Measure opening, warm retrieval without models, recall and filters, in a process of their own."""
    started = time.perf_counter()
    index = open_index(index_dir, _SETTINGS)
    opened = time.perf_counter() - started
    embedder = SyntheticEmbedder(model_index)
    asked = _questions(index)
    speaker = index.content.passages(index.content.rows()[:1].tolist())[0].speaker
    narrow = Filter(speakers=frozenset({speaker or ""}))
    wide = Filter(roles=frozenset({Role.PRINCIPAL}))
    times: dict[str, list[float]] = {}
    for name, scope in (("all", None), ("speaker", narrow), ("role", wide)):
        for text in asked:
            vector = embedder.embed_query(text)
            started = time.perf_counter()
            _retrieve(index, text, vector, scope)
            times.setdefault(name, []).append(1000 * (time.perf_counter() - started))
    sample = asked[:50]
    return {
        "open_s": opened,
        **{f"{name}_p50_ms": statistics.median(values[5:]) for name, values in times.items()},
        **{f"{name}_p95_ms": statistics.quantiles(values[5:], n=20)[-1] for name, values in times.items()},
        "recall": _recall(index, embedder, sample, None),
        "recall_speaker": _recall(index, embedder, sample, index.content.rows_matching(narrow)),
        "share_speaker": len(index.content.rows_matching(narrow)) / len(index.vectors),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _questions(index: Index) -> list[str]:
    """Return stretches of random passages: nothing that was asked, but the words that are."""
    rows = random.Random(1).sample(index.content.rows().tolist(), _QUERIES)  # noqa: S311 - a sample
    return [" ".join(passage.text.split()[:12]) for passage in index.content.passages(rows)]


def _retrieve(index: Index, text: str, vector: NDArray[np.float32], scope: Filter | None) -> None:
    """Do what `rag.retriever` does, but for the models."""
    rows = index.content.rows_matching(scope) if scope else None
    dense = index.vectors.search(vector, 50, rows)
    lexical = index.words.search(text, 50, scope)
    index.content.passages([row for row, _ in fuse(dense, lexical, 0.5)])


def _recall(
    index: Index, embedder: SyntheticEmbedder, texts: Sequence[str], among: NDArray[np.int64] | None
) -> float:
    """Return the share of the ten nearest, by comparison with every vector that is stored, that is found."""
    rows = np.sort(index.vectors.rows()) if among is None else among
    queries = embedder.embed_documents(texts)
    scores = np.full((len(texts), 10), -2.0, dtype=np.float32)
    best = np.zeros((len(texts), 10), dtype=np.int64)
    for block in np.array_split(rows, max(1, len(rows) // 20_000)):
        both = np.concatenate([scores, queries @ index.vectors.vectors(block).T], axis=1)
        ids = np.concatenate([best, np.tile(block, (len(texts), 1))], axis=1)
        top = np.argsort(-both, axis=1)[:, :10]
        scores, best = np.take_along_axis(both, top, 1), np.take_along_axis(ids, top, 1)
    found = [{row for row, _ in index.vectors.search(one, 10, among)} for one in queries]
    return float(
        np.mean([len(set(truth.tolist()) & got) / 10 for truth, got in zip(best, found, strict=True)])
    )


def change_one(model_index: Path, index_dir: Path) -> dict[str, float]:
    """Measure adding one document, which is written beside the index, and removing another."""
    embedder = SyntheticEmbedder(model_index)
    embedder.embed_query("loads its vectors before the clock starts")
    file = index_dir.with_name("new-statement.txt")
    words = "The harbour of Varnholm reopens in May, and all of its ships return. " * 60
    file.write_text(f"Remarks by Minister Ada Brook, 3 May 2019\n\n{words}\n", encoding="utf-8")
    seconds = {}
    started = time.perf_counter()
    add(index_dir, [file], _SETTINGS, embedder=embedder)
    seconds["add_s"] = time.perf_counter() - started
    started = time.perf_counter()
    remove(index_dir, ["synthetic-000001"], _SETTINGS, embedder=embedder)
    seconds["remove_s"] = time.perf_counter() - started
    return seconds


def main(model_index: Path, scratch: Path, sizes: Sequence[int], plot: Path | None = None) -> None:
    """Measure indexes of so many passages, one after the other, below `scratch`.

    What was found is kept in scratch/scale.json, also of earlier runs, and drawn into `plot`.
    """
    kept = scratch / "scale.json"
    found: dict[str, dict[str, float]] = json.loads(kept.read_text()) if kept.exists() else {}
    for size in sizes:
        found[str(size)] = _measured(model_index, scratch / f"scale-{size}", size)
        kept.write_text(json.dumps(found, indent=1))
        for name, value in found[str(size)].items():
            report(f"{size:,} passages: {name}", value, "", _WANTED.get(name, ""))
    if plot:
        draw({int(size): values for size, values in found.items()}, plot)


def _measured(model_index: Path, index_dir: Path, size: int) -> dict[str, float]:
    """Build, query and change an index, each in a process of its own."""
    shutil.rmtree(index_dir, ignore_errors=True)
    ours = [sys.executable, "-m", "benchmarks.scale"]
    built = run([*ours, "build", str(model_index), str(index_dir), str(size)])
    folder = current(index_dir).folder
    found = {"build_s": built.seconds, "build_mb": built.megabytes}
    for store in ("content", "texts", "vectors", "words"):
        parts = [path for path in folder.rglob("*") if path.relative_to(folder).parts[0].startswith(store)]
        found[f"{store}_kb"] = sum(path.stat().st_size for path in parts if path.is_file()) / size / 1000
    result = index_dir.with_suffix(".json")
    for task in ("query", "change"):
        run([*ours, task, str(model_index), str(index_dir), str(result)])
        found |= json.loads(result.read_text())
    return found


def _task(name: str, model_index: str, index_dir: str, last: str) -> None:
    if name == "build":
        build_synthetic(Path(model_index), Path(index_dir), int(last))
        return
    task = query if name == "query" else change_one
    Path(last).write_text(json.dumps(task(Path(model_index), Path(index_dir))))


if __name__ == "__main__":
    _task(*sys.argv[1:])
