"""Checked quotations as JSON: the stable interface that docs/json.md describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rag.answer import CorpusSpan
from rag.quotes.check import Nearest, Occurrence, QuoteCheck
from rag.quotes.place import Place
from rag.serialise import corpus_to_json

Json = dict[str, Any]


def checks_to_json(checks: Sequence[QuoteCheck], corpus: CorpusSpan) -> Json:
    """Return the verdicts on several quotations, and what was searched."""
    return {"checks": [check_to_json(check) for check in checks], "corpus": corpus_to_json(corpus)}


def check_to_json(check: QuoteCheck) -> Json:
    """Return the verdict on one quotation; keys are only ever added, never renamed."""
    return {
        "quote": check.quote,
        "speaker": check.speaker,
        "meant": list(check.meant),
        "verdict": check.verdict.value,
        "occurrences": check.occurrences,
        "by_others": check.by_others,
        "found": [_occurrence_to_json(occurrence) for occurrence in check.found],
        "nearest": _nearest_to_json(check.nearest) if check.nearest else None,
        "fragments": [asdict(fragment) for fragment in check.fragments],
        "milliseconds": round(check.milliseconds, 1),
    }


def place_to_json(place: Place) -> Json:
    """Return where words stand, and who says them."""
    return {
        "statement_id": place.statement_id,
        "passage_id": place.passage_id,
        "title": place.title,
        "kind": place.kind,
        "speaker": place.voice.speaker,
        "role": place.voice.role.value,
        "date": place.date.isoformat() if place.date else None,
        "place": place.place,
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "voices": [{"speaker": voice.speaker, "role": voice.role.value} for voice in place.voices],
    }


def _occurrence_to_json(occurrence: Occurrence) -> Json:
    return {
        **place_to_json(occurrence.place),
        "exact": occurrence.exact,
        "differs": [difference.value for difference in occurrence.differs],
        "left_out": [asdict(left) for left in occurrence.left_out],
        "brackets": [asdict(bracket) for bracket in occurrence.brackets],
    }


def _nearest_to_json(nearest: Nearest) -> Json:
    found = nearest.difference
    return {
        **place_to_json(nearest.place),
        "aligned": round(nearest.aligned, 4),
        "steps": [{**asdict(step), "change": step.change.value} for step in found.steps],
        "negations_lost": list(found.lost),
        "negations_added": list(found.added),
        "numbers": [{"quoted": quoted, "said": said} for quoted, said in found.numbers],
    }
