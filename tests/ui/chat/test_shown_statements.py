"""Excerpts, the reader's stretches, the table and its plots, without a browser."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.statement import Role, Statement, Turn
from ui.chat.excerpt import excerpt
from ui.chat.inputs import Browsed
from ui.chat.listing import Listed, Listing, ordered, selected
from ui.chat.plots import HEIGHT, WIDTH, bars, periods
from ui.chat.reader import reader_html

TEXT = "Title\n\nQuestion: Why now?\n\nLavrov: First words. The cited words. Last words.\n\nNext paragraph."


def statement(text: str = TEXT) -> Statement:
    turns = (
        Turn(None, Role.QUESTIONER, text.index("Why"), text.index("?") + 1),
        Turn("Sergey Lavrov", Role.PRINCIPAL, text.index("First"), len(text)),
    )
    return Statement("s", "Title", "speech", None, None, "s.txt", None, "en", text, turns, "0" * 64)


def test_an_excerpt_stays_with_the_speaker_and_the_paragraph() -> None:
    start = TEXT.index("The cited")
    shown = excerpt(statement(), start, start + len("The cited words."))
    assert (shown.before, shown.words, shown.after) == ("First words. ", "The cited words.", " Last words.")


def test_a_long_neighbourhood_is_cut_at_a_word() -> None:
    text = TEXT.replace("First words.", "First " + "word " * 90)
    start = text.index("The cited")
    shown = excerpt(statement(text), start, start + 16)
    assert shown.before.startswith("… word ")
    assert len(shown.before) < 170


@given(st.integers(-5, 120), st.integers(-5, 120))
def test_the_reader_marks_what_there_is_and_shows_every_word(start: int, end: int) -> None:
    shown = reader_html(statement(), start, end, None)
    possible = 0 <= start < end <= len(TEXT) and TEXT[start:end]
    assert ("<mark" in shown) == bool(possible)
    assert "Why now?" in shown.replace("</mark>", "").replace("</span>", "") or possible


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "http://[", "x"])
def test_only_web_addresses_become_links(url: str) -> None:
    one = statement()
    hostile = Statement(
        one.id, one.title, one.kind, None, None, "s.txt", url, "en", one.text, one.turns, one.sha256
    )
    assert "As published" not in reader_html(hostile, None, None, None)


ROWS = [
    Listed("a", "Beta", "speech", date(2019, 5, 1), ("Ann Ash",), 300),
    Listed("b", "alpha", "briefing", date(2018, 5, 1), ("Bob Birch", "Ann Ash"), 900),
    Listed("c", "Gamma", "speech", None, (), 10),
]


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("-date", "abc"),
        ("date", "cba"),
        ("title", "bac"),
        ("-length", "bac"),
        ("speakers", "cab"),
        ("kind", "bca"),
        ("match", "abc"),
    ],
)
def test_the_table_is_ordered(sort: str, ids: str) -> None:
    assert "".join(row.id for row in ordered(ROWS, Browsed(sort=sort), None)) == ids


def test_matches_come_in_their_own_order() -> None:
    assert [row.id for row in ordered(ROWS, Browsed(sort="match"), {"c": 0, "a": 0, "b": 0})] == [
        "c",
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Browsed(kind="speech"), "ac"),
        (Browsed(speaker="Ann Ash"), "ab"),
        (Browsed(first_year=2019), "a"),
        (Browsed(last_year=2018), "b"),
        (Browsed(first_year=2018, last_year=2019, kind="speech"), "a"),
    ],
)
def test_the_table_is_filtered(wanted: Browsed, ids: str) -> None:
    assert "".join(row.id for row in selected(ROWS, wanted, None)) == ids


def test_a_listing_counts() -> None:
    listing = Listing(tuple(ROWS), {}, {}, {})
    assert selected(listing.statements, Browsed(), {"b": 0}) == [ROWS[1]]


@given(st.dictionaries(st.integers(1, 9999), st.integers(1, 500), min_size=1))
def test_bars_hold_every_statement_and_stay_inside(years: dict[int, int]) -> None:
    shown = periods(years)
    assert sum(period.statements for period in shown) == sum(years.values())
    assert len({period.last - period.first for period in shown}) == 1
    for bar in bars(shown):
        assert 0 <= bar.y <= HEIGHT
        assert bar.y + bar.height == pytest.approx(HEIGHT, abs=0.05)
        assert bar.x + bar.width <= WIDTH + 1
