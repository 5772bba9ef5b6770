"""The question sets that ship with the product, and the corpora they ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_QUESTIONS = Path(__file__).parent / "questions"
_PROJECT = Path(__file__).parents[1]


class Split(StrEnum):
    """Which part of a set: what is tuned is tuned on `train` and `dev`, results are claimed on `test`.

    `all` is both that are asked for results, `dev` and `test`.
    """

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ShippedSet:
    """Question files by the beginning of their names, and the folder of the corpus they ask."""

    corpus: Path
    files: tuple[str, ...]

    def questions(self, split: Split) -> dict[Path, str]:
        """Return the files of a split, each with the name of its split."""
        wanted = (Split.DEV, Split.TEST) if split is Split.ALL else (split,)
        paths = {_QUESTIONS / f"{file}.{part}.jsonl": str(part) for file in self.files for part in wanted}
        return {path: part for path, part in paths.items() if path.is_file()}


SHIPPED = {
    "seeds": ShippedSet(_PROJECT / "seeds", ("seeds",)),
    "presidential": ShippedSet(
        _PROJECT.parent / "shared" / "corpora" / "presidential-speeches",
        ("presidential-early", "presidential-middle", "presidential-late"),
    ),
    "small": ShippedSet(_PROJECT / "tests" / "data" / "small-corpus", ("small",)),
}
