"""A disk that is full, and a folder that cannot be written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.build import build
from index.disk import free, writing_to
from index.errors import DiskFull, IndexNotWritable
from index.opened import open_index
from tests.index.corpus_folder import Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS, HashingEmbedder


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Give a small file system of its own, in memory."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let root mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(corpus: Corpus, statements: int) -> None:
    for number in range(statements):
        words = " ".join(f"Harbour number {number} reopens for ship {ship}." for ship in range(60))
        corpus.write(f"{number}.txt", f"Remarks by Minister Ada Brook\n\n{words}\n")


def test_a_full_disk_is_named_and_leaves_the_index_as_it_was(corpus: Corpus, tmp_path: Path) -> None:
    """The disk grows step by step, so that it is full at another moment, in another store, each time."""
    with mounted(tmp_path / "disk", "size=350k") as disk:
        corpus.index_dir = disk / "index"
        corpus.build()
        before = corpus.statements()
        fill(corpus, 120)
        failures = 0
        for kilobytes in range(350, 3000, 40):
            subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(disk)], check=True)
            try:
                corpus.build()
                break
            except DiskFull as error:
                failures += 1
                complaint = str(error)
            assert "make room" in complaint
            assert corpus.statements() == before
        assert failures > 5
        assert len(corpus.statements()) == 122


def test_a_full_disk_at_the_first_build_leaves_nothing_to_be_opened(corpus: Corpus, tmp_path: Path) -> None:
    fill(corpus, 120)
    with mounted(tmp_path / "disk", "size=200k") as disk:
        corpus.index_dir = disk / "index"
        with pytest.raises(DiskFull):
            corpus.build()
        assert not (corpus.index_dir / "CURRENT").exists()
        subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
        corpus.build()
        assert len(corpus.statements()) == 122


def test_a_folder_that_cannot_be_written_is_named_and_can_be_read(corpus: Corpus, tmp_path: Path) -> None:
    corpus.build()
    with mounted(tmp_path / "disk", "size=20m") as disk:
        shutil.copytree(corpus.index_dir, disk / "index")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with open_index(disk / "index", HASHING_SETTINGS) as index:
            index.verify()
            assert index.words.search("treaty", 3)
        corpus.write("summit.txt", "Remarks by Minister Ada Brook\n\nThe summit is in May.\n")
        with pytest.raises(IndexNotWritable, match="permissions"):
            build(disk / "index", [], HASHING_SETTINGS, embedder=HashingEmbedder())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(corpus: Corpus) -> None:
    corpus.build()
    corpus.write("summit.txt", "Remarks by Minister Ada Brook\n\nThe summit is in May.\n")
    generations = corpus.index_dir / "generations"
    generations.chmod(0o500)
    try:
        with pytest.raises(IndexNotWritable, match="permissions"):
            corpus.build()
    finally:
        generations.chmod(0o700)


@pytest.mark.parametrize(
    "complaint",
    [OSError(28, "No space left on device"), RuntimeError("write error: No space left on device")],
)
def test_complaints_of_no_room_have_one_name(tmp_path: Path, complaint: Exception) -> None:
    with pytest.raises(DiskFull, match=str(tmp_path)), writing_to(tmp_path):
        raise complaint


def test_other_errors_keep_theirs(tmp_path: Path) -> None:
    elsewhere = PermissionError(13, "Permission denied", "/elsewhere/file")
    with pytest.raises(PermissionError), writing_to(tmp_path):
        raise elsewhere
    with pytest.raises(ValueError, match="another"), writing_to(tmp_path):
        raise ValueError("another")


def test_free_room_is_known_before_a_folder_is_there(tmp_path: Path) -> None:
    assert free(tmp_path / "not" / "yet") > 0
