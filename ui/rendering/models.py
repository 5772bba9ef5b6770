"""What `onrecord models check` found, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from rag.answer import Verdict
from rag.generators.chat_model.probe import QUESTION, Report, Trial
from rag.serialise import sentence_to_json
from ui.printable import one_line
from ui.rendering.layout import block

_LISTED = 8  # models named; a hosted endpoint has hundreds


def render_report(report: Report) -> list[RenderableType]:
    """Return the parts of what the command prints."""
    listed = ", ".join(report.listed[:_LISTED]) + (" …" if len(report.listed) > _LISTED else "")
    facts = [
        f"server: {report.server or 'not known'}",
        f"model: {report.model}",
        f"offers: {listed or 'no list'}",
        f"streams: {_yes(report.streams)}",
        f"JSON schemas: {_yes(report.takes_schemas)}",
    ]
    return [
        block(f"Endpoint {report.base_url}", *(Text(one_line(fact)) for fact in facts)),
        block(f"Trial with a schema: {QUESTION}", *_trial(report.with_schema)),
        block("Trial in free text", *_trial(report.as_text)),
    ]


def _trial(trial: Trial) -> Iterator[RenderableType]:
    if trial.failure:
        yield Text(one_line(trial.failure))
        return
    yield Text(
        f"{trial.pieces} pieces, the first after {trial.first_piece:.1f} s, all in {trial.seconds:.1f} s"
    )
    if not trial.sentences:
        yield Text("no sentence in this form")
    for sentence in trial.sentences:
        verdict = sentence.verdict.value
        if sentence.verdict is not Verdict.VERIFIED:
            verdict += f", {sentence.reason}"
        yield Text(one_line(f"{sentence.text} ({verdict})"))


def report_to_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON-ready values; docs/json.md describes them."""
    return {
        "base_url": report.base_url,
        "server": report.server,
        "model": report.model,
        "models": list(report.listed),
        "streams": report.streams,
        "takes_schemas": report.takes_schemas,
        "question": QUESTION,
        "with_schema": _trial_to_json(report.with_schema),
        "as_text": _trial_to_json(report.as_text),
    }


def _trial_to_json(trial: Trial) -> dict[str, Any]:
    return {
        "failure": trial.failure,
        "pieces": trial.pieces,
        "first_piece": round(trial.first_piece, 2),
        "seconds": round(trial.seconds, 2),
        "sentences": [sentence_to_json(sentence) for sentence in trial.sentences],
    }


def _yes(value: bool) -> str:
    return "yes" if value else "no"
