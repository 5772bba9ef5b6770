"""From outcomes to the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from eval.document import CitationRecord, GoldRecord, NearestRecord, QuestionRecord, Report
from eval.metrics import METRICS
from eval.outcome import Outcome
from eval.scores import scores
from eval.verdict import verdict
from index.manifest import IndexManifest
from index.version import product_version
from rag.abstention import calibration
from rag.answer import Citation
from rag.settings import RagSettings


def report(
    title: str,
    outcomes: Sequence[Outcome],
    manifest: IndexManifest,
    settings: RagSettings,
    seconds: float,
    excluded: Mapping[str, int] | None = None,
) -> Report:
    """Return the report of a run that took `seconds` on the index that `manifest` describes."""
    groups = list(dict.fromkeys(outcome.case.group for outcome in outcomes))
    return Report(
        product_version=product_version(),
        created=datetime.now(UTC).replace(microsecond=0),
        title=title,
        seconds=round(seconds, 1),
        corpus=_corpus(manifest),
        settings=settings.model_dump(mode="json"),
        threshold=calibration().threshold,
        scores=tuple(scores(outcomes)),
        groups={
            group: tuple(scores([outcome for outcome in outcomes if outcome.case.group == group]))
            for group in groups
            if len(groups) > 1
        },
        excluded=dict(excluded or {}),
        questions=tuple(_question(outcome) for outcome in outcomes),
    )


def _corpus(manifest: IndexManifest) -> dict[str, Any]:
    return manifest.model_dump(
        mode="json", include={"statements", "turns", "passages", "corpus_digest", "embedding_model"}
    )


def _question(outcome: Outcome) -> QuestionRecord:
    case, answer = outcome.case, outcome.answer
    seen = {name: metric.observe(outcome) for name, metric in METRICS.items()}
    return QuestionRecord(
        id=case.id,
        group=case.group,
        question=case.question,
        history=case.history,
        answerable=case.answerable,
        answers=case.answers,
        gold=tuple(GoldRecord(**asdict(span)) for span in case.gold),
        speaker=case.speaker,
        role=case.role,
        tags=case.tags,
        note=case.note,
        verdict=verdict(outcome),
        reason=answer.abstention.value if answer.abstention else None,
        answer=answer.text,
        citations=tuple(_citation(citation, outcome) for citation in answer.citations),
        nearest=tuple(
            NearestRecord(
                passage_id=hit.passage.id,
                speaker=hit.passage.speaker,
                role=hit.passage.role,
                text=hit.passage.text,
            )
            for hit in answer.nearest
        ),
        probability=outcome.probability,
        right_if_answered=outcome.right_if_answered,
        timings=answer.timings,
        relevance=dict(case.relevance),
        run=outcome.run(),
        observed={name: observation for name, observation in seen.items() if observation is not None},
    )


def _citation(citation: Citation, outcome: Outcome) -> CitationRecord:
    place = (citation.statement_id, citation.start, citation.end)
    return CitationRecord(
        **{key: value for key, value in asdict(citation).items() if key in CitationRecord.model_fields},
        on_gold=any(span.touches(*place) for span in outcome.case.gold),
    )
