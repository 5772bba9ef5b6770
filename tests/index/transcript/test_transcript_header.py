from __future__ import annotations

from datetime import date

import pytest

from index.transcript.header import read_header
from index.transcript.kinds import kind_of
from index.transcript.language import language_of
from index.transcript.lines import split_lines
from index.transcript.titles import title_from_file_name

SPEECH = "\n\nLadies and gentlemen, we met on 1 May 1999 in Oslo and we will meet again."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Speech by X and his answers during the press conference", "press conference"),
        ("Foreign Minister's answers to media questions", "press conference"),
        ("The President's News Conference", "press conference"),
        ("Daily press briefing", "briefing"),
        ("First debate", "debate"),
        ("Interview given to Radio One", "interview"),
        ("Town hall with the Mayor", "town hall"),
        ("Message on the Declaration of War", "message"),
        ("Proclamation on the Speech of Ministers", "proclamation"),
        ("First inaugural address", "address"),
        ("Fireside chat 27", "speech"),
        ("Remarks at a school", "remarks"),
        ("Letter to a friend", "letter"),
        ("Peoria, Illinois", None),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("1789-04-30-first-inaugural-address.txt", "First inaugural address"),
        ("speeches/1961-04-27-president-and-press-speech-0.txt", "President and press speech"),
        ("2020-08-08-press-conference-executive-orders", "Press conference executive orders"),
        ("20130912_remarks_on_trade.md", "Remarks on trade"),
        ("000_8de327bb625e098c.txt", "We begin here"),
        ("", "We begin here"),
    ],
)
def test_titles_from_file_names(file_name: str, title: str) -> None:
    assert title_from_file_name(file_name, "We begin here") == title


def test_the_date_of_a_title_beats_the_file_name_and_prose() -> None:
    lines = split_lines(f"Remarks by Jane Doe, Astana, 12 September 2013{SPEECH}")
    assert read_header(lines, "2001-01-01-x.txt").date == date(2013, 9, 12)


def test_the_file_name_gives_a_date_and_prose_never_does() -> None:
    lines = split_lines(f"Remarks by Jane Doe on trade{SPEECH}")
    assert read_header(lines, "2001-02-03-x.txt").date == date(2001, 2, 3)
    assert read_header(lines, "x.txt").date is None
    assert read_header(lines, "x.txt").place is None


def test_the_first_line_names_the_president() -> None:
    header = read_header(split_lines("President: John F. Kennedy\n\nGood evening."), "1960-09-26-debate.txt")
    assert header.principal is not None
    assert (header.principal.name, header.principal.office) == ("John F. Kennedy", "president")
    assert (header.title, header.kind, header.body) == ("Debate", "debate", 1)


@pytest.mark.parametrize("place", ["Geneva", "Geneva, Switzerland"])
@pytest.mark.parametrize(
    ("office", "read"),
    [("Director-General", "director-general"), ("Department Spokesperson", "spokesperson")],
)
def test_a_byline_below_date_and_place(place: str, office: str, read: str) -> None:
    below = f"2 June 2025\n{place}\n\nNalini Varma, {office}"
    lines = split_lines(
        f"Statement to the Council of the Seed Organization\n\n{below}\n\nMadam President,{SPEECH}"
    )
    header = read_header(lines, "x.txt")
    assert header.principal is not None
    assert (header.principal.name, header.principal.office) == ("Nalini Varma", read)
    assert (header.place, lines[header.body].text) == ("Geneva", "Madam President,")


def test_lines_of_speech_are_no_fields() -> None:
    header = read_header(
        split_lines("Speaker: Thank you all! Are we ready?\nDate: a fruit.\nWe go."), "x.txt"
    )
    assert header.principal is None
    assert header.date is None
    assert header.body == 0


@pytest.mark.parametrize(
    "title",
    [
        "Department of State, Daily Press Briefing, 9 May 1994. Briefer: Dana Marlow, Spokesman. Boston.",
        "Farrokh Khan, Prime Minister of Persia: Reception of Correspondents on the Loan, Tehran, 9 May 1994",
    ],
)
def test_a_title_may_look_like_a_label_or_a_sentence(title: str) -> None:
    header = read_header(split_lines(f"{title}\n\nMR. MARLOW: Good afternoon."), "x.txt")
    assert (header.title, header.date) == (title, date(1994, 5, 9))


def test_a_first_sentence_with_a_date_is_no_title() -> None:
    opening = "I gave my last speech in this hall on 9 May 1994."
    assert read_header(split_lines(f"{opening}\n\nMuch has changed."), "x.txt").date is None


def test_a_salutation_is_no_title() -> None:
    header = read_header(split_lines("Ladies and Gentlemen,\n\nWe met."), "remarks-on-trade.txt")
    assert (header.title, header.body) == ("Remarks on trade", 0)


def test_source_from_the_footer() -> None:
    lines = split_lines("Statement\n\nWe met, see https://a.example/b.\n\nSource: https://x.example/y.html.")
    assert read_header(lines, "x.txt").source_url == "https://x.example/y.html"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We are here to speak of the peace that is to come and of the war that we have left. " * 3, "en"),
        ("Nous sommes ici pour la paix et pour les peuples qui sont dans la guerre. " * 4, "fr"),
        ("Wir sind nicht hier, um den Krieg zu loben, und das ist auch für die Welt gut. " * 4, "de"),
        ("Мы говорим о том, что это не так, и по существу вопроса мы за мир и за закон. " * 4, "ru"),
        ("Le roi.", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language_of(text) == code
