"""Public data sets in their published formats. A new one is a file here and a line in the table.

WikiQA and transcripts are no corpora with questions: `eval.adapters.wikiqa` ranks given sentences,
and `eval.parsing` measures the parser.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eval.adapters import beir, mtrag, squad
from eval.adapters.dataset import Dataset

__all__ = ["ADAPTERS", "Dataset"]

ADAPTERS: dict[str, Callable[[Path], Dataset]] = {
    "squad": squad.read,
    "mtrag": mtrag.read,
    "beir": beir.read,
}
