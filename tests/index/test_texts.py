"""The segments of texts: what goes in comes out, and what is taken out leaves no byte behind."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import add, build, remove
from index.doctor import State, examine
from index.errors import IndexDamaged
from index.generation import current
from index.settings import ScaleSettings
from index.stores import texts as texts_module
from index.stores.texts import Place, TextStore, TextWriter, link_texts, segments
from tests.index.corpus_folder import SUMMIT, Corpus, all_bytes
from tests.index.hashing_embedder import HASHING_SETTINGS


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(texts_module, "SEGMENT_BYTES", 400)
    return 400


def word(number: int) -> bytes:
    return f"<{number:05d}>".encode()


CHANGES = st.lists(st.tuples(st.integers(0, 6), st.floats(0, 1)), min_size=1, max_size=6)


@settings(max_examples=60)
@given(changes=CHANGES, sizes=st.integers(0, 2**32))
def test_any_history_keeps_what_is_there_and_nothing_else(
    changes: list[tuple[int, float]], sizes: int
) -> None:
    """Each change makes a generation of the one before: adds some texts, and removes a share of them."""
    drawn = random.Random(sizes)  # noqa: S311 - sizes, no secret
    there: dict[Place, bytes] = {}
    number = 0
    with tempfile.TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts_module, "SEGMENT_BYTES", 60)
        before = Path(root) / "0"
        before.mkdir()
        for step, (more, share) in enumerate(changes, 1):
            folder = Path(root) / str(step)
            link_texts(before, folder)
            state = {path.name: path.read_bytes() for path in before.iterdir()}
            with closing(TextWriter(folder)) as writer:
                for _ in range(more):
                    number += 1
                    text = word(number) * drawn.randint(1, 8)
                    there[writer.add(text)] = text
                    assert writer.read(list(there)[-1]) == text
                gone = [place for place in there if drawn.random() < share]
                left = {place: text for place, text in there.items() if place not in gone}
                for segment in {place.segment for place in gone}:
                    kept = [place for place in left if place.segment == segment]
                    moved = writer.rewrite(segment, kept)
                    found = [left.pop(place) for place in kept]
                    left |= dict(zip(moved, found, strict=True))
                there = left
            assert state == {path.name: path.read_bytes() for path in before.iterdir()}
            stored = b"".join(path.read_bytes() for path in folder.iterdir())
            assert sorted(stored) == sorted(b"".join(there.values()))
            with closing(TextStore.load(folder)) as reader:
                assert {place: reader.read(place) for place in there} == there
            assert all(path.stat().st_size for path in folder.iterdir())
            before = folder


def test_many_additions_leave_few_segments_and_share_the_full_ones(
    tmp_path: Path, small_segments: int
) -> None:
    folder = tmp_path / "0"
    folder.mkdir()
    for number in range(1, 100):
        link_texts(folder, tmp_path / str(number))
        full = {path.name for path in folder.iterdir() if path.stat().st_size >= small_segments}
        folder = tmp_path / str(number)
        with closing(TextWriter(folder)) as writer:
            writer.add(word(number) * 3)
        for name in full:
            assert (folder / name).samefile(tmp_path / str(number - 1) / name)
    assert len(segments(folder)) == -(-99 // -(-small_segments // 21))


def test_a_reader_outlives_its_files(tmp_path: Path) -> None:
    with closing(TextWriter(tmp_path / "texts")) as writer:
        place = writer.add(b"said")
    with closing(TextStore.load(tmp_path / "texts")) as reader:
        if os.name != "nt":
            reader.path(place.segment).unlink()
        assert reader.read(place) == b"said"


def test_readers_take_turns_beside_a_writer(tmp_path: Path, small_segments: int) -> None:
    """The embedding thread reads what was added a moment ago, while the next text is added."""
    folder = tmp_path / "texts"
    with closing(TextWriter(folder)) as first:
        first.add(word(0))
    link_texts(folder, tmp_path / "next")
    with closing(TextWriter(tmp_path / "next")) as writer, ThreadPoolExecutor(8) as pool:
        waiting = []
        for number in range(1, 300):
            text = word(number) * (1 + number % small_segments // 9)
            place = writer.add(text)
            waiting += [(text, pool.submit(writer.read, place)) for _ in range(3)]
        assert all(read.result() == text for text, read in waiting)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x80
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [cut, flip, Path.unlink])
def test_a_harmed_segment_is_named_by_readers_builds_and_the_doctor(
    corpus: Corpus, harm: Callable[[Path], None]
) -> None:
    corpus.build()
    (segment,) = current(corpus.index_dir).texts.iterdir()
    summit = corpus.write("summit.txt", SUMMIT)
    named = rf"texts/{segment.name}.*onrecord index --force"
    with corpus.open() as opened:  # one that was opened while the segment was whole
        harm(segment)
        if harm is not Path.unlink:
            with pytest.raises(IndexDamaged, match=named):
                opened.content.passages(opened.content.rows().tolist())
    with pytest.raises(IndexDamaged, match=named), corpus.open() as index:
        index.verify()
    changes: list[Callable[[], object]] = [
        corpus.build,
        lambda: corpus.add(summit),
        lambda: corpus.remove("2014-harbour"),
    ]
    for change in changes:
        with pytest.raises(IndexDamaged, match=named):
            change()
    assert current(corpus.index_dir).folder.name == "000001"
    (found,) = [each for each in examine(corpus.index_dir, HASHING_SETTINGS) if each.check == "checksums"]
    assert found.state is State.DAMAGED
    assert found.message.startswith(f"texts/{segment.name} ")


def test_a_large_index_passes_damage_on_unread_and_visible(corpus: Corpus, small_segments: int) -> None:
    """What `add` never reads it does not vouch for: the checksum of before goes on saying so."""
    large = HASHING_SETTINGS.model_copy(update={"scale": ScaleSettings(exact_passages=100)})
    for number in range(25):
        sentences = " ".join(f"Harbour {number} reopens for ship {ship}." for ship in range(150))
        corpus.write(f"{number}.txt", f"Remarks by Minister Ada Brook\n\n{sentences}\n")
    built = build(corpus.index_dir, [corpus.sources], large, embedder=corpus.embedder)
    assert built.counts.passages > 100
    full = max(current(corpus.index_dir).texts.iterdir(), key=lambda path: path.stat().st_size)
    assert full.stat().st_size >= small_segments
    flip(full)
    summit = corpus.write("summit.txt", SUMMIT)
    add(corpus.index_dir, [summit], large, embedder=corpus.embedder)
    assert current(corpus.index_dir).folder.name == "000002"
    with corpus.open() as index:
        with pytest.raises(IndexDamaged, match=rf"texts/{full.name}.*altered"):
            index.verify()
        inside = index.content.database.query(
            "SELECT id FROM statements WHERE segment = ?", (int(full.stem),)
        )
    changes: tuple[Callable[[], object], ...] = (
        lambda: build(corpus.index_dir, [], large, embedder=corpus.embedder),
        lambda: remove(corpus.index_dir, [inside[0][0]], large, embedder=corpus.embedder),
    )
    for change in changes:
        with pytest.raises(IndexDamaged, match=full.name):
            change()


def test_a_change_writes_no_other_segment_than_it_must(corpus: Corpus, small_segments: int) -> None:
    for number in range(12):
        sentences = " ".join(
            f"Harbour {number} reopens for ship {ship}." for ship in range(small_segments // 60)
        )
        corpus.write(f"{number}.txt", f"Remarks by Minister Ada Brook\n\n{sentences}\n")
    corpus.build()
    first = current(corpus.index_dir)
    assert len(segments(first.texts)) > 3
    corpus.remove("7")
    second = current(corpus.index_dir)
    shared = [path for path in second.texts.iterdir() if path.samefile(first.texts / path.name)]
    assert len(shared) == len(segments(first.texts)) - 1
    assert b"Harbour 7 reopens" in all_bytes(first)
    assert b"Harbour 7 reopens" not in all_bytes(second)
    assert "7" not in corpus.statements()
    corpus.add(corpus.sources / "7.txt")
    third = current(corpus.index_dir)
    assert len(segments(third.texts)) == len(segments(first.texts))
    assert "7" in corpus.statements()
