"""Builds: first, incremental, refused; and that all three stores follow the sources."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from index.build import build
from index.build_report import BuildProgress, Duplicate, Phase
from index.chunker import embedding_text
from index.embedders.bge import BgeEmbedder
from index.errors import IndexDamaged, IndexMismatch, SourceNotFound
from index.generation import current
from index.manifest import SCHEMA_VERSION
from index.opened import Index, open_index
from index.settings import ChunkerSettings, IndexSettings, ReaderSettings
from index.statement import Role
from tests.index.corpus_folder import HARBOUR, SUMMIT, TREATY, Corpus, all_bytes
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    corpus.write("2013-09-12-treaty.txt", TREATY)
    corpus.write("2014/harbour.md", HARBOUR)
    return corpus


def test_a_first_build(corpus: Corpus) -> None:
    report = corpus.build()
    assert report.generation == "000001"
    assert report.anew is None
    assert report.changes.added == ("2013-09-12-treaty", "2014-harbour")
    assert report.changes.failed == ()
    assert report.embedded == report.counts.passages == len(corpus.embedder.seen)
    passages = corpus.passages()
    assert {passage.role for passage in passages} == {Role.QUESTIONER, Role.PRINCIPAL}
    answer = next(passage for passage in passages if "twelve" in passage.text)
    assert (answer.speaker, answer.question) == (
        "Sergey Lavrov",
        "Will the fisheries treaty be signed?",
    )


def test_the_manifest_describes_the_index(corpus: Corpus) -> None:
    report = corpus.build()
    with corpus.open() as index:
        manifest = index.manifest
        files = {
            path.relative_to(index.generation.folder).as_posix()
            for path in index.generation.folder.rglob("*")
            if path.is_file() and path.suffix != ".lock"
        }
    assert set(manifest.files) == files - {"manifest.json"}
    assert (manifest.embedding_model, manifest.dim, manifest.tokenizer) == ("hashing", 64, "cl100k_base")
    assert (manifest.statements, manifest.passages) == (2, report.counts.passages)
    assert manifest.chunker == HASHING_SETTINGS.chunker
    assert manifest.built_at.utcoffset() is not None


def test_the_same_corpus_gives_the_same_index(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    with corpus.open() as index:
        first = index.manifest
    before = corpus.passages()
    corpus.build(force=True)
    with corpus.open() as index:
        again = index.manifest
    assert corpus.passages() == before
    assert again.corpus_digest == first.corpus_digest
    assert again.files["vectors.faiss"] == first.files["vectors.faiss"]


def test_nothing_new_means_no_new_generation(corpus: Corpus) -> None:
    corpus.build()
    seen = len(corpus.embedder.seen)
    for path in corpus.sources.rglob("*.*"):
        os.utime(path, (1, 1))  # touched, not changed
    report = corpus.build()
    assert report.generation is None
    assert report.changes.unchanged == 2
    assert (report.embedded, len(corpus.embedder.seen)) == (0, seen)
    assert current(corpus.index_dir).folder.name == "000001"
    assert not list((corpus.index_dir / "generations").glob(".*"))


def test_an_added_file_alone_is_embedded(corpus: Corpus) -> None:
    corpus.build()
    corpus.embedder.seen.clear()
    corpus.write("summit.txt", SUMMIT)
    report = corpus.build()
    assert report.changes.added == ("summit",)
    assert report.changes.unchanged == 2
    assert corpus.embedder.seen
    assert all("summit" in text for text in corpus.embedder.seen)
    assert {passage.statement_id for passage in corpus.passages()} == {
        "2013-09-12-treaty",
        "2014-harbour",
        "summit",
    }


def test_other_sources_are_added_to_those_known(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    other = tmp_path / "summit.txt"
    other.write_text(SUMMIT)
    assert corpus.build(other).changes.added == ("summit",)
    other.write_text(SUMMIT.replace("October", "November"))
    report = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)
    assert report.changes.changed == ("summit",)
    forced = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder, force=True)
    assert forced.counts.statements == 3
    assert forced.anew == "as asked"


def test_a_changed_file_leaves_no_ghost(corpus: Corpus) -> None:
    corpus.build()
    corpus.write("2013-09-12-treaty.txt", TREATY.replace("twelve", "seventeen"))
    report = corpus.build()
    assert report.changes.changed == ("2013-09-12-treaty",)
    assert report.changes.added == report.changes.removed == ()
    assert report.reused == 1  # the question is as it was
    texts = [passage.text for passage in corpus.passages()]
    assert any("seventeen" in text for text in texts)
    assert not any("twelve" in text for text in texts)
    with corpus.open() as index:
        assert index.words.search("twelve", 5) == []
        assert b"twelve projects" not in all_bytes(index.generation)


def test_a_deleted_file_leaves_no_ghost(corpus: Corpus) -> None:
    corpus.build()
    (corpus.sources / "2014" / "harbour.md").unlink()
    report = corpus.build()
    assert report.changes.removed == ("2014-harbour",)
    assert report.embedded == 0
    assert {passage.statement_id for passage in corpus.passages()} == {"2013-09-12-treaty"}
    with corpus.open() as index:
        assert index.words.search("harbour", 5) == []


def test_scores_do_not_depend_on_the_history_of_the_index(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    corpus.write("summit.txt", SUMMIT)
    corpus.build()
    (corpus.sources / "2014" / "harbour.md").unlink()
    corpus.build()

    def scores() -> list[float]:
        with corpus.open() as index:
            return [score for _, score in index.words.search("fisheries summit October", 9)]

    grown = scores()
    corpus.build(force=True)
    assert grown == pytest.approx(scores(), rel=1e-6)


def test_a_moved_file_keeps_its_vectors_and_its_id_follows_the_path(corpus: Corpus) -> None:
    corpus.build()
    corpus.embedder.seen.clear()
    (corpus.sources / "2014" / "harbour.md").rename(corpus.sources / "2015.md")
    report = corpus.build()
    assert (report.changes.removed, report.changes.added) == (("2014-harbour",), ("2015",))
    assert report.reused + report.embedded == 1
    corpus.passages()


def test_a_text_under_two_paths_is_kept_once(corpus: Corpus) -> None:
    copy = corpus.write("copy/2013-09-12-treaty.txt", TREATY)
    report = corpus.build()
    original = corpus.sources / "2013-09-12-treaty.txt"
    assert report.counts.statements == 2
    assert report.changes.duplicates == (Duplicate(str(copy), "2013-09-12-treaty"),)
    original.unlink()
    report = corpus.build()
    assert report.changes.removed == ("2013-09-12-treaty",)
    assert report.changes.added == ("copy-2013-09-12-treaty",)
    assert (report.changes.duplicates, report.embedded) == ((), 0)
    assert len(corpus.passages()) == report.counts.passages


def test_colliding_ids_are_told_apart_and_kept(corpus: Corpus) -> None:
    corpus.write("a b.txt", TREATY.replace("May", "June"))
    assert "a-b" in corpus.build().changes.added
    corpus.write("a-b.txt", TREATY.replace("May", "July"))
    (other,) = corpus.build().changes.added
    assert other.startswith("a-b-")
    assert len(other) == len("a-b-") + 6
    corpus.write("a b.txt", TREATY.replace("May", "August"))
    assert corpus.build().changes.changed == ("a-b",)


def test_unreadable_files_are_named_and_the_build_goes_on(corpus: Corpus) -> None:
    corpus.write("empty.txt", "  \n")
    corpus.write("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    corpus.write("report.pdf", b"%PDF-1.7")
    corpus.write("title.txt", "12 September 2013")
    corpus.write("broken.txt", b"\xef\xbb\xbf\xff\xfe\xfd words")
    corpus.write("large.txt", TREATY + "x" * 2000)
    settings = HASHING_SETTINGS.model_copy(update={"reader": ReaderSettings(max_bytes=2000)})
    report = build(corpus.index_dir, [corpus.sources], settings, embedder=corpus.embedder)
    reasons = {Path(failure.path).name: failure.reason for failure in report.changes.failed}
    assert sorted(reasons) == ["broken.txt", "empty.txt", "image.txt", "large.txt", "report.pdf", "title.txt"]
    assert all(name in reason for name, reason in reasons.items())
    assert report.counts.statements == 2
    again = build(corpus.index_dir, [], settings, embedder=corpus.embedder)
    assert again.generation is None
    assert again.changes.failed == report.changes.failed
    mended = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)
    assert mended.changes.added == ("large",)


def test_a_file_that_became_unreadable_leaves_the_index(corpus: Corpus) -> None:
    corpus.build()
    corpus.write("2014/harbour.md", b"\0")
    report = corpus.build()
    assert report.changes.removed == ("2014-harbour",)
    assert [Path(failure.path).name for failure in report.changes.failed] == ["harbour.md"]
    corpus.write("2014/harbour.md", HARBOUR)
    assert corpus.build().changes.added == ("2014-harbour",)


def test_what_is_no_statement_is_skipped(corpus: Corpus, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(SUMMIT)
    (corpus.sources / "link.txt").symlink_to(outside)
    (corpus.sources / "dangling.txt").symlink_to(tmp_path / "nothing")
    (corpus.sources / "loop").symlink_to(corpus.sources)
    for name in ("README.md", "LICENSE", "Notice.txt", ".hidden.txt"):
        corpus.write(name, SUMMIT)
    corpus.write(".git/config.txt", SUMMIT)
    report = corpus.build()
    assert report.counts.statements == 2
    skipped = sorted(Path(path).name for path in report.changes.skipped)
    expected = [".hidden.txt", "LICENSE", "Notice.txt", "README.md", "dangling.txt", "link.txt"]
    assert skipped == sorted(expected)
    named = corpus.build(corpus.sources / "README.md")  # a file that is named is wanted
    assert named.changes.added == ("README",)


def test_an_index_inside_its_source_is_not_read(corpus: Corpus) -> None:
    corpus.index_dir = corpus.sources / "index"
    assert corpus.build().changes.failed == ()
    assert corpus.build().generation is None


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_file_name_that_is_no_text_can_be_indexed(corpus: Corpus) -> None:
    path = os.fsencode(corpus.sources) + b"/caf\xe9.txt"
    try:
        with open(path, "w") as file:  # noqa: PTH123 (the name is bytes)
            file.write(SUMMIT)
    except OSError:
        pytest.skip("this file system takes no such names")
    (added,) = set(corpus.build().changes.added) - {"2013-09-12-treaty", "2014-harbour"}
    assert added == "caf-xe9"
    assert corpus.build().generation is None


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_source_whose_name_is_no_text_is_refused(corpus: Corpus) -> None:
    folder = corpus.sources / os.fsdecode(b"caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system takes no such names")
    with pytest.raises(SourceNotFound, match=r"caf\\xe9.*rename"):
        corpus.build(folder)


def test_a_path_that_does_not_exist_is_named(corpus: Corpus) -> None:
    with pytest.raises(SourceNotFound, match="nowhere"):
        corpus.build(corpus.sources / "nowhere")
    assert not corpus.index_dir.exists()


def test_without_sources_there_is_nothing_to_do(corpus: Corpus) -> None:
    with pytest.raises(SourceNotFound, match="onrecord index PATHS"):
        build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)


def test_a_corpus_without_statements_leaves_the_index_as_it_was(corpus: Corpus) -> None:
    corpus.build()
    before = corpus.passages()
    shutil.rmtree(corpus.sources)
    with pytest.raises(SourceNotFound, match="No statement"):
        build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)
    assert corpus.passages() == before


def test_a_lost_source_is_reported(corpus: Corpus, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "summit.txt").write_text(SUMMIT)
    corpus.build(corpus.sources, other)
    shutil.rmtree(other)
    report = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)
    assert report.changes.lost == (str(other),)
    assert report.changes.removed == ("summit",)


@pytest.mark.parametrize(
    ("embedder", "chunker", "reason"),
    [
        (HashingEmbedder(name="other"), ChunkerSettings(), "the embedding model changed"),
        (HashingEmbedder(checksum="b" * 64), ChunkerSettings(), "the embedding model changed"),
        (HashingEmbedder(), ChunkerSettings(max_tokens=32), "the chunker settings changed"),
    ],
)
def test_what_shapes_every_passage_builds_everything_anew(
    corpus: Corpus, embedder: HashingEmbedder, chunker: ChunkerSettings, reason: str
) -> None:
    corpus.build()
    settings = HASHING_SETTINGS.model_copy(update={"chunker": chunker})
    embedder.seen.clear()
    report = build(corpus.index_dir, [], settings, embedder=embedder)
    assert report.anew == reason
    assert report.generation == "000002"
    assert len(embedder.seen) == report.counts.passages
    assert set(report.changes.added) == {"2013-09-12-treaty", "2014-harbour"}


def test_the_default_model_builds_the_default_index(tmp_path: Path, project: Path, bge: BgeEmbedder) -> None:
    settings = IndexSettings()
    report = build(tmp_path / "index", [project / "seeds"], settings, embedder=bge)
    assert report.changes.failed == ()
    assert report.embedded == report.counts.passages > 0
    with open_index(tmp_path / "index", settings) as index:
        index.check_embedder(bge)
        for row in index.content.rows().tolist():
            (passage,) = index.content.passages([row])
            # Not quite 1: the quantised model's vectors depend a little on what is in their batch.
            (nearest, score), *_ = index.vectors.search(bge.embed_documents([embedding_text(passage)])[0], 3)
            assert nearest == row
            assert score > 0.99


@pytest.mark.corpus
def test_real_statements_survive_the_way_through_all_stores(
    corpus: Corpus, presidential_corpus: Path
) -> None:
    files = sorted(presidential_corpus.glob("*.txt"))[::60]
    report = corpus.build(*files)
    assert report.changes.failed == ()
    assert report.counts.statements == len(files)
    with corpus.open() as index:
        index.verify()
        rows = index.content.rows()
        passages = index.content.passages(rows.tolist())
        assert np.array_equal(np.sort(index.vectors.rows()), rows)
        for row, passage in list(zip(rows.tolist(), passages, strict=True))[::50]:
            assert (
                index.content.statement(passage.statement_id).text[passage.start : passage.end]
                == passage.text
            )
            assert row in {found for found, _ in index.words.search(passage.text, 3)}


def test_progress_counts_files_and_passages(corpus: Corpus) -> None:
    steps: list[BuildProgress] = []
    report = build(
        corpus.index_dir,
        [corpus.sources],
        HASHING_SETTINGS,
        embedder=corpus.embedder,
        progress=steps.append,
    )
    assert list(dict.fromkeys(step.phase for step in steps)) == list(Phase)
    assert (steps[0].files, steps[0].files_total) == (0, 2)
    assert (steps[-1].files, steps[-1].passages) == (2, report.counts.passages)
    assert steps[-1].passages_total == report.counts.passages


def test_an_open_index_outlives_later_builds(corpus: Corpus) -> None:
    corpus.build()
    with corpus.open() as index:
        rows = index.content.rows()
        for month in ("June", "July", "August"):
            corpus.write("2013-09-12-treaty.txt", TREATY.replace("May", month))
            corpus.build()
        assert not index.generation.folder.exists()
        assert index.words.search("May", 5)
        assert index.vectors.vectors(rows).any()
        assert any("May" in passage.text for passage in index.content.passages(rows.tolist()))


def cut_short(index: Index) -> None:
    os.truncate(index.generation.vectors, index.generation.vectors.stat().st_size // 2)


def lose_words(index: Index) -> None:
    next(index.generation.words.glob("*.term")).unlink()


def lose_manifest(index: Index) -> None:
    index.generation.manifest.unlink()


def garble_manifest(index: Index) -> None:
    index.generation.manifest.write_text(f'{{"schema_version": {SCHEMA_VERSION}}}')


def lose_content(index: Index) -> None:
    index.generation.content.unlink()


def lose_generation(index: Index) -> None:
    index.generation.folder.rename(index.generation.folder.with_name("elsewhere"))


DAMAGES = [cut_short, lose_words, lose_manifest, garble_manifest, lose_content, lose_generation]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_mended_by_force(corpus: Corpus, damage: object) -> None:
    corpus.build()
    with corpus.open() as index:
        assert callable(damage)
        damage(index)
    for attempt in (corpus.open, corpus.build):
        with pytest.raises(IndexDamaged, match="onrecord index --force"):
            attempt()
    report = corpus.build(force=True)
    assert report.anew is not None
    assert report.anew.startswith("as asked")
    assert ("no longer knows its sources" in report.anew) == (damage in (lose_content, lose_generation))
    corpus.passages()


def test_a_store_that_lacks_a_row_is_noticed(corpus: Corpus) -> None:
    corpus.build()
    path = current(corpus.index_dir).content
    size = path.stat().st_size
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM passages WHERE row = 1")
    connection.commit()
    connection.close()
    assert path.stat().st_size == size
    with pytest.raises(IndexDamaged, match="disagree"):
        corpus.open()


def test_an_altered_byte_is_noticed_by_verify_and_never_built_upon(corpus: Corpus) -> None:
    corpus.build()
    path = current(corpus.index_dir).vectors
    data = bytearray(path.read_bytes())
    data[-200] ^= 1
    path.write_bytes(data)
    with corpus.open() as index, pytest.raises(IndexDamaged, match=r"vectors\.faiss.*altered"):
        index.verify()
    corpus.write("summit.txt", SUMMIT)
    with pytest.raises(IndexDamaged, match="altered"):
        corpus.build()


def test_another_model_is_noticed(corpus: Corpus) -> None:
    corpus.build()
    other = HASHING_SETTINGS.model_copy(
        update={"embedder": HASHING_SETTINGS.embedder.model_copy(update={"model": "another"})}
    )
    with pytest.raises(IndexMismatch, match=r"'hashing'.*'another'"):
        open_index(corpus.index_dir, other)
    with corpus.open() as index:
        index.check_embedder(HashingEmbedder())
        with pytest.raises(IndexMismatch, match="other weights"):
            index.check_embedder(HashingEmbedder(checksum="b" * 64))


def test_another_schema_is_noticed_and_rebuilt(corpus: Corpus) -> None:
    corpus.build()
    path = current(corpus.index_dir).manifest
    manifest = json.loads(path.read_text())
    path.write_text(json.dumps({"schema_version": 99, "unheard": "of"}))
    with pytest.raises(IndexMismatch, match="schema version 99"):
        corpus.open()
    report = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder)
    assert report.anew == "the schema changed"
    assert report.counts.statements == manifest["statements"]
