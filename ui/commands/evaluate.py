"""`onrecord eval`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import Config, IndexDir, Json

if TYPE_CHECKING:
    from eval.bench import Bench
    from eval.document import Report
    from eval.scores import Score
    from eval.thresholds import Threshold
    from ui.settings import Settings

EXAMPLES = """
\b
Examples:
  onrecord eval
  onrecord eval --split dev --report report
  onrecord eval --set presidential --index ~/.onrecord
  onrecord eval --corpus ~/statements --questions mine.jsonl
  onrecord eval --compare report --fail-under gold-span=0.85 --fail-over false-answer-rate=0.1
  onrecord eval --ablate
  onrecord eval --format squad --questions dev-v2.0.json
"""


class SetName(StrEnum):
    """The question sets that ship with the product."""

    SEEDS = "seeds"
    PRESIDENTIAL = "presidential"
    SMALL = "small"


class SplitName(StrEnum):
    """Which part of a shipped set; `all` is dev and test."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"
    ALL = "all"


class Format(StrEnum):
    """How questions are written: this project's JSON Lines, or a public data set's own format."""

    ONRECORD = "onrecord"
    SQUAD = "squad"
    MTRAG = "mtrag"
    BEIR = "beir"
    WIKIQA = "wikiqa"
    TRANSCRIPTS = "transcripts"


def evaluate(
    name: Annotated[
        SetName, typer.Option("--set", metavar="NAME", help="A shipped set: seeds, presidential or small.")
    ] = SetName.SEEDS,
    split: Annotated[
        SplitName,
        typer.Option(metavar="SPLIT", help="Which part of the shipped set: train, dev, test or all."),
    ] = SplitName.ALL,
    questions: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A question set of your own (docs/evaluation.md).  [repeatable]"),
    ] = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format", metavar="FORMAT", help=f"The format of FILE: {', '.join(Format)}.", show_default=True
        ),
    ] = Format.ONRECORD,
    corpus: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The statements to ask; their index is kept up to date."),
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(metavar="REPORT", help="Say what changed since this report.")
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(metavar="METRIC=VALUE", help="Exit with status 1 where METRIC is lower.  [repeatable]"),
    ] = None,
    fail_over: Annotated[
        list[str] | None,
        typer.Option(metavar="METRIC=VALUE", help="Exit with status 1 where METRIC is higher.  [repeatable]"),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write an HTML report, the document, and TREC files."),
    ] = None,
    ablate: Annotated[
        bool, typer.Option("--ablate", help="Measure what each stage of the pipeline is worth.")
    ] = False,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Measure the answers on a set of questions: right words, right speakers, honest refusals.

    Without flags the shipped set is put to the seeds. --corpus and --questions take your own;
    --questions alone asks your index as it is, and so does a shipped set with --index. A public
    data set brings its own documents: docs/evaluation.md tells which files it needs.
    """
    from eval.document import Report
    from ui.settings import load_settings

    limits = _limits(fail_under or [], fail_over or [])
    settings = load_settings(config, index_dir=index)
    earlier = Report.load(compare) if compare else None
    paths = questions or []
    if form is not Format.ONRECORD and (len(paths) != 1 or corpus):
        raise typer.BadParameter(f"--format {form} takes one --questions FILE and brings its own corpus")
    if form in (Format.WIKIQA, Format.TRANSCRIPTS):
        _check(_judge_alone(form, paths[0], settings, json=json), limits)
        return
    with _bench(settings, name, split, paths, form, corpus, as_it_is=index is not None) as bench:
        if bench is None:
            return
        if ablate:
            _ablate(bench, settings, json=json)
        else:
            _measure(bench, settings, earlier, report, limits, json=json)


def _limits(fail_under: list[str], fail_over: list[str]) -> list[Threshold]:
    from eval.errors import UnknownMetric
    from eval.thresholds import Threshold

    try:
        return [
            *(Threshold.parse(text) for text in fail_under),
            *(Threshold.parse(text, ceiling=True) for text in fail_over),
        ]
    except (ValueError, UnknownMetric) as error:
        raise typer.BadParameter(str(error)) from error


def _bench(
    settings: Settings,
    name: SetName,
    split: SplitName,
    questions: list[Path],
    form: Format,
    corpus: Path | None,
    *,
    as_it_is: bool,
) -> AbstractContextManager[Bench | None]:
    from ui.benches import data_set_bench, own_bench, shipped_bench

    if form is not Format.ONRECORD:
        return data_set_bench(form, questions[0], settings, as_it_is=as_it_is)
    if questions:
        return nullcontext(own_bench(questions, corpus, settings, as_it_is=as_it_is))
    return nullcontext(shipped_bench(name, split, corpus, settings, as_it_is=as_it_is))


def _measure(
    bench: Bench,
    settings: Settings,
    earlier: Report | None,
    folder: Path | None,
    limits: list[Threshold],
    *,
    json: bool,
) -> None:
    from eval.comparison import compare
    from ui.question_progress import question_progress

    with question_progress("asking") as progress:
        done = bench.report(settings.rag, progress)
    if folder:
        from eval.html.page import write_report

        write_report(done, folder)
    changes = compare(earlier, done) if earlier else None
    if json:
        from ui.screen import print_json

        document = done.model_dump(mode="json")
        print_json({**document, "comparison": asdict(changes)} if changes else document)
    else:
        from ui.rendering.comparison import render_comparison
        from ui.rendering.evaluation import render_report
        from ui.screen import print_result

        print_result(*render_report(done), *(render_comparison(changes) if changes else ()))
    _check(done.scores, limits)


def _ablate(bench: Bench, settings: Settings, *, json: bool) -> None:
    from eval.ablation import ablate
    from ui.question_progress import question_progress

    with question_progress("asking") as progress:
        found = ablate(bench, settings.rag, progress)
    if json:
        from ui.screen import print_json

        print_json({**asdict(found), "scores": _plain(found.scores)})
    else:
        from ui.rendering.ablation import render_ablation
        from ui.screen import print_result

        print_result(*render_ablation(found))


def _judge_alone(form: Format, path: Path, settings: Settings, *, json: bool) -> Sequence[Score]:
    """Measure one part of the pipeline without a corpus: the choice of sentences, or the parser."""
    from ui.parts import parser_scores, sentence_scores
    from ui.rendering.evaluation import scores_table
    from ui.screen import print_json, print_result

    scores = parser_scores(path) if form is Format.TRANSCRIPTS else sentence_scores(path, settings)
    if json:
        print_json({"title": path.name, "scores": [score.model_dump(mode="json") for score in scores]})
    else:
        print_result(scores_table(scores))
    return scores


def _check(scores: Sequence[Score], limits: list[Threshold]) -> None:
    from eval.errors import LimitBroken
    from eval.thresholds import broken

    lines = broken(limits, scores)
    if lines:
        raise LimitBroken(f"{'; '.join(lines)}: see which questions went wrong with --report DIR.")


def _plain(scores: dict[str, tuple[Score, ...]]) -> dict[str, list[dict[str, object]]]:
    return {name: [score.model_dump(mode="json") for score in of_one] for name, of_one in scores.items()}
