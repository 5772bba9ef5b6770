"""Building the index of a large corpus, and adding one file to it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.measure import onrecord, report, run


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
