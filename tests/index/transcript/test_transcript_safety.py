"""Layouts in which the words of others were once a principal's."""

from __future__ import annotations

import pytest

from index.statement import Role
from index.transcript.parse import parse

PRINCIPAL, QUESTIONER, MODERATOR = Role.PRINCIPAL, Role.QUESTIONER, Role.MODERATOR
AUDIENCE, UNKNOWN = Role.AUDIENCE, Role.UNKNOWN


def heard(*paragraphs: str) -> list[tuple[Role, str | None]]:
    """Return role and speaker of each turn."""
    return [(turn.role, turn.speaker) for turn in parse("\n\n".join(paragraphs), "x.txt").turns]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Medienkonferenz vom 19. März 2023", "Ada Berg: Wir haben entschieden.", "Ada Berg: Es gilt."),
        (
            "Audition de M. Luc Ferrand, ministre des ports, Paris, le 13 mars 2024",
            "M. le président Jean Vial. Monsieur le ministre, bienvenue.",
            "M. Luc Ferrand, ministre. Le port est ouvert.",
            "Mme Ida Morel (LFI). Monsieur le ministre, quand viendra la loi ?",
        ),
        ("Joint statements by two presidents", "President Kalju: Welcome.", "President Rozit: Thank you."),
        ("Statement by Minister Havik, 4 April 2023", "[Minister Havik]\nWe joined.", "[Reuters]\nAnd now?"),
        ("President Ukhna answers questions of Montar", "– Mr. President, why is it so?", "– It must be."),
        ("Lin Dewei Meets the Press", "Lin Dewei: Good morning.", "China Weekly: How was last year?"),
    ],
)
def test_a_text_whose_labels_cannot_be_read_is_nobodys(paragraphs: tuple[str, ...]) -> None:
    assert heard(*paragraphs) == [(UNKNOWN, None)]


def test_what_follows_the_call_for_questions_is_nobodys_where_nothing_has_a_label() -> None:
    turns = heard(
        "PRESS CONFERENCE\nAda Berg, President of the Bank,\nBoston, 25 January 2024",
        "Good afternoon, I welcome you. The rates stay as they are, since prices have fallen.",
        "We are now ready to take your questions.",
        "Will they be cut in April? And my second question is on wages.",
        "We are watching the costs very carefully, because they are one of the risks.",
    )
    assert turns == [(PRINCIPAL, "Ada Berg"), (UNKNOWN, None)]


def test_a_named_stranger_beside_the_press_is_no_principal() -> None:
    turns = heard(
        "Media Chat with President Ibrahim Gwada, Abuja, December 23, 2024",
        "Reuben Abat (Arise TV): Do you regret it?",
        "Gwada: I have no regrets.",
        "Maupe Ogun: Over sixty people died for bags of rice. That is a shame for us all.",
        "Gwada: It is very sad.",
    )
    assert [role for role, _ in turns] == [QUESTIONER, PRINCIPAL, UNKNOWN, PRINCIPAL]


def test_a_chair_presides_a_delegate_listens_and_a_press_officer_leads() -> None:
    turns = heard(
        "Press Conference of Prime Minister Aram Hovsep, Yerevan, March 5, 2025",
        "The PRESS OFFICER: The Prime Minister has the floor.",
        "Question: What about the treaty?",
        "Prime Minister: We have agreed on it.",
        "Chair: Let us take one more question, please.",
        "Delegate: I come from Gyumri and I wish to know about the railway.",
        "Prime Minister: It will operate.",
    )
    assert turns == [
        (MODERATOR, None),
        (QUESTIONER, None),
        (PRINCIPAL, "Aram Hovsep"),
        (MODERATOR, None),
        (AUDIENCE, None),
        (PRINCIPAL, "Aram Hovsep"),
    ]


def test_an_office_of_its_own_and_a_first_deputy_speak() -> None:
    turns = heard(
        "Press conference of Mayor Eric Adam and the Registrar, Mr. Paul Gaut, 26 January 2024",
        "Mayor Eric Adam: Crime is down.",
        "First Deputy Mayor Sheena Wren: Yesterday we opened two more centers.",
        "Question: Are the measures binding?",
        "The REGISTRAR: Orders have binding effect.",
        "Mayor Adam: We follow the rules.",
    )
    assert [speaker for _, speaker in turns] == ["Eric Adam", "Sheena Wren", None, "Paul Gaut", "Eric Adam"]


def test_an_outlet_alone_on_its_line_and_numbered_letters_ask() -> None:
    outlets = ("Press conference with Minister Lyu Dapeng, Beijing, 14 April 2025",)
    asked = "Lyu Dapeng:\nTrade was up.\n\nCCTV:\nHow will tariffs act?\n\nLyu Dapeng:\nThere is pressure."
    assert heard(*outlets, asked)[1] == (QUESTIONER, "CCTV")
    numbered = (
        "Q: Is it so?\n\nA: Yes.\n\n(Q1) Until when?\n\n(A1) We have not decided.\n\nQ: And the budget?"
    )
    assert [role for role, _ in heard(*outlets, numbered)] == [
        QUESTIONER, PRINCIPAL, QUESTIONER, PRINCIPAL, QUESTIONER,
    ]  # fmt: skip


def test_a_question_to_one_of_two_ministers_is_no_ministers() -> None:
    turns = heard(
        "Pressekonferenz von Außenministerin Karla Brandt und Außenminister Nicu Rusu, Berlin, 21.06.2023",
        "Außenministerin Brandt: Herzlich willkommen.",
        "Außenminister Rusu: Danke, Karla.",
        "Frage an Außenminister Rusu: Fürchten Sie Russland?",
        "Außenminister Rusu: Wir haben keine Angst.",
    )
    assert [role for role, _ in turns] == [PRINCIPAL, PRINCIPAL, QUESTIONER, PRINCIPAL]


def test_a_chair_in_office_answers_and_a_spokesman_without_a_name_leads() -> None:
    turns = heard(
        "Press conference by the Chair-in-Office, Minister for Foreign Affairs, Mr. Ivan Borg, 7 May 2024",
        "Sprecher: Guten Tag, wir beginnen mit dem Minister.",
        "Mr. BORG (Chair-in-Office): We have kept it alive.",
        "Frage: Is there an agreement?",
        "Mr. BORG: We are working on it.",
        "Sprecher: Vielen Dank.",
    )
    assert [role for role, _ in turns] == [MODERATOR, PRINCIPAL, QUESTIONER, PRINCIPAL, MODERATOR]
