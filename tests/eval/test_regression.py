"""The shipped set must not answer worse than it did: the limits lie a little under what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.cli import app
from ui.run import run

AT_LEAST = {
    "gold-span": 0.78,
    "gold-span-unrefused": 0.91,
    "verbatim-rate": 1.0,
    "attribution-accuracy": 1.0,
    "expected-speaker": 0.97,
    "follow-up-success": 0.92,
    "sentence-MAP": 0.88,
    "nDCG@10": 0.94,
    "AUROC": 0.89,
}
AT_MOST = {"false-answer-rate": 0.14, "false-refusal-rate": 0.20}


def test_the_shipped_questions_are_answered_no_worse_than_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_INDEX_DIR", str(tmp_path / "index"))
    limits = [f"--fail-under={metric}={value}" for metric, value in AT_LEAST.items()]
    limits += [f"--fail-over={metric}={value}" for metric, value in AT_MOST.items()]

    status = run(app, ["eval", "--report", str(tmp_path / "report"), *limits])

    assert status == 0, capsys.readouterr().err
