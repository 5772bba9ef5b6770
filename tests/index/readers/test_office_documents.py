"""DOCX, ODT and EPUB: what is in them beside plain paragraphs, and what is made to harm."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from index.errors import DamagedFile, EncryptedFile, FileTooLarge, ReadError, UnsafeFile
from index.readers import READERS
from index.settings import ReaderSettings
from tests.index.readers.writers import WRITERS, docx, epub, odt, zipped

SETTINGS = ReaderSettings()
OFFICE = pytest.mark.parametrize("ending", [".docx", ".epub", ".odt"])
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(ending: str, data: bytes, settings: ReaderSettings = SETTINGS) -> str:
    return READERS[ending].read(data, f"speech{ending}", settings).text


def changed(data: bytes, part: str, before: str, after: str) -> bytes:
    """The archive with words of one part replaced."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts[part].decode()
    assert before in content
    return zipped({**parts, part: content.replace(before, after, 1)})


def body(xml: str) -> bytes:
    """A Word document with this body."""
    return changed(docx(["HERE"]), "word/document.xml", "<w:p><w:r><w:t>HERE</w:t></w:r></w:p>", xml)


def test_docx_tables_are_read_row_by_row() -> None:
    from docx import Document

    document, stream = Document(), BytesIO()
    document.add_heading("Press conference")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Question:", "Will it?", "Lavrov:", "It will."], strict=True):
        cell.text = text
    document.add_paragraph("Thank you.")
    document.save(stream)
    lines = ["Press conference", "Question:", "Will it?", "Lavrov:", "It will.", "Thank you."]
    assert read(".docx", stream.getvalue()).split("\n") == lines


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:r><w:t> words</w:t></w:r>", "New words"),
        ("<w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "Kept"),
        ("<w:sdt><w:sdtContent><w:r><w:t>In a control</w:t></w:r></w:sdtContent></w:sdt>", "In a control"),
        ("<w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink>", "A link"),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "One\ntwo\tthree"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate</w:t></w:r>", "co-operate"),
    ],
)
def test_docx_text_is_what_a_reader_of_the_document_sees(xml: str, text: str) -> None:
    assert read(".docx", body(f"<w:p>{xml}</w:p>")) == text
    control = f"<w:sdt><w:sdtContent><w:p>{xml}</w:p></w:sdtContent></w:sdt>"
    assert read(".docx", body(control)) == text


def test_odt_spaces_notes_and_changes() -> None:
    data = changed(
        odt(["One HERE"]),
        "content.xml",
        "HERE",
        'two<text:s text:c="2"/>three<text:tab/>four<text:line-break/>five<text:note>a note</text:note> six',
    )
    assert read(".odt", data) == "One two  three\tfour\nfive six"


def test_epub_chapters_follow_the_spine() -> None:
    data = changed(
        epub(["First."]),
        "OEBPS/book.opf",
        "</manifest>",
        '<item id="c2" href="two%20b.xhtml" media-type="application/xhtml+xml"/></manifest>',
    )
    data = changed(data, "OEBPS/book.opf", "<spine>", '<spine><itemref idref="c2"/><itemref idref="gone"/>')
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped({**parts, "OEBPS/two b.xhtml": "<html><body><p>Before it.</p></body></html>"})
    document = READERS[".epub"].read(data, "book.epub", SETTINGS)
    assert document.text == "Before it.\n\nFirst."
    assert document.metadata.title == "Collected speeches"


@OFFICE
def test_entities_are_refused(ending: str) -> None:
    part = {".docx": "word/document.xml", ".epub": "OEBPS/book.opf", ".odt": "content.xml"}[ending]
    data = WRITERS[ending](["Words."])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = archive.read(part).decode().split("?>")[-1].lstrip()
    with pytest.raises(UnsafeFile, match=rf"speech{ending} defines entities of its own"):
        read(ending, changed(data, part, root, LAUGHS + root))


@OFFICE
def test_a_bomb_is_refused_before_it_is_unpacked(ending: str) -> None:
    with zipfile.ZipFile(BytesIO(WRITERS[ending](["Words."]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with pytest.raises(UnsafeFile, match=rf"speech{ending} is packed so as to exhaust"):
        read(ending, zipped({**parts, "more.xml": b" " * 20_000_000}))


@OFFICE
def test_a_part_over_the_limit_is_refused(ending: str) -> None:
    data = WRITERS[ending]([f"Number {number} is said." for number in range(3000)])
    with pytest.raises((UnsafeFile, FileTooLarge)):
        read(ending, data, ReaderSettings(max_bytes=15_000))


@OFFICE
def test_an_old_or_locked_office_file(ending: str) -> None:
    with pytest.raises(EncryptedFile, match=rf"speech{ending} is locked with a password, or older"):
        read(ending, b"\xd0\xcf\x11\xe0" + bytes(1000))


@OFFICE
def test_an_archive_of_something_else(ending: str) -> None:
    with pytest.raises(DamagedFile, match=rf"speech{ending}"):
        read(ending, zipped({"xl/workbook.xml": "<workbook/>"}))


@OFFICE
def test_deeply_nested_xml_ends_in_a_report(ending: str) -> None:
    part = {".docx": "word/document.xml", ".epub": "OEBPS/book.opf", ".odt": "content.xml"}[ending]
    with zipfile.ZipFile(BytesIO(WRITERS[ending](["Words."]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    deep = f"<a {WORD}>" + "<a>" * 50_000 + "</a>" * 50_001
    with pytest.raises(ReadError, match=rf"speech{ending}"):
        read(ending, zipped({**parts, part: deep}), ReaderSettings(max_expansion=10_000))
