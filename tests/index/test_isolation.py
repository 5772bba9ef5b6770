"""The process that reads what libraries, or the parser, could be led astray by."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing

import pytest

from index.errors import DamagedFile, ReadError, ReadingStopped
from index.ingest import RawDocument
from index.isolation import Isolation
from index.settings import IndexSettings, ReaderSettings
from tests.index.readers.writers import html, pdf

SLOW = b"<p>a word <b><i>" * 300_000


def limited(**limits: float) -> closing[Isolation]:
    return closing(Isolation(IndexSettings(reader=ReaderSettings.model_validate(limits))))


def read(isolation: Isolation, data: bytes, name: str) -> str:
    return isolation.ingest(RawDocument(data, name, f"/{name}", "statement")).statement.text


def test_files_are_read_one_after_the_other_in_one_process() -> None:
    with limited() as isolation:
        assert read(isolation, html(["One."]), "a.html") == "One."
        first = isolation._process
        assert read(isolation, pdf(["Two."]), "b.pdf") == "Two."
        assert read(isolation, b"Three.", "c.txt") == "Three."
        with pytest.raises(ReadError, match=r"c\.pdf"):
            read(isolation, b"no pdf", "c.pdf")
        assert isolation._process is first
    assert first is not None
    assert first.returncode is not None


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    started = time.perf_counter()
    with limited(max_seconds=3) as isolation:
        assert read(isolation, html(["Warm."]), "a.html") == "Warm."
        with pytest.raises(ReadingStopped, match=r"slow.html takes more than 3 seconds .* max_seconds"):
            read(isolation, SLOW, "slow.html")
        assert read(isolation, html(["Next."]), "b.html") == "Next."
    assert time.perf_counter() - started < 60


def test_the_parser_and_the_chunker_are_under_the_same_limit() -> None:
    words = b"Why, and when, would anybody read a text of this length? Nobody knows."
    with limited(max_seconds=2) as isolation:
        assert read(isolation, b"Warm.", "a.txt") == "Warm."
        with pytest.raises(ReadingStopped, match=r"long.txt takes more than 2 seconds"):
            read(isolation, b"Ann Lee: I say\n" * 250_000, "long.txt")
        assert read(isolation, words, "b.txt") == words.decode()


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux bounds the memory of a process")
def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    with limited(max_memory=2**28) as isolation:
        with pytest.raises((ReadingStopped, DamagedFile), match=r"wide.html"):
            read(isolation, b"<p>a word</p>" * 300_000, "wide.html")
        assert read(isolation, html(["Next."]), "b.html") == "Next."


def test_a_crash_is_reported_and_the_next_file_is_read() -> None:
    with limited() as isolation:
        assert read(isolation, html(["One."]), "a.html") == "One."
        assert isolation._process is not None
        os.kill(isolation._process.pid, signal.SIGKILL)
        isolation._process.wait()
        with pytest.raises(DamagedFile, match=r"b.html makes the process that reads it crash"):
            read(isolation, html(["Two."]), "b.html")
        assert read(isolation, html(["Three."]), "c.html") == "Three."


def test_nothing_is_started_for_nothing() -> None:
    with limited() as isolation:
        pass
    assert isolation._process is None
