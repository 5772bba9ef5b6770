"""The report as one HTML file that needs nothing else: no network, no other file."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from pathlib import Path

from eval import trec
from eval.document import FILE_NAME, Report
from eval.errors import MissingExtra
from eval.html import plots
from eval.metrics import METRICS
from eval.metrics.metric import Unit

_TEMPLATES = Path(__file__).parent / "templates"


def write_report(report: Report, folder: Path) -> None:
    """Write index.html, report.json, and the judgments and rankings as qrels.trec and run.trec.

    Raises:
        MissingExtra: jinja2 is not installed.
        OSError: the folder cannot be written.
    """
    page = render(report)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / FILE_NAME).write_text(report.model_dump_json(indent=1), encoding="utf-8")
    trec.write_qrels(
        folder / "qrels.trec", {item.id: item.relevance for item in report.questions if item.relevance}
    )
    trec.write_run(folder / "run.trec", {item.id: item.run for item in report.questions})


def render(report: Report) -> str:
    """Return the page. Every text in it is escaped, and its policy lets nothing else be loaded.

    Raises:
        MissingExtra: jinja2 is not installed.
    """
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtra(
            "A report needs Jinja2: install it with `pip install 'onrecord[eval]'`."
        ) from error
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["figure"] = _figure
    style, script = (
        (_TEMPLATES / name).read_text(encoding="utf-8").strip() for name in ("report.css", "report.js")
    )
    return environment.get_template("report.html.j2").render(
        report=report,
        definitions={name: _definition(metric) for name, metric in METRICS.items()},
        verdicts=Counter(question.verdict.value for question in report.questions).most_common(),
        tags=sorted({tag for question in report.questions for tag in question.tags}),
        bars=plots.metric_bars(report.scores),
        risk_coverage=plots.risk_coverage(report),
        calibration=plots.calibration(report),
        latency=plots.latency(report),
        style=style,
        script=script,
        style_hash=_digest(style),
        script_hash=_digest(script),
    )


def _figure(value: float | None, unit: Unit) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if unit is Unit.SHARE else f"{value:,.0f} ms"


def _definition(metric: object) -> str:
    """Return the first sentence of a metric's docstring."""
    first = (type(metric).__doc__ or "").split("\n\n")[0]
    return " ".join(first.split())


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
