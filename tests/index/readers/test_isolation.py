"""The process that reads what libraries could be led astray by."""

from __future__ import annotations

import os
import signal
import time

import pytest

from index.errors import DamagedFile, ReadError, ReadingStopped
from index.readers.isolation import Isolation
from index.settings import ReaderSettings
from tests.index.readers.writers import html, pdf

SLOW = b"<p>a word <b><i>" * 300_000


def test_files_are_read_one_after_the_other_in_one_process() -> None:
    isolation = Isolation(ReaderSettings())
    try:
        assert isolation.read(html(["One."]), "a.html").text == "One."
        first = isolation._process
        assert isolation.read(pdf(["Two."]), "b.pdf").text == "Two."
        with pytest.raises(ReadError, match=r"c\.pdf"):
            isolation.read(b"no pdf", "c.pdf")
        assert isolation._process is first
    finally:
        isolation.close()
    assert first is not None
    assert first.returncode is not None


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    isolation = Isolation(ReaderSettings(max_seconds=3))
    started = time.perf_counter()
    try:
        assert isolation.read(html(["Warm."]), "a.html").text == "Warm."
        with pytest.raises(ReadingStopped, match=r"slow.html takes more than 3 seconds .* max_seconds"):
            isolation.read(SLOW, "slow.html")
        assert isolation.read(html(["Next."]), "b.html").text == "Next."
    finally:
        isolation.close()
    assert time.perf_counter() - started < 60


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux bounds the memory of a process")
def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    isolation = Isolation(ReaderSettings(max_memory=2**28))
    try:
        with pytest.raises((ReadingStopped, DamagedFile), match=r"wide.html"):
            isolation.read(b"<p>a word</p>" * 300_000, "wide.html")
        assert isolation.read(html(["Next."]), "b.html").text == "Next."
    finally:
        isolation.close()


def test_a_crash_is_reported_and_the_next_file_is_read() -> None:
    isolation = Isolation(ReaderSettings())
    try:
        assert isolation.read(html(["One."]), "a.html").text == "One."
        assert isolation._process is not None
        os.kill(isolation._process.pid, signal.SIGKILL)
        isolation._process.wait()
        with pytest.raises(DamagedFile, match=r"b.html makes the library that reads it crash"):
            isolation.read(html(["Two."]), "b.html")
        assert isolation.read(html(["Three."]), "c.html").text == "Three."
    finally:
        isolation.close()


def test_nothing_is_started_for_nothing() -> None:
    isolation = Isolation(ReaderSettings())
    isolation.close()
    assert isolation._process is None
