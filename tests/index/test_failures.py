"""A file that could not be read is read again when something changed, and reported each time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.build import add, build
from index.build_report import BuildProgress, BuildReport
from index.settings import IndexSettings, ReaderSettings
from tests.index.corpus_folder import SUMMIT, TREATY, Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS

SHORT = HASHING_SETTINGS.model_copy(update={"reader": ReaderSettings(max_characters=len(TREATY))})


@dataclass
class Builds:
    """Builds of one corpus, each with the number of files that it read."""

    corpus: Corpus
    read: int = 0

    def index(self, *, force: bool = False, settings: IndexSettings = SHORT) -> BuildReport:
        folder = [self.corpus.sources]
        return build(
            self.corpus.index_dir,
            folder,
            settings,
            embedder=self.corpus.embedder,
            force=force,
            progress=self.count,
        )

    def add(self, *paths: Path) -> BuildReport:
        return add(self.corpus.index_dir, paths, SHORT, embedder=self.corpus.embedder, progress=self.count)

    def count(self, progress: BuildProgress) -> None:
        self.read = progress.files_total


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    corpus = Corpus(tmp_path)
    corpus.write("treaty.txt", TREATY)
    corpus.write("long.txt", SUMMIT * 9)
    corpus.write("report.pdf", b"%PDF-1.7 and no more")
    builds = Builds(corpus)
    assert len(builds.index().changes.failed) == 2
    assert builds.read == 3
    return builds


def names(report: BuildReport) -> list[str]:
    return [Path(failure.path).name for failure in report.changes.failed]


def test_an_unchanged_failure_is_reported_and_not_read_again(builds: Builds) -> None:
    for _ in range(2):
        os.utime(builds.corpus.sources / "report.pdf")  # touched, not changed
        report = builds.index()
        assert names(report) == ["long.txt", "report.pdf"]
        assert "max_characters" in report.changes.failed[0].reason
        assert (builds.read, report.generation, report.changes.unchanged) == (0, None, 1)


def test_a_changed_file_is_tried_again_and_no_other(builds: Builds) -> None:
    builds.corpus.write("long.txt", SUMMIT)
    report = builds.index()
    assert (builds.read, report.changes.added, names(report)) == (1, ("long",), ["report.pdf"])


def test_other_limits_try_all_failures_once(builds: Builds) -> None:
    report = builds.index(settings=HASHING_SETTINGS)
    assert (builds.read, report.changes.added, names(report)) == (2, ("long",), ["report.pdf"])
    assert names(builds.index(settings=HASHING_SETTINGS)) == ["report.pdf"]
    assert builds.read == 0


def test_other_limits_that_help_nothing_are_remembered_too(builds: Builds) -> None:
    (builds.corpus.sources / "long.txt").unlink()
    builds.index()
    for expected in (1, 0):
        assert names(builds.index(settings=HASHING_SETTINGS)) == ["report.pdf"]
        assert builds.read == expected


def test_what_is_asked_for_is_tried_again(builds: Builds) -> None:
    assert names(builds.add(builds.corpus.sources / "report.pdf")) == ["report.pdf"]
    assert builds.read == 1
    builds.index(force=True)
    assert builds.read == 3


def test_other_limits_of_an_addition_do_not_vouch_for_the_rest(builds: Builds) -> None:
    other = builds.corpus.write("summit.txt", SUMMIT)
    add(builds.corpus.index_dir, [other], HASHING_SETTINGS, embedder=builds.corpus.embedder)
    assert builds.index(settings=HASHING_SETTINGS).changes.added == ("long",)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nobody is refused a file here")
def test_a_file_that_could_not_be_opened_is_tried_every_time(builds: Builds) -> None:
    path = builds.corpus.write("summit.txt", SUMMIT)
    path.chmod(0)
    assert names(builds.index()) == ["long.txt", "report.pdf", "summit.txt"]
    path.chmod(0o600)  # which changes neither the bytes nor their time
    assert builds.index().changes.added == ("summit",)
