"""`python -m eval.calibrate`: fit the decision to answer or to refuse.

It reads the train and dev splits of every shipped set whose corpus is there, never a test split,
prints the cross-validated error rates, and writes `rag/calibration.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from eval.bench import Bench, bench, index_corpus, index_dir_for
from eval.calibration import ErrorRates, Example, fit
from eval.opening import Models, load_models, open_assistant
from eval.runner import signals_of
from eval.shipped import SHIPPED, Split
from index.errors import OnRecordError
from index.settings import IndexSettings
from rag.settings import RagSettings

_BUILT_IN = Path(".onrecord")
_SPLITS = (Split.TRAIN, Split.DEV)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, report and write; return the exit status."""
    options = _options(arguments)
    try:
        return _calibrate(options)
    except (OnRecordError, ValueError) as error:
        sys.stderr.write(f"calibrate: {error}\n")
        return 1


def examples(name: str, questions: Bench, settings: RagSettings) -> Iterator[Example]:
    """Yield the signals of every question that was searched for as it was meant, with its earlier turns."""
    with open_assistant(
        questions.index_dir, questions.index_settings, settings, questions.models
    ) as assistant:
        for case in questions.cases:
            seen = signals_of(assistant, case)
            if seen:
                yield Example(name, seen, case.answerable)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m eval.calibrate", description=(__doc__ or "").split("\n\n")[1]
    )
    parser.add_argument(
        "--set", action="append", choices=SHIPPED, dest="sets", help="only this set (repeatable)"
    )
    parser.add_argument(
        "--split",
        action="append",
        choices=_SPLITS,
        dest="splits",
        help="only this split (repeatable; default: train and dev)",
    )
    parser.add_argument(
        "--index",
        action="append",
        default=[],
        metavar="SET=DIR",
        help="ask this index of a set as it is, instead of building one (repeatable)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        default=Path(str(files("rag") / "calibration.json")),
        help="where to write the model (default: %(default)s)",
    )
    return parser.parse_args(arguments)


def _calibrate(options: argparse.Namespace) -> int:
    settings, index_settings = RagSettings(), IndexSettings()
    models = load_models(index_settings)
    given = dict(item.split("=", 1) for item in options.index)
    found: list[Example] = []
    for name in options.sets or SHIPPED:
        questions = _bench(name, options.splits or _SPLITS, given.get(name), index_settings, models)
        if questions:
            found.extend(examples(name, questions, settings))
    fitted = fit(found)
    _say("held out", fitted.overall)
    for name, rates in fitted.by_group.items():
        _say(f"  {name}", rates)
    options.output.write_text(json.dumps(asdict(fitted.calibration), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"threshold {fitted.calibration.threshold}, written to {options.output}\n")
    return 0


def _bench(
    name: str, splits: Sequence[str], index: str | None, settings: IndexSettings, models: Models
) -> Bench | None:
    shipped = SHIPPED[name]
    files = {path: part for split in splits for path, part in shipped.questions(Split(split)).items()}
    if not files:
        return None
    if index is None and not shipped.corpus.is_dir():
        sys.stderr.write(f"calibrate: {name} is skipped, its corpus is not at {shipped.corpus}\n")
        return None
    index_dir = Path(index) if index else index_dir_for(shipped.corpus, _BUILT_IN)
    if index is None:
        index_corpus(shipped.corpus, index_dir, settings, models)
    return bench(name, files, index_dir, settings, models)


def _say(what: str, rates: ErrorRates) -> None:
    sys.stdout.write(
        f"{what}: {rates.n} questions, false answers {rates.false_answers:.1%}, "
        f"false refusals {rates.false_refusals:.1%}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
