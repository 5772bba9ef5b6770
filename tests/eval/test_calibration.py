"""Fitting the decision to answer or to refuse."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from eval.bench import Bench, bench
from eval.calibrate import examples, main
from eval.calibration import COST, SIGNS, Example, fit
from eval.opening import Models, open_assistant
from eval.runner import signals_of
from eval.shipped import SHIPPED, Split
from rag.abstention import Calibration, Signals
from rag.settings import RagSettings
from tests.eval.conftest import written
from tests.index.hashing_embedder import HASHING_SETTINGS

NAMES = [field.name for field in fields(Signals)]


def made(n: int = 80, noise: float = 1.0) -> list[Example]:
    """Questions whose first signal tells the answerable ones, in part; the others are noise."""
    dice = np.random.default_rng(7)
    made = []
    for number in range(n):
        answerable = number % 2 == 0
        values = {name: float(dice.normal(0.0, 1.0)) for name in NAMES}
        values[NAMES[0]] = 5.0 + (2.0 if answerable else -2.0) + float(dice.normal(0.0, noise))
        made.append(Example("even" if number % 4 < 2 else "odd", Signals(**values), answerable))
    return made


def test_the_model_tells_the_kinds_apart_on_raw_signals() -> None:
    found = fit(made())
    right = [
        (found.calibration.probability(example.signals) >= found.calibration.threshold) is example.answerable
        for example in made()
    ]

    assert set(found.calibration.weights) == set(NAMES)
    assert np.mean(right) > 0.9
    assert found.calibration.weights[NAMES[0]] > 0.5


def test_every_signal_has_a_side_and_keeps_to_it() -> None:
    assert list(SIGNS) == NAMES
    upside_down = [
        Example("all", Signals(**{name: -sign * float(n % 2) for name, sign in SIGNS.items()}), n % 2 == 1)
        for n in range(60)
    ]
    assert set(fit(upside_down).calibration.weights.values()) == {0.0}


def test_error_rates_are_of_questions_not_seen() -> None:
    hopeless = [Example("all", Signals(**dict.fromkeys(NAMES, float(n % 3))), n % 2 == 0) for n in range(60)]
    found = fit(hopeless)

    assert found.overall.n == 60
    assert found.overall.false_answers + found.overall.false_refusals > 0.6


def test_every_group_has_its_own_rates() -> None:
    found = fit(made())

    assert {name: rates.n for name, rates in found.by_group.items()} == {"even": 40, "odd": 40}


def test_the_same_questions_give_the_same_model() -> None:
    assert fit(made()) == fit(made())


def test_both_kinds_are_needed() -> None:
    with pytest.raises(ValueError, match="unanswerable"):
        fit([example for example in made() if example.answerable])


def test_at_the_threshold_an_answer_costs_as_much_as_a_refusal() -> None:
    threshold = fit(made()).calibration.threshold

    assert (1 - threshold) * COST == pytest.approx(threshold, abs=1e-3)


def test_examples_are_the_questions_that_a_search_was_made_for(bridges: Bench) -> None:
    found = list(examples("bridges", bridges, RagSettings()))

    assert {example.group for example in found} == {"bridges"}
    assert sum(not example.answerable for example in found) == 0  # the absent person is refused by name
    assert 2 <= len(found) <= 3  # the follow-up counts once its turns can be passed


def test_what_the_topic_alone_decides_teaches_nothing(
    index_dir: Path, models: Models, tmp_path: Path
) -> None:
    asked: list[dict[str, object]] = [
        {"id": topic, "question": f"What did Bo Lind say about {topic}?", "answerable": False, "tags": []}
        for topic in ("the harbour", "submarines")
    ]
    file = written(tmp_path / "topics.jsonl", asked)
    questions = bench("topics", {file: "topics"}, index_dir, HASHING_SETTINGS, models)
    with open_assistant(questions.index_dir, HASHING_SETTINGS, RagSettings(), models) as assistant:
        heard, unheard = (signals_of(assistant, case) for case in questions.cases)
    assert heard is not None
    assert unheard is None


def test_what_is_shipped_fits_the_signals() -> None:
    shipped = json.loads((Path(__file__).parents[2] / "rag" / "calibration.json").read_text())

    assert set(Calibration(**shipped).weights) <= set(NAMES)
    assert shipped["threshold"] == pytest.approx(COST / (1 + COST), abs=1e-4)


def test_a_missing_index_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "calibration.json"
    status = main(["--set", "small", "--index", f"small={tmp_path / 'none'}", "--output", str(output)])

    assert status == 1
    assert "There is no index" in capsys.readouterr().err
    assert not output.exists()


def test_no_file_of_the_test_split_is_ever_read_for_fitting(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--split", "test", "--output", str(tmp_path / "calibration.json")])

    for shipped in SHIPPED.values():
        files = shipped.questions(Split.TRAIN) | shipped.questions(Split.DEV)
        assert not [path for path in files if path.name.endswith(".test.jsonl")]
