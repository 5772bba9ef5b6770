"""Questions with the index they ask: all that a run needs but the settings of the pipeline."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.case import Case
from eval.document import Report
from eval.gold import resolve
from eval.metrics.ranking import require_ir_measures
from eval.opening import Models, open_assistant
from eval.outcome import Outcome
from eval.question_set import load
from eval.reporting import report
from eval.runner import Progress, run
from index.build import build
from index.build_report import BuildProgress
from index.errors import QuestionFileError
from index.manifest import IndexManifest
from index.opened import open_index
from index.settings import IndexSettings
from rag.settings import RagSettings


@dataclass(frozen=True, slots=True)
class Bench:
    """Questions, and the index they ask.

    `excluded` maps a reason to the number of questions of a data set that could not be used.
    """

    title: str
    index_dir: Path
    index_settings: IndexSettings
    models: Models
    cases: tuple[Case, ...]
    excluded: Mapping[str, int] = field(default_factory=dict)

    def outcomes(self, settings: RagSettings, progress: Progress | None = None) -> list[Outcome]:
        """Ask every question of a pipeline with `settings`; raises what `runner.run` raises."""
        with open_assistant(self.index_dir, self.index_settings, settings, self.models) as assistant:
            return run(assistant, self.cases, settings, progress)

    def report(self, settings: RagSettings, progress: Progress | None = None) -> Report:
        """Ask every question and measure the answers.

        Raises what `runner.run` raises, and MissingExtra before anything is asked.
        """
        require_ir_measures()
        started = time.perf_counter()
        outcomes = self.outcomes(settings, progress)
        seconds = time.perf_counter() - started
        return report(self.title, outcomes, self.manifest(), settings, seconds, self.excluded)

    def manifest(self) -> IndexManifest:
        """Return the description of the index."""
        with open_index(self.index_dir, self.index_settings) as index:
            return index.manifest


def bench(
    title: str,
    questions: Mapping[Path, str],
    index_dir: Path,
    index_settings: IndexSettings,
    models: Models,
) -> Bench:
    """Return question files, each with the name of its group, on an index that exists.

    Raises:
        QuestionFileError: a file is no question set, two files share an id, or gold is not found.
        IndexNotFound: there is no index.
    """
    cases: list[Case] = []
    with open_index(index_dir, index_settings) as index:
        for path, group in questions.items():
            cases.extend(resolve(path, load(path), index.content, group))
    _refuse_twins(cases)
    return Bench(title, index_dir, index_settings, models, tuple(cases))


def index_corpus(
    corpus: Path,
    index_dir: Path,
    settings: IndexSettings,
    models: Models,
    progress: Callable[[BuildProgress], None] | None = None,
) -> None:
    """Build the index of `corpus` in `index_dir`, or bring it up to date; raises what `build` raises."""
    build(index_dir, [corpus], settings, embedder=models.embedder, progress=progress)


def index_dir_for(corpus: Path, beside: Path) -> Path:
    """Return the folder for the index of `corpus`, inside the folder of the user's own index."""
    digits = hashlib.sha256(str(corpus.resolve()).encode()).hexdigest()[:6]
    return beside / "eval" / f"{corpus.resolve().name}-{digits}"


def _refuse_twins(cases: Sequence[Case]) -> None:
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise QuestionFileError(
                f"Two question files share the id {case.id!r}: give each question its own."
            )
        seen.add(case.id)
