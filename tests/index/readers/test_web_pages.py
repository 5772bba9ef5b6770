"""HTML: main text without menus, and what the page states."""

from __future__ import annotations

import json
from datetime import date

import pytest

from index.errors import DamagedFile, EmptyFile
from index.readers.document import Document
from index.readers.html import HtmlReader
from index.settings import ReaderSettings

BODY = """
<nav><ul><li><a href="/">Home page</a></li><li><a href="/news">News room</a></li></ul></nav>
<div class="cookie-banner">This site uses cookies. Accept all.</div>
<main><article><h1>Press conference by Minister Lavrov</h1>
<p><b>Question:</b> Will the treaty be signed?</p>
<p><b>Sergey Lavrov:</b> The fisheries treaty will be signed in May.<br>We have agreed on
twelve projects, of <a href="/five">which five</a> are new, and on the days of the next round.</p>
<script>var hidden = "words";</script><p style="x">Thank you.</p></article></main>
<aside><h3>Related materials</h3><ul><li><a href="/x">Another speech of the minister</a></li></ul></aside>
<footer>Copyright MFA 2013. <a href="/privacy">Privacy</a></footer>"""


def read(head: str = "", body: str = BODY, page: str = '<html lang="en-GB">') -> Document:
    data = f"<!DOCTYPE html>{page}<head><title>Site | MFA</title>{head}</head><body>{body}</body></html>"
    return HtmlReader().read(data.encode(), "page.html", ReaderSettings())


def json_ld(values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(values)}</script>'


def test_main_text_without_menus() -> None:
    assert read().text.split("\n") == [
        "Press conference by Minister Lavrov",
        "Question: Will the treaty be signed?",
        "Sergey Lavrov: The fisheries treaty will be signed in May.",
        "We have agreed on twelve projects, of which five are new, and on the days of the next round.",
        "Thank you.",
    ]


def test_meta_tags() -> None:
    stated = read(
        '<meta property="og:title" content="On the treaty">'
        '<meta property="article:published_time" content="2013-09-13T08:00:00+04:00">'
        '<link rel="canonical" href="https://mfa.example/44"><meta name="author" content="Web Editor">'
    ).metadata
    assert (stated.title, stated.published, stated.source_url) == (
        "On the treaty",
        date(2013, 9, 13),
        "https://mfa.example/44",
    )
    assert (stated.date, stated.speaker, stated.language) == (None, None, "en")


def test_json_ld_goes_before_meta_tags() -> None:
    article = {"@type": ["NewsArticle"], "headline": "The treaty", "datePublished": "2013-09-12"}
    graph = {"@graph": [{"@type": "Organization", "headline": "MFA"}, {**article, "url": "https://a.b/c"}]}
    stated = read(json_ld(graph) + '<meta property="og:title" content="MFA site">').metadata
    assert (stated.title, stated.published, stated.source_url) == (
        "The treaty",
        date(2013, 9, 12),
        "https://a.b/c",
    )


@pytest.mark.parametrize(
    "broken",
    [
        '<script type="application/ld+json">{"@type": "Article", </script>',
        json_ld(
            {
                "@type": "Article",
                "headline": ["no", "text"],
                "datePublished": 2013,
                "url": {"@id": "javascript:x"},
            }
        ),
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<meta property="og:title"><meta content="x"><link rel="canonical">',
        '<meta property="article:published_time" content="soon">',
    ],
)
def test_broken_metadata_states_nothing(broken: str) -> None:
    stated = read(broken).metadata
    assert (stated.title, stated.published, stated.source_url) == (None, None, None)


def test_a_page_of_a_single_sentence() -> None:
    assert read(body="<div>The treaty was <i>signed</i>.</div>").text == "The treaty was signed."


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_the_declared_encoding(encoding: str) -> None:
    text = "<p>Министр ответил на вопросы.</p>"
    data = f'<html><head><meta charset="{encoding}"></head><body>{text}</body></html>'.encode(encoding)
    assert HtmlReader().read(data, "page.html", ReaderSettings()).text == "Министр ответил на вопросы."


def test_a_wrong_declaration_does_not_spoil_the_words() -> None:
    data = '<meta charset="no-such"><p>In Genève and in Zürich.</p>'.encode()
    assert HtmlReader().read(data, "page.html", ReaderSettings()).text == "In Genève and in Zürich."


def test_nothing_is_passed_over_in_silence() -> None:
    with pytest.raises(DamagedFile, match=r"page.html is nested too deep"):
        read(body="<div>" * 20_000 + "hidden words" + "</div>" * 20_000)


def test_a_page_without_words() -> None:
    with pytest.raises(EmptyFile, match=r"page.html holds no words"):
        read(body='<script>words</script><img src="scan.png">')


def test_entities_do_not_multiply() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<!DOCTYPE html [<!ENTITY e0 "ha">{lines}]><html><body><p>Words. &e9;</p></body></html>'
    assert len(HtmlReader().read(page.encode(), "page.xhtml", ReaderSettings()).text) < 2000
