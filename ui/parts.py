"""Measuring one part of the pipeline without a corpus, for `onrecord eval --format`."""

from __future__ import annotations

from pathlib import Path

from eval.adapters import transcripts, wikiqa
from eval.bootstrap import as_rows
from eval.metrics.metric import Unit
from eval.parsing import measure
from eval.scores import Score, score
from rag.reranker import Reranker
from ui.question_progress import question_progress
from ui.settings import Settings


def sentence_scores(path: Path, settings: Settings) -> list[Score]:
    """Return MAP and MRR of the answer sentences of a WikiQA file."""
    questions = wikiqa.read(path)
    reranker = Reranker(threads=settings.index.embedder.threads)
    with question_progress("ranking") as progress:
        ranked = wikiqa.outcomes(
            questions, reranker, with_context=settings.rag.answer.context, progress=progress
        )
    return [score(metric, as_rows(map(metric.observe, ranked))) for metric in wikiqa.METRICS]


def parser_scores(path: Path) -> list[Score]:
    """Return how well the parser finds the turns and speakers of a file of transcripts."""
    found = measure(transcripts.read(path))
    shares = {
        "turn-precision": found.turn_precision,
        "turn-recall": found.turn_recall,
        "speaker-accuracy": found.speaker_accuracy,
        "credited-characters": found.credited_characters,
    }
    return [
        Score(
            metric=name,
            value=value,
            low=None,
            high=None,
            n=found.turns,
            unit=Unit.SHARE,
            higher_is_better=True,
        )
        for name, value in shares.items()
    ]
