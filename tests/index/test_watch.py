"""An index that follows its sources."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from index.build_report import BuildReport
from index.errors import OnRecordError, SourceNotFound
from index.lock import build_lock
from index.settings import WatchSettings
from index.watch import watch
from tests.index.corpus_folder import SUMMIT, Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS

SETTINGS = HASHING_SETTINGS.model_copy(update={"watch": WatchSettings(quiet_seconds=0.5)})
PATIENCE = 60  # seconds


@contextmanager
def watching(corpus: Corpus) -> Iterator[tuple[Queue[BuildReport], Queue[OnRecordError]]]:
    """Watch in a thread; what it reports and complains of comes through the queues."""
    reports: Queue[BuildReport] = Queue()
    complaints: Queue[OnRecordError] = Queue()
    stop = Event()
    thread = Thread(
        target=watch,
        args=(corpus.index_dir, [corpus.sources], SETTINGS, reports.put, complaints.put),
        kwargs={"embedder": corpus.embedder, "stop": stop},
    )
    thread.start()
    try:
        yield reports, complaints
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_changes_are_followed_and_files_being_written_waited_for(corpus: Corpus) -> None:
    with watching(corpus) as (reports, complaints):
        assert reports.get(timeout=PATIENCE).counts.statements == 2
        path = corpus.write("summit.txt", SUMMIT)
        for word in ("one", "two", "three", "four", "five", "six"):
            time.sleep(0.2)
            with path.open("a") as file:
                file.write(f"This is sentence number {word}.\n")
        assert reports.get(timeout=PATIENCE).changes.added == ("summit",)
        assert any("number six" in passage.text for passage in corpus.passages())
        path.unlink()
        assert reports.get(timeout=PATIENCE).changes.removed == ("summit",)
        assert reports.empty()
        assert complaints.empty()


def test_a_busy_index_is_tried_again(corpus: Corpus) -> None:
    with watching(corpus) as (reports, _):
        reports.get(timeout=PATIENCE)
        with build_lock(corpus.index_dir):
            corpus.write("summit.txt", SUMMIT)
            time.sleep(1.2)
        assert reports.get(timeout=PATIENCE).changes.added == ("summit",)


def test_a_failure_is_complained_of_and_the_next_change_mends_it(corpus: Corpus) -> None:
    with watching(corpus) as (reports, complaints):
        reports.get(timeout=PATIENCE)
        texts = {path: path.read_bytes() for path in corpus.sources.rglob("*.*")}
        for path in texts:
            path.write_bytes(b"\0")
        assert isinstance(complaints.get(timeout=PATIENCE), SourceNotFound)
        for path, text in texts.items():
            path.write_bytes(text + b"Once more.\n")
        assert len(reports.get(timeout=PATIENCE).changes.changed) == 2


def test_without_sources_there_is_nothing_to_watch(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        watch(tmp_path / "index", [], SETTINGS, print, print)
