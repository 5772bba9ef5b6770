"""PDF: pages, running heads, line ends, and what cannot be read."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader as Pdf
from pypdf import PdfWriter

from index.errors import DamagedFile, EncryptedFile, FileTooLarge, NoTextLayer
from index.readers.document import Document
from index.readers.paragraphs import rejoin
from index.readers.pdf import PdfReader
from index.readers.running_heads import without_running_heads
from index.settings import ReaderSettings
from tests.index.readers.writers import pdf

LONG = "We have agreed on twelve projects in the field of fisheries, and the treaty will be signed in May. "

PARAGRAPHS = ["Question: Will the treaty be signed?", f"Sergey Lavrov: {LONG * 6}".strip(), "Thank you."]


def read(data: bytes, settings: ReaderSettings | None = None) -> Document:
    return PdfReader().read(data, "talk.pdf", settings or ReaderSettings())


def with_blank_page(data: bytes) -> bytes:
    writer, stream = PdfWriter(), BytesIO()
    writer.append(Pdf(BytesIO(data)))
    writer.insert_blank_page(width=200, height=200, index=1)
    writer.write(stream)
    return stream.getvalue()


def test_each_page_begins_where_its_words_do() -> None:
    document = read(pdf(["The first page."], ["The second page."], ["The third page."]))
    lines = document.text.split("\n")
    assert lines == ["The first page.", "The second page.", "The third page."]
    assert [document.text[start:].split("\n")[0] for start in document.pages] == lines


def test_wrapped_lines_are_paragraphs_again() -> None:
    assert read(pdf(PARAGRAPHS)).text.split("\n") == PARAGRAPHS


def test_a_heading_stays_a_line_of_its_own() -> None:
    heading = ["Remarks by Spokeswoman Maria Zakharova, Moscow, 1 May 2012", "Official translation"]
    words = "The harbour will open again in the autumn, and ships will return to it."
    assert read(pdf([*heading, words])).text.split("\n") == [*heading, words]


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = read(pdf([(LONG * 60).strip()]))
    assert document.text == (LONG * 60).strip()
    assert len(document.pages) > 1


def test_running_heads_go_but_for_the_first() -> None:
    pages = [[f"On page {word} we speak of {word} things."] for word in ("one", "two", "three", "four")]
    document = read(pdf(*pages, head="Address to the Assembly", foot="Page {page} of 4"))
    assert document.text.count("Address to the Assembly") == 1
    assert document.text.startswith("Address to the Assembly")
    assert "Page" not in document.text.replace("On page", "")
    assert all(page[0] in document.text for page in pages)


def test_what_speakers_repeat_is_no_running_head() -> None:
    pages = [[f"Question: What about point {number}?", "We shall see."] for number in range(5)]
    assert [list(page) for page in pages] == without_running_heads(pages)


@pytest.mark.parametrize("number", ["12", "- 12 -", "Page 3", "3 of 10", "стр. 4"])
def test_page_numbers_go_even_from_few_pages(number: str) -> None:
    pages = [["We met.", number], [number, "We agreed."]]
    assert without_running_heads(pages) == [["We met."], ["We agreed."]]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the policy of inter-", "national trade"], "the policy of international trade"),
        (["this is a well-", "known fact"], "this is a well-known fact"),
        (["a vice-", "president of the council"], "a vice-president of the council"),
        (["Nagorno-", "Karabakh was spoken of"], "Nagorno-Karabakh was spoken of"),
        (["an e-mail and again an e-", "mail that came"], "an e-mail and again an e-mail that came"),
        (["the cooperation of co-", "operation"], "the cooperation of cooperation"),
        (["the words were these \u2013", "and we mean them"], "the words were these \u2013 and we mean them"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], text: str) -> None:
    width = max(map(len, lines))
    wide = ["x" * width] * 30  # sets the usual width of the document
    joined, _ = rejoin([[*wide, "", lines[0].ljust(1), *lines[1:]]])
    assert joined.split("\n\n")[-1].replace("\n", " ") == text


def test_hyphenation_over_the_page() -> None:
    text, pages = rejoin([["y" * 30, "the policy of this inter-"], ["national body of ours is old"]])
    assert "this international body" in text
    assert text[pages[1] :].startswith("national body")


def test_pages_without_words_are_reported() -> None:
    document = read(with_blank_page(pdf(["The first page."], ["The last page."])))
    assert document.text == "The first page.\nThe last page."
    assert document.notes == (
        "Of 3 pages, page 2 holds no words: if there are pictures of words, run a text recognition (OCR).",
    )
    assert [document.text[start:][:8] for start in document.pages] == ["The firs", "The last", "The last"]


def test_a_scan_is_reported() -> None:
    with pytest.raises(NoTextLayer, match=r"talk.pdf holds pictures of pages .* \(OCR\)"):
        read(pdf([""], [""]))


def test_a_password_is_reported() -> None:
    with pytest.raises(EncryptedFile, match=r"talk.pdf is locked with a password"):
        read(pdf(["Secret words."], password="sesame"))  # noqa: S106


def test_locked_against_changes_alone_is_read() -> None:
    writer, stream = PdfWriter(), BytesIO()
    writer.append(Pdf(BytesIO(pdf(["Public words."]))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(stream)
    assert read(stream.getvalue()).text == "Public words."


def test_too_many_pages() -> None:
    data = pdf(*([["A page."]] * 3))
    assert len(read(data, ReaderSettings(max_pages=3)).pages) == 3
    with pytest.raises(FileTooLarge, match=r"talk.pdf has 3 pages: .* max_pages"):
        read(data, ReaderSettings(max_pages=2))


def test_an_unknown_filter() -> None:
    with pytest.raises(DamagedFile, match=r"talk.pdf is damaged on page 1 \(Unsupported filter"):
        read(pdf(["Words."]).replace(b"/FlateDecode", b"/\0lateDecode"))


def test_no_pdf() -> None:
    with pytest.raises(DamagedFile, match=r"talk.pdf is no whole PDF"):
        read(b"%PDF-1.7\n" + b"1 0 obj <<" * 1000)
