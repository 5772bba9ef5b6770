"""Conventions of ministries' sites: labels, forms, and who stands beside the principal."""

from __future__ import annotations

from datetime import date

import pytest

from index.statement import Role
from index.transcript.parse import parse
from index.transcript.transcript import Transcript

PRESS = "Press conference of Minister Jane Roe, Oslo, 3 May 2016\n\n"
INTERVIEW = "# Interview with Minister Jane Roe\n\n"


def turns(parsed: Transcript) -> list[tuple[str | None, Role, str]]:
    return [(turn.speaker, turn.role, parsed.text[turn.start : turn.end]) for turn in parsed.turns]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q - Why?", "R - Because."),
        ("P.- ¿Por qué?", "R.- Because."),
        ("Frage Wagner: Why?", "Roe: Because."),
        ("Zusatzfrage: Why?", "Roe: Because."),
        ("QUESTION – Why?", "JANE ROE – Because."),
        ("(Reporter: Ms. Abe, NHK) Why?", "(Minister) Because."),
    ],
)
def test_labels_of_question_and_answer(question: str, answer: str) -> None:
    parsed = parse(f"{PRESS}{question}\n\n{answer}\n\n{question}\n\n{answer}", "press.txt")
    assert [role for _, role, _ in turns(parsed)] == [Role.QUESTIONER, Role.PRINCIPAL] * 2
    assert {name for name, role, _ in turns(parsed) if role is Role.PRINCIPAL} == {"Jane Roe"}
    assert all("Because" not in words for _, role, words in turns(parsed) if role is Role.QUESTIONER)


def test_parliaments_label_by_name_office_and_dash() -> None:
    text = (
        "Fisheries (debate)\n\nPresident. – The next item is the debate on fish.\n\n"
        "Jane Roe, Member of the Commission. – Madam President, there is fish.\n\n"
        "Ann Lee, on behalf of the PPE Group. – There was.\n\n"
        "Jane Roe, Member of the Commission. – There will be.\n\nPresident. – The debate is closed."
    )
    names = [name for name, _, _ in turns(parse(text, "fish.txt"))]
    assert names[1:4] == ["Jane Roe", "Ann Lee", "Jane Roe"]
    assert turns(parse(text, "fish.txt"))[0][1] is Role.MODERATOR


@pytest.mark.parametrize(
    "lost",
    [
        "The Paper: Is it so?",
        "Česká televize: Is it so?",
        "Siddhant: Is it so?",
        "Cabinet Public Affairs Secretary: Is it so?",
        "Is it so?",
    ],
)
def test_words_between_two_labels_of_one_speaker_are_not_his(lost: str) -> None:
    parsed = parse(
        f"{PRESS}Question: Why?\n\nJane Roe: Because.\n\n{lost}\n\nJane Roe: It is.\n\nQuestion: When?",
        "press.txt",
    )
    assert "so?" not in "".join(words for _, role, words in turns(parsed) if role is Role.PRINCIPAL)
    assert [words for _, role, words in turns(parsed) if role is Role.PRINCIPAL] == ["Because.", "It is."]


def test_bold_paragraphs_of_an_interview_are_its_questions() -> None:
    parsed = parse(f"{INTERVIEW}**Why?**\n\nBecause.\n\nOf rain.\n\n**And then?**\n\nSun.", "interview.md")
    assert [(role, words.strip("*")) for _, role, words in turns(parsed)] == [
        (Role.QUESTIONER, "Why?"),
        (Role.PRINCIPAL, "Because.\n\nOf rain."),
        (Role.QUESTIONER, "And then?"),
        (Role.PRINCIPAL, "Sun."),
    ]


def test_bold_headings_of_a_speech_are_no_questions() -> None:
    parsed = parse(
        "# Speech by Minister Jane Roe\n\n**Why now?**\n\nI say.\n\n**Who pays?**\n\nWe do.", "s.md"
    )
    assert all(role is not Role.QUESTIONER for _, role, _ in turns(parsed))


@pytest.mark.parametrize(
    "text",
    [
        "Press release on Minister Jane Roe's telephone call\n\nJane Roe spoke with US Minister Ann Lee.",
        "Readout of President Roe’s Call\n\nThe President spoke by phone about the valley.",
    ],
)
def test_what_is_told_of_somebody_is_not_in_his_words(text: str) -> None:
    assert [name for name, _, _ in turns(parse(text, "release.txt"))] == [None]


def test_a_letterhead_is_no_title_and_a_form_below_it_is_read() -> None:
    parsed = parse(
        "The White House\nOffice of the Press Secretary\nFor Immediate Release\nApril 24, 2014\n\n"
        "Remarks by President Jane Roe in Joint Press Conference\n\nAkasaka Palace\nTokyo, Japan\n\n"
        "12:05 P.M. JST\n\nPRESIDENT ROE:  Thank you.\n\nQ    Why?\n\nPRESIDENT ROE:  Because.",
        "x.txt",
    )
    assert parsed.title == "Remarks by President Jane Roe in Joint Press Conference"
    assert (parsed.kind, parsed.date, parsed.place) == ("press conference", date(2014, 4, 24), "Tokyo")
    assert turns(parsed)[0] == ("Jane Roe", Role.PRINCIPAL, "Thank you.")


def test_the_number_of_a_document_is_no_date_of_another_century() -> None:
    assert parse("Comment on fish\n\n1180-09-06-2011\n\nIt swims.", "x.txt").date == date(2011, 6, 9)


def test_a_spokesperson_beside_the_principal_moderates() -> None:
    parsed = parse(
        "Press conference by Secretary General Jane Roe\n\n"
        "ANN LEE (NATO Spokesperson): We'll go to questions.\n\n"
        "JANE ROE (NATO Secretary General): Good morning to all of you.\n\nANN LEE: First row, please.\n\n"
        "QUESTION: Why?\n\nJANE ROE: Because.",
        "x.txt",
    )
    assert {role for name, role, _ in turns(parsed) if name == "Ann Lee"} == {Role.MODERATOR}
