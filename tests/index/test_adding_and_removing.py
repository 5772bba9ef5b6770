"""Statements added and taken out by hand, and whatever else can happen to a folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import build
from index.build_report import Move
from index.errors import IndexMismatch, IndexNotFound, SourceNotFound, UnknownStatement
from index.generation import current
from index.settings import ChunkerSettings
from index.stores.source_records import recorded_roots
from tests.index.corpus_folder import HARBOUR, SUMMIT, TREATY, Corpus, all_bytes
from tests.index.hashing_embedder import HASHING_SETTINGS


def test_add_looks_at_nothing_else(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    corpus.write("2014/harbour.md", HARBOUR.replace("autumn", "winter"))
    corpus.write("broken.txt", b"\0")
    summit = tmp_path / "summit.txt"
    summit.write_text(SUMMIT)
    report = corpus.add(summit)
    assert (report.changes.added, report.changes.changed, report.changes.failed) == (("summit",), (), ())
    assert any("autumn" in passage.text for passage in corpus.passages())
    summit.write_text(SUMMIT.replace("October", "May"))
    report = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)
    assert report.changes.changed == ("2014-harbour", "summit")  # from then on it is a source
    assert [Path(failure.path).name for failure in report.changes.failed] == ["broken.txt"]


def test_add_makes_an_index_where_there_is_none(corpus: Corpus) -> None:
    assert corpus.add(corpus.sources).counts.statements == 2
    assert corpus.add(corpus.sources).generation is None


def test_add_after_a_change_of_settings_reads_all_sources(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    summit = tmp_path / "summit.txt"
    summit.write_text(SUMMIT)
    corpus.embedder.checksum = "b" * 64
    report = corpus.add(summit)
    assert report.anew == "the embedding model changed"
    assert report.counts.statements == 3


def test_what_is_removed_leaves_no_ghost_and_stays_out(corpus: Corpus) -> None:
    corpus.write("copy.txt", TREATY)
    corpus.build()
    report = corpus.remove("2013-09-12-treaty")
    assert report.changes.removed == ("2013-09-12-treaty",)
    assert {Path(path).name for path in report.changes.withdrawn} == {"2013-09-12-treaty.txt", "copy.txt"}
    assert corpus.statements() == ["2014-harbour"]
    with corpus.open() as index:
        assert index.words.search("fisheries", 5) == []
        assert b"twelve projects" not in all_bytes(index.generation)
    assert corpus.build().generation is None
    corpus.write("2013-09-12-treaty.txt", TREATY.replace("May", "June"))
    (corpus.sources / "copy.txt").rename(corpus.sources / "renamed.txt")
    assert corpus.build().changes.added == ()
    assert corpus.build(force=True).counts.statements == 1
    assert corpus.statements() == ["2014-harbour"]


def test_what_was_removed_comes_back_when_it_is_added(corpus: Corpus) -> None:
    corpus.build()
    corpus.remove("2013-09-12-treaty")
    report = corpus.add(corpus.sources / "2013-09-12-treaty.txt")
    assert report.changes.added == ("2013-09-12-treaty",)
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour"]
    corpus.build()
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour"]


def test_a_removed_file_that_was_named_is_a_source_no_longer(corpus: Corpus, tmp_path: Path) -> None:
    summit = tmp_path / "summit.txt"
    summit.write_text(SUMMIT)
    corpus.build(corpus.sources, summit)
    corpus.remove("summit")
    with corpus.open() as index:
        assert recorded_roots(index.content.database) == [str(corpus.sources)]


def test_unknown_ids_remove_nothing(corpus: Corpus) -> None:
    with pytest.raises(IndexNotFound):
        corpus.remove("2014-harbour")
    corpus.build()
    with pytest.raises(UnknownStatement, match=r"'nowhere'.*nothing was removed"):
        corpus.remove("2014-harbour", "nowhere")
    with pytest.raises(SourceNotFound, match="delete the folder"):
        corpus.remove("2014-harbour", "2013-09-12-treaty")
    assert current(corpus.index_dir).folder.name == "000001"
    assert len(corpus.statements()) == 2


def test_removing_from_an_index_of_other_settings_is_refused(corpus: Corpus) -> None:
    corpus.build()
    other = HASHING_SETTINGS.model_copy(update={"chunker": ChunkerSettings(max_tokens=32)})
    build(corpus.index_dir, [], other, embedder=corpus.embedder)
    with pytest.raises(IndexMismatch, match=r"chunker settings changed.*onrecord index"):
        corpus.remove("2014-harbour")


def test_moves_are_reported_and_cost_nothing(corpus: Corpus) -> None:
    corpus.build()
    corpus.embedder.seen.clear()
    (corpus.sources / "2013-09-12-treaty.txt").rename(corpus.sources / "2013-09-13-treaty.txt")
    report = corpus.build()
    assert report.changes.moved == (Move("2013-09-12-treaty", "2013-09-13-treaty"),)
    assert corpus.statements() == ["2013-09-13-treaty", "2014-harbour"]


@pytest.mark.parametrize("seconds", [-3600, 0])
def test_a_change_is_seen_whatever_the_clock_says(corpus: Corpus, seconds: int) -> None:
    """A clock that was set back, or a change of equal length within one tick of it."""
    path = corpus.sources / "2014" / "harbour.md"
    times = path.stat().st_mtime_ns
    corpus.build()
    path.write_text(HARBOUR.replace("autumn", "summer"))
    os.utime(path, ns=(times + seconds * 10**9, times + seconds * 10**9))
    assert corpus.build().changes.changed == ("2014-harbour",)


def test_a_text_whose_twin_changes_through_add_is_not_lost(corpus: Corpus) -> None:
    corpus.write("zz.txt", TREATY)
    corpus.build()
    changed = corpus.write("2013-09-12-treaty.txt", TREATY.replace("twelve", "nine"))
    corpus.add(changed)
    corpus.build()
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour", "zz"]


NAMES = st.sampled_from(["a.txt", "b.txt", "deep/a.txt"])
TEXTS = st.sampled_from([TREATY, HARBOUR, SUMMIT, TREATY.replace("May", "June")])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), NAMES, TEXTS),
        st.tuples(st.just("move"), NAMES, NAMES),
        st.tuples(st.just("delete"), NAMES, st.none()),
        st.tuples(st.just("add"), NAMES, st.none()),
        st.tuples(st.just("build"), st.none(), st.none()),
    ),
    min_size=3,
    max_size=9,
)


@settings(max_examples=12)
@given(steps=STEPS)
def test_no_history_of_a_folder_leaves_a_ghost(steps: list[tuple[str, str | None, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder))
        corpus.write("always.txt", SUMMIT.replace("October", "March"))
        corpus.build()
        for step, name, other in steps:
            path = corpus.sources / (name or "")
            if step == "write" and name and other:
                corpus.write(name, other)
            elif step == "move" and other and path.is_file():
                (corpus.sources / other).parent.mkdir(exist_ok=True)
                path.replace(corpus.sources / other)
            elif step == "delete":
                path.unlink(missing_ok=True)
            elif step == "add" and path.is_file():
                corpus.add(path)
            elif step == "build":
                corpus.build()
        corpus.build()
        with corpus.open() as index:
            found = {index.content.statement(each).source for each in index.catalogue.statement_ids()}
            texts = {index.content.statement(each).text for each in index.catalogue.statement_ids()}
        corpus.statements()
        files = list(corpus.sources.rglob("*.txt"))
        assert found <= set(map(str, files))
        assert texts == {path.read_text().strip() for path in files}
