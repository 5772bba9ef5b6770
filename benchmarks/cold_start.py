"""A cold `onrecord ask` against the mere import of sentence-transformers."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import onrecord, python, report, run

QUESTION = "How many projects does the joint plan include?"


def main(index_dir: Path, times: int = 5) -> None:
    """Compare the two in this run; `index_dir` holds the index of seeds/."""
    ask = run(onrecord("ask", "--index", str(index_dir), QUESTION), times, warmup=1)
    imported = python("import sentence_transformers", times)
    report(
        "cold ask / import sentence_transformers, wall time", ask.seconds / imported.seconds, "", "< 0.333"
    )
    report("cold ask, wall time", ask.seconds, "s", "")
    report("cold ask, peak memory", ask.megabytes, "MB", "")
    report("import sentence_transformers, wall time", imported.seconds, "s", "")
    report("import sentence_transformers, peak memory", imported.megabytes, "MB", "")
