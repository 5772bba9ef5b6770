"""Judgments and rankings in the formats of trec_eval."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import trec
from eval.errors import DatasetError
from eval.metrics.ranking import per_query, require_ir_measures

QRELS = {"q1": {"d1": 2, "d2": 0}, "q2": {"d3": 1}}
RUN = {"q1": {"d2": 3.5, "d1": 1.25}, "q2": {}}


def test_judgments_and_rankings_come_back_as_written(tmp_path: Path) -> None:
    trec.write_qrels(tmp_path / "qrels", QRELS)
    trec.write_run(tmp_path / "run", RUN)

    assert trec.read_qrels(tmp_path / "qrels") == QRELS
    assert trec.read_run(tmp_path / "run") == {"q1": RUN["q1"]}
    assert (tmp_path / "run").read_text() == "q1 Q0 d2 1 3.5 onrecord\nq1 Q0 d1 2 1.25 onrecord\n"


def test_other_tools_read_the_files_and_agree(tmp_path: Path) -> None:
    trec.write_qrels(tmp_path / "qrels", QRELS)
    trec.write_run(tmp_path / "run", RUN)
    library = require_ir_measures()
    theirs = library.calc_aggregate(
        [library.RR],
        library.read_trec_qrels(str(tmp_path / "qrels")),
        library.read_trec_run(str(tmp_path / "run")),
    )
    ours = per_query(["RR"], trec.read_qrels(tmp_path / "qrels"), trec.read_run(tmp_path / "run"))["RR"]

    assert ours == {"q1": 0.5, "q2": 0.0}
    assert theirs[library.RR] == pytest.approx(0.25)


@pytest.mark.parametrize("line", ["q1 0 d1", "q1 0 d1 high", "q1 Q0 d1 1 2.0 tag"])
def test_a_line_of_another_form_is_named(line: str, tmp_path: Path) -> None:
    (tmp_path / "qrels").write_text(f"q1 0 d0 1\n\n{line}\n")

    with pytest.raises(DatasetError, match="line 3"):
        trec.read_qrels(tmp_path / "qrels")


def test_an_id_with_white_space_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="'d 1'"):
        trec.write_run(tmp_path / "run", {"q": {"d 1": 1.0}})
