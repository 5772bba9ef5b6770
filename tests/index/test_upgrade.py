"""An index of schema 1, whose texts lie in the tables, is brought up to date without reading or embedding."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from index.errors import IndexMismatch
from index.generation import current
from index.history import history
from index.manifest import FileDigest, IndexManifest
from tests.index.corpus_folder import SUMMIT, Corpus

_TO_SCHEMA_1 = """
ALTER TABLE statements ADD COLUMN text TEXT NOT NULL DEFAULT '';
ALTER TABLE statements DROP COLUMN segment;
ALTER TABLE statements DROP COLUMN start_byte;
ALTER TABLE statements DROP COLUMN bytes;
ALTER TABLE statements DROP COLUMN characters;
"""


@pytest.fixture(params=["latest", "before pages were kept"])
def older(corpus: Corpus, request: pytest.FixtureRequest) -> Corpus:
    """Two statements in an index as schema 1 had it."""
    corpus.build()
    with corpus.open() as index:
        texts = {name: index.content.statement(name).text for name in index.catalogue.statement_ids()}
    generation = current(corpus.index_dir)
    with closing(sqlite3.connect(generation.content)) as connection, connection:
        connection.executescript(_TO_SCHEMA_1)
        for name, text in texts.items():
            connection.execute("UPDATE statements SET text = ? WHERE id = ?", (text, name))
        if request.param != "latest":
            connection.execute("ALTER TABLE statements DROP COLUMN pages")
            connection.execute("DROP INDEX turns_by_speaker")
    shutil.rmtree(generation.texts)
    manifest = IndexManifest.load(generation.manifest)
    files = {name: digest for name, digest in manifest.files.items() if not name.startswith("texts/")}
    files["content.sqlite"] = FileDigest.of(generation.content)
    manifest.model_copy(update={"files": files, "schema_version": 1}).save(generation.manifest)
    corpus.embedder.seen.clear()
    return corpus


def test_it_cannot_be_opened_and_the_mend_is_named(older: Corpus) -> None:
    with pytest.raises(IndexMismatch, match=r"schema version 1 .* reads 2: .*`onrecord index`"):
        older.open()


def test_a_build_takes_it_up_even_where_nothing_changed(older: Corpus) -> None:
    report = older.build()
    assert report.generation == "000002"
    assert report.anew is None
    assert older.embedder.seen == []
    assert older.statements() == ["2013-09-12-treaty", "2014-harbour"]
    assert b"twelve projects" not in current(older.index_dir).content.read_bytes()
    assert older.build().generation is None
    assert [state.unreadable is None for state in history(older.index_dir)] == [False, True]


def test_an_addition_takes_it_up_too(older: Corpus) -> None:
    assert older.add(older.write("summit.txt", SUMMIT)).changes.added == ("summit",)
    assert all("summit" in text for text in older.embedder.seen)
    assert older.statements() == ["2013-09-12-treaty", "2014-harbour", "summit"]


def test_a_removal_takes_it_up_too(older: Corpus) -> None:
    older.remove("2014-harbour")
    assert older.statements() == ["2013-09-12-treaty"]


def test_force_reads_everything_again(older: Corpus) -> None:
    assert older.build(force=True).anew == "as asked"
    assert older.embedder.seen
    assert older.statements() == ["2013-09-12-treaty", "2014-harbour"]
