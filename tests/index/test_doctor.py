"""Every damage is named, and mended with what is sound."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.build import build
from index.doctor import Finding, State, examine, repair
from index.errors import IndexNotFound, SourceNotFound
from index.generation import Generation, current
from index.journal import journal_path
from index.manifest import FileDigest, IndexManifest
from index.settings import ChunkerSettings, EmbedderSettings, IndexSettings
from index.stores.vectors import VectorStore
from tests.index.corpus_folder import SUMMIT, Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS

STORES = {
    "content.sqlite": lambda generation: generation.content,
    "texts": lambda generation: next(generation.texts.iterdir()),
    "vectors.faiss": lambda generation: generation.vectors,
    "words": lambda generation: next(generation.words.glob("*.term")),
    "manifest.json": lambda generation: generation.manifest,
}


def named(findings: tuple[Finding, ...], state: State = State.DAMAGED) -> dict[str, str]:
    return {finding.check: finding.message for finding in findings if finding.state is state}


def stores(corpus: Corpus) -> tuple[Finding, ...]:
    """The findings but for that of the model: that of these tests is none that settings can name."""
    found = examine(corpus.index_dir, HASHING_SETTINGS)
    return tuple(finding for finding in found if finding.check != "model")


def mend(corpus: Corpus) -> str:
    return repair(corpus.index_dir, stores(corpus), HASHING_SETTINGS, embedder=corpus.embedder)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def republish_digests(generation: Generation) -> None:
    """Make the manifest vouch for the files as they are: damage that no checksum can show."""
    manifest = IndexManifest.load(generation.manifest)
    files = {name: FileDigest.of(generation.folder / name) for name in manifest.files}
    manifest.model_copy(update={"files": files}).save(generation.manifest)


def test_a_sound_index(corpus: Corpus) -> None:
    with pytest.raises(IndexNotFound):
        examine(corpus.index_dir, HASHING_SETTINGS)
    corpus.build()
    found = stores(corpus)
    assert {finding.state for finding in found} == {State.OK}
    checks = {finding.check for finding in found}
    assert checks >= {"checksums", "tables", "offsets", "rows", "sources", "leftovers", "disk"}
    assert mend(corpus) == "Nothing was damaged."
    assert current(corpus.index_dir).folder.name == "000001"


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("harm", [flip, cut])
def test_a_harmed_byte_in_any_store_is_found_named_and_mended(
    corpus: Corpus, store: str, harm: Callable[[Path], None]
) -> None:
    corpus.build()
    corpus.write("summit.txt", SUMMIT)
    corpus.build()
    harmed = STORES[store](current(corpus.index_dir))
    harm(harmed)
    damage = named(stores(corpus))
    if store == "manifest.json":
        assert damage
    else:
        assert harmed.relative_to(current(corpus.index_dir).folder).as_posix() in damage["checksums"]
    mend(corpus)
    assert named(stores(corpus)) == {}
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour", "summit"]


def test_sound_vectors_are_kept(corpus: Corpus) -> None:
    corpus.build()
    corpus.embedder.seen.clear()
    flip(STORES["words"](current(corpus.index_dir)))
    assert "derived anew" in mend(corpus)
    assert corpus.embedder.seen == []
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour"]
    cut(current(corpus.index_dir).vectors)
    mend(corpus)
    assert corpus.embedder.seen
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour"]


def test_a_damaged_content_goes_back_to_the_last_sound_state_and_forward_again(corpus: Corpus) -> None:
    corpus.build()
    corpus.write("summit.txt", SUMMIT)
    corpus.build()
    corpus.embedder.seen.clear()
    flip(current(corpus.index_dir).content)
    assert mend(corpus).startswith("Generation 000001 was sound")
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour", "summit"]
    assert all("summit" in text for text in corpus.embedder.seen)


@pytest.mark.parametrize("pointer", [None, "000009\n", "\xff"])
def test_a_lost_pointer_is_found_again(corpus: Corpus, pointer: str | None) -> None:
    corpus.build()
    path = corpus.index_dir / "CURRENT"
    if pointer is None:
        path.unlink()
    else:
        path.write_bytes(pointer.encode("latin-1"))
    assert list(named(examine(corpus.index_dir, HASHING_SETTINGS))) == ["pointer"]
    mend(corpus)
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour"]


@pytest.mark.parametrize(
    ("sql", "check"),
    [
        ("UPDATE passages SET end_offset = end_offset + 1000 WHERE row = 1", "offsets"),
        ("UPDATE statements SET bytes = bytes - 1 WHERE id = '2014-harbour'", "offsets"),
        ("UPDATE statements SET segment = 7 WHERE id = '2014-harbour'", "offsets"),
        ("UPDATE turns SET end_offset = start_offset WHERE number = 0", "offsets"),
        ("INSERT INTO turns VALUES ('nowhere', 0, NULL, 'unknown', 0, 1)", "tables"),
        ("UPDATE passages SET turn = 77 WHERE row = 1", "tables"),
    ],
)
def test_content_that_contradicts_itself_is_named(corpus: Corpus, sql: str, check: str) -> None:
    corpus.build()
    generation = current(corpus.index_dir)
    with closing(sqlite3.connect(generation.content)) as connection, connection:
        connection.execute(sql)
    republish_digests(generation)
    if sql.startswith("INSERT"):
        manifest = IndexManifest.load(generation.manifest)
        manifest.model_copy(update={"turns": manifest.turns + 1}).save(generation.manifest)
    assert check in named(stores(corpus))


def test_orphan_rows_are_counted(corpus: Corpus) -> None:
    corpus.build()
    generation = current(corpus.index_dir)
    vectors = VectorStore.load(generation.vectors)
    rows = vectors.rows()
    moved = vectors.vectors(rows[:1])
    vectors.remove(rows[:1])
    vectors.add(rows[:1] + 1000, moved)
    vectors.save(generation.vectors)
    republish_digests(generation)
    assert named(stores(corpus))["rows"] == "The vectors lack 1 passages and hold 1 that are no more."


def test_warnings_are_no_damage(corpus: Corpus, tmp_path: Path) -> None:
    other = tmp_path / "summit.txt"
    other.write_text(SUMMIT)
    corpus.write("broken.txt", b"\0")
    corpus.build(corpus.sources, other)
    other.unlink()
    (corpus.index_dir / "generations" / ".building-1").mkdir()
    journal_path(corpus.index_dir).touch()
    found = [finding for finding in stores(corpus) if finding.state is not State.OK]
    assert {finding.check for finding in found} == {"sources", "leftovers", "journal"}
    assert {finding.state for finding in found} == {State.WARNING}
    assert any("summit.txt is gone" in finding.message for finding in found)
    mend(corpus)
    assert not list((corpus.index_dir / "generations").glob(".*"))


def test_another_model_and_other_settings_are_named(corpus: Corpus) -> None:
    corpus.build()
    settings = IndexSettings(chunker=ChunkerSettings(max_tokens=99))
    found = examine(corpus.index_dir, settings)
    assert "onrecord index" in named(found, State.WARNING)["settings"]
    message = named(found)["model"]
    assert "hashing" in message
    assert "bge-small" in message
    assert "onrecord index" in message


def test_a_model_that_is_gone_is_named(corpus: Corpus) -> None:
    corpus.build()
    settings = IndexSettings(embedder=EmbedderSettings(model="/nowhere/model"))
    assert "/nowhere/model" in named(examine(corpus.index_dir, settings))["model"]


def test_where_nothing_knows_the_sources_they_are_asked_for(corpus: Corpus) -> None:
    corpus.build()
    cut(current(corpus.index_dir).content)
    with pytest.raises(SourceNotFound, match="onrecord index --force PATHS"):
        mend(corpus)


def test_sources_that_are_gone_do_not_keep_the_index_from_being_mended(corpus: Corpus) -> None:
    """What can be derived from the content needs no file."""
    corpus.build()
    for path in list(corpus.sources.rglob("*.*")):
        path.unlink()
    cut(current(corpus.index_dir).vectors)
    mend(corpus)
    assert corpus.statements() == ["2013-09-12-treaty", "2014-harbour"]


def test_sources_are_remembered_by_older_states(corpus: Corpus) -> None:
    corpus.build()
    corpus.write("summit.txt", SUMMIT)
    corpus.build()
    current(corpus.index_dir).content.unlink()
    report = build(corpus.index_dir, [], HASHING_SETTINGS, embedder=corpus.embedder, force=True)
    assert report.anew == "as asked; the sources are those of generation 000001"
    assert report.counts.statements == 3
