"""Publication: what readers see, before, during and after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import IndexBusy, IndexDamaged, IndexNotFound, ReadError
from index.generation import Generation, building, current, publish
from index.lock import build_lock


def publish_one(index_dir: Path, content: str) -> Generation:
    with building(index_dir) as built:
        built.content.write_text(content)
        return publish(index_dir, built)


def names(index_dir: Path) -> list[str]:
    return sorted(path.name for path in (index_dir / "generations").iterdir())


def test_there_is_nothing_at_first(tmp_path: Path) -> None:
    with pytest.raises(IndexNotFound, match="onrecord index PATHS"):
        current(tmp_path)


def test_publication_replaces_what_readers_open_and_keeps_two(tmp_path: Path) -> None:
    for number in range(1, 5):
        publish_one(tmp_path, f"state {number}")
        assert current(tmp_path).content.read_text() == f"state {number}"
        assert (tmp_path / "CURRENT").read_text() == f"{number:06d}\n"
    assert names(tmp_path) == ["000003", "000004"]


def test_an_error_leaves_the_old_generation_and_nothing_else(tmp_path: Path) -> None:
    publish_one(tmp_path, "old")

    def fail_half_way() -> None:
        with building(tmp_path) as built:
            built.content.write_text("new")
            raise ReadError

    with pytest.raises(ReadError):
        fail_half_way()
    assert current(tmp_path).content.read_text() == "old"
    assert names(tmp_path) == ["000001"]


def test_leftovers_of_dead_builds_are_removed(tmp_path: Path) -> None:
    publish_one(tmp_path, "old")
    for name in (".building-12345", "000002"):  # killed while building, and just before publication
        (tmp_path / "generations" / name).mkdir()
    published = publish_one(tmp_path, "new")
    assert published.folder.name == "000002"
    assert names(tmp_path) == ["000001", "000002"]
    assert current(tmp_path).content.read_text() == "new"


@pytest.mark.parametrize("pointer", ["000007", "", "../elsewhere", "\xff"])
def test_a_pointer_to_nothing_is_damage(tmp_path: Path, pointer: str) -> None:
    publish_one(tmp_path, "old")
    (tmp_path / "CURRENT").write_bytes(pointer.encode("latin-1"))
    with pytest.raises(IndexDamaged, match="--force"):
        current(tmp_path)


def test_one_build_at_a_time(tmp_path: Path) -> None:
    index_dir = tmp_path / "new" / "index"
    with build_lock(index_dir), pytest.raises(IndexBusy, match="wait"), build_lock(index_dir):
        pass
    with build_lock(index_dir):
        pass
