"""What an index holds, as JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.errors import ExportExists, IndexDamaged
from index.export import export
from index.generation import current
from tests.index.corpus_folder import Corpus


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_everything_is_written_once(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    folder = tmp_path / "new" / "export"
    with corpus.open() as index:
        report = export(index, folder)
        expected = [index.content.statement(each) for each in index.catalogue.statement_ids()]
    statements, passages = lines(folder / "statements.jsonl"), lines(folder / "passages.jsonl")
    assert (
        (len(statements), len(passages))
        == (report.statements, report.passages)
        == (2, len(corpus.passages()))
    )
    assert [line["text"] for line in statements] == [statement.text for statement in expected]
    assert statements[0]["date"] == "2013-09-12"
    assert [turn["speaker"] for turn in statements[0]["turns"]] == [None, "Sergey Lavrov"]
    texts = {line["id"]: line["text"] for line in statements}
    for passage in passages:
        assert texts[passage["statement_id"]][passage["start"] : passage["end"]] == passage["text"]
    assert sorted(path.name for path in folder.iterdir()) == ["passages.jsonl", "statements.jsonl"]


def test_nothing_is_overwritten_unasked(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    with corpus.open() as index:
        export(index, tmp_path / "out")
        with pytest.raises(ExportExists, match="--force"):
            export(index, tmp_path / "out")
        assert export(index, tmp_path / "out", overwrite=True).statements == 2


def test_a_failed_export_leaves_the_last_one(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    with corpus.open() as index:
        export(index, tmp_path / "out")
    before = (tmp_path / "out" / "statements.jsonl").read_bytes()
    (path,) = current(corpus.index_dir).texts.iterdir()
    path.write_bytes(path.read_bytes().replace(b"ships will return", b"ships will rEturn"))
    with corpus.open() as index, pytest.raises(IndexDamaged):
        export(index, tmp_path / "out", overwrite=True)
    assert (tmp_path / "out" / "statements.jsonl").read_bytes() == before
    assert len(list((tmp_path / "out").iterdir())) == 2
