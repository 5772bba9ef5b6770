"""What each stage of the pipeline is worth: the same questions with and without it."""

from __future__ import annotations

from dataclasses import dataclass

from eval.bench import Bench
from eval.bootstrap import Estimate, as_rows, difference
from eval.metrics import METRICS
from eval.metrics.metric import Observations
from eval.runner import Progress
from eval.scores import Score, score
from rag.settings import RagSettings

JUDGED = ("nDCG@10", "RR", "sentence-MAP", "sentence-MRR", "gold-span-unrefused", "AUROC")
"""The metrics of an ablation: those that the threshold for refusals, tuned on the whole, leaves alone."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A pipeline with some stages off. `steps_from` names the variants that it adds one stage to."""

    name: str
    dense_weight: float | None
    rerank: bool
    beside: bool
    context: bool
    steps_from: tuple[str, ...]

    def settings(self, whole: RagSettings) -> RagSettings:
        """Return the settings of the `whole` pipeline without the stages that are off here."""
        retrieval: dict[str, float] = {} if self.dense_weight is None else {"dense_weight": self.dense_weight}
        if not self.rerank:
            retrieval["rerank"] = 0
        if not self.beside:
            retrieval["beside"] = 0
        return whole.model_copy(
            update={
                "retrieval": whole.retrieval.model_copy(update=retrieval),
                "answer": whole.answer.model_copy(update={"context": self.context}),
            }
        )


VARIANTS = (
    Variant("dense only", 1.0, rerank=False, beside=False, context=False, steps_from=()),
    Variant("lexical only", 0.0, rerank=False, beside=False, context=False, steps_from=()),
    Variant(
        "hybrid", None, rerank=False, beside=False, context=False, steps_from=("dense only", "lexical only")
    ),
    Variant("+ rerank", None, rerank=True, beside=False, context=False, steps_from=("hybrid",)),
    Variant("+ beside", None, rerank=True, beside=True, context=False, steps_from=("+ rerank",)),
    Variant("+ context", None, rerank=True, beside=True, context=True, steps_from=("+ beside",)),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What the last stage of `variant` adds to `base`, by metric, with paired intervals."""

    variant: str
    base: str
    deltas: dict[str, Estimate | None]


@dataclass(frozen=True, slots=True)
class Ablation:
    """The scores of every variant, and the steps between them."""

    title: str
    n: int
    scores: dict[str, tuple[Score, ...]]
    steps: tuple[Step, ...]


def ablate(bench: Bench, whole: RagSettings, progress: Progress | None = None) -> Ablation:
    """Ask every question of every variant; raises what `runner.run` raises."""
    observed: dict[str, dict[str, Observations]] = {}
    scores: dict[str, tuple[Score, ...]] = {}
    for number, variant in enumerate(VARIANTS):
        outcomes = bench.outcomes(variant.settings(whole), _part(progress, number))
        observed[variant.name] = {name: as_rows(map(METRICS[name].observe, outcomes)) for name in JUDGED}
        scores[variant.name] = tuple(
            score(METRICS[name], rows) for name, rows in observed[variant.name].items()
        )
    steps = tuple(
        Step(
            variant.name,
            base,
            {
                name: difference(METRICS[name], observed[base][name], observed[variant.name][name])
                for name in JUDGED
            },
        )
        for variant in VARIANTS
        for base in variant.steps_from
    )
    return Ablation(bench.title, len(bench.cases), scores, steps)


def _part(progress: Progress | None, number: int) -> Progress | None:
    if progress is None:
        return None
    return lambda done, total: progress(number * total + done, len(VARIANTS) * total)
