"""Archives, manifests and office documents on their way through a build."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from index.build import build
from index.build_report import BuildReport
from index.errors import SourceNotFound
from index.settings import ReaderSettings
from index.statement import Role, Statement
from tests.index.corpus_folder import HARBOUR, SUMMIT, TREATY, Corpus
from tests.index.hashing_embedder import HASHING_SETTINGS
from tests.index.readers.writers import docx, html, pdf, zipped


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def statements(corpus: Corpus) -> dict[str, Statement]:
    with corpus.open() as index:
        return {name: index.content.statement(name) for name in index.catalogue.statement_ids()}


def failures(report: BuildReport) -> dict[str, str]:
    return {failure.path.partition("/sources/")[2]: failure.reason for failure in report.changes.failed}


def rows(*values: Mapping[str, object]) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def test_an_archive_is_a_folder(corpus: Corpus) -> None:
    inner = zipped({"summit.md": SUMMIT})
    corpus.write(
        "talks.zip",
        zipped({"2013/treaty.txt": TREATY, "more.zip": inner, "README.md": "About.", "x.exe": "?"}),
    )
    report = corpus.build()
    assert report.changes.added == ("talks-2013-treaty", "talks-more-summit")
    assert list(failures(report)) == ["talks.zip/x.exe"]
    assert [path.partition("/sources/")[2] for path in report.changes.skipped] == ["talks.zip/README.md"]
    assert statements(corpus)["talks-more-summit"].source.endswith("/sources/talks.zip/more.zip/summit.md")
    assert corpus.build().generation is None


def test_what_changes_in_an_archive_is_all_that_is_read_again(corpus: Corpus) -> None:
    corpus.write("talks.zip", zipped({"treaty.txt": TREATY, "harbour.txt": HARBOUR}))
    corpus.build()
    corpus.write("talks.zip", zipped({"treaty.txt": TREATY.replace("May", "June"), "summit.txt": SUMMIT}))
    report = corpus.build()
    assert report.changes.changed == ("talks-treaty",)
    assert report.changes.added == ("talks-summit",)
    assert report.changes.removed == ("talks-harbour",)


def test_archives_are_opened_down_to_a_depth(corpus: Corpus) -> None:
    data = zipped({"treaty.txt": TREATY})
    for _ in range(3):
        data = zipped({"deeper.zip": data})
    corpus.write("talks.zip", data)
    corpus.write("harbour.txt", HARBOUR)
    ((path, reason),) = failures(corpus.build()).items()
    assert path == "talks.zip/deeper.zip/deeper.zip"
    assert "too deep" in reason


def test_a_manifest_beats_what_is_parsed(corpus: Corpus) -> None:
    corpus.write("talks/treaty.txt", TREATY)
    corpus.write("talks/scan.pdf", pdf(["We have agreed on the harbour.", "It will open in the autumn."]))
    corpus.write(
        "talks/about.jsonl",
        rows(
            {
                "file": "treaty.txt",
                "title": "On fish",
                "date": "2013-09-12",
                "kind": "Briefing",
                "url": "https://a.b/c",
                "place": "Astana",
            },
            {
                "file": "scan.pdf",
                "speaker": "Maria Zakharova",
                "date": "2014-05-01",
                "title": "On the harbour",
            },
            {"file": "gone.txt", "title": "Nothing"},
        ),
    )
    report = corpus.build()
    assert report.changes.added == ("talks-scan", "talks-treaty")
    assert "not among the sources" in failures(report)["talks/about.jsonl/row-3"]
    found = statements(corpus)
    treaty, scan = found["talks-treaty"], found["talks-scan"]
    assert (treaty.title, treaty.date, treaty.kind) == ("On fish", date(2013, 9, 12), "briefing")
    assert (treaty.place, treaty.source_url) == ("Astana", "https://a.b/c")
    assert (scan.title, scan.date, scan.pages) == ("On the harbour", date(2014, 5, 1), (0,))
    assert {(turn.speaker, turn.role) for turn in scan.turns} == {("Maria Zakharova", Role.PRINCIPAL)}


def test_a_changed_manifest_is_noticed_and_its_files_keep_their_ids(corpus: Corpus) -> None:
    corpus.write("harbour.txt", HARBOUR)
    corpus.write("treaty.txt", TREATY)
    corpus.write("about.csv", "file,date\nharbour.txt,2013-01-01\n")
    corpus.build()
    corpus.write("about.csv", "file,date\nharbour.txt,2014-02-02\n")
    report = corpus.build()
    assert (report.changes.changed, report.changes.added) == (("harbour",), ())
    assert statements(corpus)["harbour"].date == date(2014, 2, 2)
    (corpus.sources / "about.csv").unlink()
    assert corpus.build().changes.changed == ("harbour",)


def test_rows_with_text_are_statements(corpus: Corpus) -> None:
    first = {"id": "lavrov/12", "title": "In Astana", "date": "2013-09-12", "text": TREATY}
    turns = [
        {"speaker": "Journalist", "text": "Will it open?"},
        {"speaker": "Maria Zakharova", "text": "It will."},
    ]
    corpus.write(
        "all.jsonl", rows(first, {"title": "Harbour", "speaker": "Maria Zakharova", "turns": turns}, {"x": 1})
    )
    report = corpus.build()
    assert report.changes.added == ("all-lavrov-12", "all-row-2")
    assert "neither turns nor text" in failures(report)["all.jsonl/row-3.json"]
    harbour = statements(corpus)["all-row-2"]
    assert [(turn.speaker, turn.role) for turn in harbour.turns] == [
        (None, Role.QUESTIONER),
        ("Maria Zakharova", Role.PRINCIPAL),
    ]
    corpus.write("all.jsonl", rows({"title": "New", "text": HARBOUR}, first))
    assert corpus.build().changes.added == ("all-row-1",)


def test_one_text_in_several_formats_is_kept_once(corpus: Corpus) -> None:
    words = "The harbour will open again in the autumn, and ships will return to it."
    for name, data in (("a.txt", words.encode()), ("b.docx", docx([words])), ("c.html", html([words]))):
        corpus.write(name, data)
    corpus.write("d.zip", zipped({"e.pdf": pdf([words])}))
    report = corpus.build()
    assert report.changes.added == ("a",)
    assert [(Path(copy.path).name, copy.statement_id) for copy in report.changes.duplicates] == [
        ("b.docx", "a"),
        ("c.html", "a"),
        ("e.pdf", "a"),
    ]


def test_passages_keep_their_pages(corpus: Corpus) -> None:
    corpus.write("talk.pdf", pdf(["The first page is of fish."], ["The second is of ships."]))
    corpus.build()
    (statement,) = statements(corpus).values()
    assert statement.page_of(statement.text.index("fish")) == 1
    assert statement.page_of(statement.text.index("ships")) == 2


def test_pages_without_words_are_reported_once(corpus: Corpus) -> None:
    corpus.write("talk.pdf", pdf(["The first page is of fish."], [""]))
    (note,) = corpus.build().changes.incomplete
    assert Path(note.path).name == "talk.pdf"
    assert "page 2 holds no words" in note.reason
    assert corpus.build().changes.incomplete == ()


@pytest.fixture
def strange(corpus: Corpus) -> Iterator[Corpus]:
    """A folder with what a careless or hostile hand may leave in it, and one statement."""
    corpus.write("treaty.txt", TREATY)
    os.mkfifo(corpus.sources / "pipe.txt")
    (corpus.sources / "loop").symlink_to(corpus.sources)
    (corpus.sources / "round.txt").symlink_to(corpus.sources / "round.txt")
    (corpus.sources / "copy.txt").symlink_to(corpus.sources / "treaty.txt")
    (corpus.sources / "null.txt").symlink_to("/dev/zero")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(corpus.sources / "s.txt"))
    corpus.write("sheet.txt", zipped({"xl/workbook.xml": "<workbook/>"}))
    corpus.write("nul.txt", "words \0 words")
    corpus.write("bad.zip", b"PK\x05\x06 nothing")
    corpus.write("evil\u202etxt.exe", "words")
    corpus.write("long.txt", b"word " * 20_000_000)
    yield corpus
    listener.close()


def test_a_pipe_named_by_itself_is_told(strange: Corpus) -> None:
    with pytest.raises(SourceNotFound, match="a pipe, a device or a socket"):
        build(strange.index_dir, [strange.sources / "pipe.txt"], HASHING_SETTINGS, embedder=strange.embedder)


def test_the_strange_and_the_hostile_end_in_a_report(strange: Corpus) -> None:
    report = strange.build()
    assert report.changes.added == ("treaty",)
    assert sorted(failures(report)) == [
        "bad.zip",
        "evil\u202etxt.exe",
        "long.txt",
        "nul.txt",
        "pipe.txt",
        "s.txt",
        "sheet.txt",
    ]
    assert "is a pipe, a device or a socket" in failures(report)["pipe.txt"]
    skipped = sorted(Path(path).name for path in report.changes.skipped)
    assert skipped == ["copy.txt", "null.txt", "round.txt"]


def test_more_text_than_one_statement_can_be(corpus: Corpus) -> None:
    corpus.write("treaty.txt", TREATY)
    corpus.write("book.docx", docx(["The harbour will open again in the autumn."] * 50))
    settings = HASHING_SETTINGS.model_copy(update={"reader": ReaderSettings(max_characters=1000)})
    report = build(corpus.index_dir, [corpus.sources], settings, embedder=corpus.embedder)
    assert failures(report) == {
        "book.docx": "book.docx holds 2,149 characters of text: split it, "
        "or raise the reader's max_characters."
    }


def test_no_format_can_hold_up_a_build(corpus: Corpus) -> None:
    corpus.write("slow.html", b"<p>a word <b><i>" * 300_000)
    corpus.write("treaty.docx", docx(TREATY.split("\n")))
    settings = HASHING_SETTINGS.model_copy(update={"reader": ReaderSettings(max_seconds=2)})
    report = build(corpus.index_dir, [corpus.sources], settings, embedder=corpus.embedder)
    assert report.changes.added == ("treaty",)
    assert "takes more than 2 seconds" in failures(report)["slow.html"]
