"""`python -m benchmarks`: print every figure of docs/benchmarks.md.

The large corpus is built once (some minutes); the other measures use that index.
"""

from __future__ import annotations

import argparse
import platform
from pathlib import Path

from benchmarks import building, cold_start, embedding, interruptions, questions, quotes, scale, serving

_ROOT = Path(__file__).parent.parent


def main() -> None:
    """Run the measures named on the command line, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        help="building, cold-start, embedding, interruptions, questions, quotes, scale, serving (or all)",
    )
    parser.add_argument(
        "--corpus", type=Path, default=_ROOT.parent / "shared" / "corpora" / "presidential-speeches"
    )
    parser.add_argument(
        "--index", type=Path, default=_ROOT / ".onrecord-benchmark", help="of the large corpus"
    )
    parser.add_argument("--seeds-index", type=Path, default=_ROOT / ".onrecord", help="of seeds/")
    parser.add_argument(
        "--passages", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="sizes for scale"
    )
    parser.add_argument(
        "--scratch", type=Path, default=_ROOT / ".onrecord-scale", help="where scale puts its indexes"
    )
    parser.add_argument("--plot", type=Path, help="SVG file that scale draws")
    given = parser.parse_args()
    sets = sorted((_ROOT / "eval" / "questions").glob("presidential-*.dev.jsonl"))
    measures = {
        "building": lambda: building.main(given.corpus, given.index),
        "cold-start": lambda: cold_start.main(given.seeds_index),
        "embedding": lambda: embedding.main(given.index),
        "interruptions": lambda: interruptions.main(_ROOT / "tests" / "data" / "small-corpus"),
        "questions": lambda: questions.main(given.index, sets),
        "quotes": lambda: quotes.main(given.index),
        "scale": lambda: scale.main(given.index, given.scratch, given.passages, given.plot),
        "serving": lambda: serving.main(given.seeds_index),
    }
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    for name in given.names or measures:
        measures[name]()


if __name__ == "__main__":
    main()
