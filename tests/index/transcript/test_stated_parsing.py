"""Parsing with what is stated: it beats what is found, and turns are taken as they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.metadata import Metadata, StatedTurn
from index.statement import Role
from index.transcript.chrome import strip_chrome, strip_chrome_around
from index.transcript.parse import parse
from index.transcript.transcript import Transcript

TEXT = """Remarks by Spokeswoman Maria Zakharova, Moscow, 1 May 2012

The harbour will open again in the autumn, and ships will return to it."""

DAY = date(2013, 9, 12)
LABELS = st.none() | st.text(min_size=1, max_size=40).map(" ".join)
TURNS = st.tuples(LABELS, st.none() | st.sampled_from(Role), st.text(min_size=1))
LINES = st.sampled_from(["Print", "", "  ", "Home > News", "We met and agreed.", "y" * 200])


def spoken(*turns: tuple[str | None, Role | None, str], stated: Metadata | None = None) -> Transcript:
    """Parse turns as the reader of JSON hands them over."""
    text, placed = "", []
    for label, role, words in turns:
        text += ("\n\n" if text else "") + (f"{label}: " if label else "")
        placed.append(StatedTurn(label, role, len(text), len(text) + len(words)))
        text += words
    return parse(text, "a.json", stated=stated or Metadata(), turns=placed)


def test_stated_beats_found() -> None:
    found = parse(TEXT, "2011-01-01.txt")
    assert found.date == date(2012, 5, 1)
    stated = parse(
        TEXT,
        "2011-01-01.txt",
        stated=Metadata(
            "On ships", date(2013, 9, 12), "Sergey Lavrov", "Astana", "speech", "https://a.b/c", "fr"
        ),
    )
    assert (stated.title, stated.date, stated.place, stated.kind) == ("On ships", DAY, "Astana", "speech")
    assert (stated.source_url, stated.language) == ("https://a.b/c", "fr")
    assert [turn.speaker for turn in stated.turns] == ["Sergey Lavrov"]
    assert stated.text == found.text


def test_the_day_of_publication_is_the_date_where_there_is_no_other() -> None:
    published = Metadata(published=date(2012, 5, 3))
    assert parse(TEXT, "a.txt", stated=published).date == date(2012, 5, 1)
    assert parse("The harbour will open again.", "a.txt", stated=published).date == date(2012, 5, 3)


def test_stated_roles_are_kept_and_the_others_weighed() -> None:
    parsed = spoken(
        ("Question", None, "Will the treaty be signed?"),
        ("Sergey Lavrov", None, "The treaty will be signed in May, and ships will sail again."),
        ("Ivan Petrov", Role.MODERATOR, "The last question, please."),
        (None, None, "Nobody knows who says this."),
        stated=Metadata(kind="press conference", speaker="Sergey Lavrov"),
    )
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [
        (None, Role.QUESTIONER),
        ("Sergey Lavrov", Role.PRINCIPAL),
        ("Ivan Petrov", Role.MODERATOR),
        (None, Role.UNKNOWN),
    ]


@pytest.mark.parametrize(
    ("label", "name"),
    [("Lavrov", "Sergey Lavrov"), ("S. Lavrov", "S. Lavrov"), ("lavrov@mid", "lavrov@mid"), ("???", "???")],
)
def test_names_are_kept_or_completed(label: str, name: str) -> None:
    parsed = spoken(
        ("Sergey Lavrov", None, "The treaty will be signed."),
        (label, None, "And ships will sail."),
        stated=Metadata(speaker="Sergey Lavrov"),
    )
    assert parsed.turns[1].speaker == name


def test_stated_turns_keep_the_whole_text() -> None:
    parsed = spoken(("Print", None, "Share this page"), ("Home", None, "Back to top"))
    assert parsed.text == "Print: Share this page\n\nHome: Back to top"


@given(st.lists(TURNS, min_size=1, max_size=8))
def test_any_stated_turns_are_taken_as_they_are(turns: list[tuple[str | None, Role | None, str]]) -> None:
    parsed = spoken(*turns)
    assert [parsed.text[turn.start : turn.end] for turn in parsed.turns] == [words for _, _, words in turns]
    assert all(turn.role is role for turn, (_, role, _) in zip(parsed.turns, turns, strict=True) if role)


@given(st.lists(LINES, max_size=40), st.data())
def test_pages_move_with_the_text_when_chrome_goes(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    marks = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    stripped, moved = strip_chrome_around(text, marks)
    assert stripped == strip_chrome(text)
    assert list(moved) == sorted(moved)
    assert len(moved) == len(marks)
    for mark, now in zip(marks, moved, strict=True):
        rest = text[mark:].split("\n")[0]
        if rest.strip() and rest.startswith(("We met", "yyy")):
            assert stripped[now:].startswith(rest.rstrip())


def test_a_stated_title_tells_as_much_as_one_in_the_text() -> None:
    title = "Press conference by Foreign Minister Ann Lee, Oslo, 3 May 2019"
    text = "Will it be signed, Minister?\n\nIt will be signed in May."
    parsed = parse(text, "x.html", stated=Metadata(title=title, published=DAY))
    assert (parsed.kind, parsed.date, parsed.place) == ("press conference", date(2019, 5, 3), "Oslo")
    assert {turn.role for turn in parsed.turns} == {Role.UNKNOWN}


def test_speakers_that_a_machine_told_apart_are_nobody() -> None:
    parsed = spoken(("SPEAKER_00", None, "Will it sail?"), ("SPEAKER_01", None, "It will sail in June."))
    assert {(turn.speaker, turn.role) for turn in parsed.turns} == {(None, Role.UNKNOWN)}
