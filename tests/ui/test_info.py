from __future__ import annotations

from pathlib import Path

from tests.ui.command_line import SEED, InProcess


def test_corpus_by_kind_speaker_and_year(inside: InProcess, project: Path) -> None:
    ran = inside("info")
    assert ran.status == 0
    assert ran.err == ""
    assert ran.out.startswith("1 statement, dated 12 September 2013\n3 turns, ")
    for line in ("  1  press conference", "  1  2013", f"  {project / 'seeds'}"):
        assert line in ran.out.splitlines()
    assert "Sergey Lavrov" in ran.out
    assert "embedding model bge-small-en-v1.5-int8, 384 dimensions" in ran.out
    assert SEED not in ran.out


def test_statements_are_listed_on_demand(inside: InProcess) -> None:
    assert f"2013-09-12  press conference, {SEED} — Speech by" in inside("info", "--statements").out


def test_disk_use_is_that_of_the_files(inside: InProcess) -> None:
    document = inside("info", "--json").document
    files = document["manifest"]["files"].values()
    assert sum(document["disk"].values()) >= sum(file["size"] for file in files) > 0
