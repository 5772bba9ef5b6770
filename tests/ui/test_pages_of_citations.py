"""A quotation from a PDF tells the page on which it begins."""

from __future__ import annotations

from dataclasses import replace

from index.chunker import Chunker
from index.settings import ChunkerSettings
from index.statement import Role
from rag.generators.extractive import cite
from rag.selection import Quotation
from tests.index.statements import statement
from tests.ui.samples import ANSWER, CITATION
from tests.ui.terminal import Terminal
from ui.rendering.answer import render_answer

SAID = statement([("Anna Bergström", Role.PRINCIPAL, "We met. We agreed on nine harbours.")])


def test_the_page_comes_from_the_borders_in_the_statement() -> None:
    (passage,) = Chunker(ChunkerSettings()).chunk(SAID)
    start = SAID.text.index("We agreed")
    quotation = Quotation(passage, ((start, passage.end),))
    assert cite(1, quotation, SAID).page is None
    assert cite(1, quotation, replace(SAID, pages=(0, start))).page == 2
    assert cite(1, quotation, replace(SAID, pages=(0, start + 1))).page == 1
    assert cite(1, quotation, replace(SAID, pages=(0, 0, start, len(SAID.text)))).page == 3


def test_the_page_is_shown(terminal: Terminal) -> None:
    second = replace(CITATION, n=2, page=8)
    paged = replace(ANSWER, citations=(replace(CITATION, page=7), second))
    printed = " ".join(terminal(*render_answer(paged)).split())
    assert "page 7; bergstrom:0001" in printed
    assert "in the same statement; page 8; bergstrom:0001" in printed
    assert "page" not in terminal(*render_answer(ANSWER))
