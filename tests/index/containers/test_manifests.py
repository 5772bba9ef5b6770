"""JSON Lines, CSV and TSV: documents in rows, and what rows say about files."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.containers import CONTAINERS, Description, FileBlob, Member, Refused, contents
from index.errors import DamagedFile, InvalidMetadata, UnsafeFile
from index.readers import READERS
from index.settings import ReaderSettings

SETTINGS = ReaderSettings()
ROWS = [
    {"id": "astana-1", "title": "In Astana", "date": "2013-09-12", "text": 'We said: "44",\nand meant it.'},
    {"title": "In Genève", "speaker": "Sergey Lavrov", "text": "Thank you."},
]


def found(
    folder: Path, ending: str, data: bytes, settings: ReaderSettings = SETTINGS
) -> list[Member | Description | Refused]:
    path = folder / f"manifest{ending}"
    path.write_bytes(data)
    blob = FileBlob(path, len(data), path.stat().st_mtime_ns)
    return list(CONTAINERS[ending].members(blob, path.name, settings))


def lines(rows: list[dict[str, str]]) -> bytes:
    return "".join(json.dumps(row) + "\r\n" for row in rows).encode()


def table(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    cells = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    quoted = (delimiter.join('"{}"'.format(cell.replace('"', '""')) for cell in row) for row in cells)
    return "\ufeff".encode() + "\r\n".join(quoted).encode()


def tabs(rows: list[dict[str, str]]) -> bytes:
    return table(rows, "\t")


Writer = Callable[[list[dict[str, str]]], bytes]
FORMS: dict[str, Writer] = {".jsonl": lines, ".ndjson": lines, ".csv": table, ".tsv": tabs}
every_form = pytest.mark.parametrize("ending", sorted(FORMS))


def test_every_manifest_has_a_writer_here() -> None:
    assert {*FORMS, ".zip"} == set(CONTAINERS)


@every_form
def test_rows_are_documents(tmp_path: Path, ending: str) -> None:
    first, second = found(tmp_path, ending, FORMS[ending](ROWS))
    assert isinstance(first, Member)
    assert isinstance(second, Member)
    assert first.name == "astana-1.json"
    document = READERS[".json"].read(contents(first.blob, first.name, 10**6), first.name, SETTINGS)
    assert document.text == ROWS[0]["text"]
    assert (document.metadata.title, document.metadata.date) == ("In Astana", date(2013, 9, 12))
    other = READERS[".json"].read(contents(second.blob, second.name, 10**6), second.name, SETTINGS)
    assert (other.text, other.metadata.title, other.metadata.speaker) == (
        "Thank you.",
        "In Genève",
        "Sergey Lavrov",
    )


@every_form
def test_rows_about_files(tmp_path: Path, ending: str) -> None:
    row = {"file": "2013\\talk.pdf", "speaker": "Sergey Lavrov", "kind": "Interview", "url": "https://a.b/c"}
    (description,) = found(tmp_path, ending, FORMS[ending]([row]))
    assert isinstance(description, Description)
    assert description.target == "2013/talk.pdf"
    assert (description.metadata.speaker, description.metadata.kind) == ("Sergey Lavrov", "interview")


@every_form
@pytest.mark.parametrize("target", ["../talk.txt", "/etc/passwd", "a/../../b"])
def test_files_outside_are_refused(tmp_path: Path, ending: str, target: str) -> None:
    (refused,) = found(tmp_path, ending, FORMS[ending]([{"file": target}]))
    assert isinstance(refused, Refused)
    assert "leads out" in refused.reason


@every_form
def test_an_id_is_given_once(tmp_path: Path, ending: str) -> None:
    rows = [{"id": "same", "text": "One."}, {"id": "same", "text": "Two."}]
    first, second = found(tmp_path, ending, FORMS[ending](rows))
    assert isinstance(first, Member)
    assert isinstance(second, Refused)
    assert "the id 'same' of another row" in second.reason


@every_form
def test_a_wrong_date_is_named_with_its_row(tmp_path: Path, ending: str) -> None:
    (refused,) = found(tmp_path, ending, FORMS[ending]([{"file": "a.txt", "date": "sometime"}]))
    assert isinstance(refused, Refused)
    assert "date that is not understood: write it as 2013-09-12" in refused.reason


@every_form
def test_a_row_over_the_limit_ends_the_reading(tmp_path: Path, ending: str) -> None:
    data = FORMS[ending]([{"text": "Short."}, {"text": "w" * 5000}])
    with pytest.raises(UnsafeFile, match=f"manifest{ending} has "):
        found(tmp_path, ending, data, ReaderSettings(max_bytes=2000))


@pytest.mark.parametrize(
    "line", [b"{", b"[1]", b"7", b"\xff", b"[" * 100_000, b"1" * 5000, b'{"text": "\x00"}']
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: bytes) -> None:
    bad, good = found(tmp_path, ".jsonl", line + b"\n\n" + lines([{"text": "Good."}]))
    assert isinstance(bad, Refused)
    assert bad.reason.startswith("Row 1 ")
    assert isinstance(good, Member)
    assert good.name == "row-3.json"


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
def test_a_table_without_words_is_no_manifest(tmp_path: Path, ending: str) -> None:
    with pytest.raises(InvalidMetadata, match="no column named text or file"):
        found(tmp_path, ending, table([{"year": "2013", "gdp": "7"}]))


@pytest.mark.parametrize("data", [b"text\nGen\xe8ve", b"text\n\xff\xfe\0"])
def test_a_table_in_another_encoding_ends_in_a_report(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"manifest.csv is no table in UTF-8 from row 2 on"):
        found(tmp_path, ".csv", data)


def test_a_quotation_mark_that_is_never_closed_takes_in_the_rest(tmp_path: Path) -> None:
    (row,) = found(tmp_path, ".csv", b'text\n"never closed\nand more')
    assert isinstance(row, Member)
    assert json.loads(contents(row.blob, row.name, 100)) == {"text": "never closed\nand more"}


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    good, bad = found(tmp_path, ".csv", b"title,text\na,b\na,b,c\n")
    assert isinstance(good, Member)
    assert isinstance(bad, Refused)
    assert bad.reason == "Row 3 has more cells than there are columns: mend it."


def test_semicolons_after_a_byte_order_mark_are_read_too(tmp_path: Path) -> None:
    data = '\ufefftitle;date;text\nOn fish;2013-09-12;"Words, and; more."\n'.encode()
    (row,) = found(tmp_path, ".csv", data)
    assert isinstance(row, Member)
    assert json.loads(contents(row.blob, "row", 1000))["text"] == "Words, and; more."
