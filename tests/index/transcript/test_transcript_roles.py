"""Role safety: no question in a principal's mouth, no principal without a sign."""

from __future__ import annotations

import pytest

from index.statement import Role
from index.transcript.parse import parse
from index.transcript.transcript import Transcript

HEAD = "President: Jane Roe\n\n"
ASKED = (
    "THE PRESIDENT. Good morning to all.\n\nQ. Mr. Ames here. Why?\n\nTHE PRESIDENT. Because it must be.\n\n"
)


def said(parsed: Transcript, role: Role) -> str:
    return "\n".join(parsed.text[turn.start : turn.end] for turn in parsed.turns if turn.role is role)


@pytest.mark.parametrize(
    "question",
    [
        "Madam President, will you go to Oslo?",
        "Q. Will you go to Oslo?",
        "Q    Will you go to Oslo?",
        "TRADE POLICY Q. Madam President, will you go to Oslo?",
        "FRANK CORMIER [Associated Press]. Will you go to Oslo?",
        "Frank Cormier, Associated Press: Will you go to Oslo?",
        "REPORTER: Will you go to Oslo?",
        "Frank Cormier: Madam President, will you go to Oslo?",
        "THE PRESIDENT. That is all. Q. Will you go to Oslo?",
    ],
)
def test_questions_that_lost_their_label(question: str) -> None:
    parsed = parse(f"{HEAD}{ASKED}{question}\n\nTHE PRESIDENT. I will.", "press-conference.txt")
    assert "Oslo" not in said(parsed, Role.PRINCIPAL)
    assert "I will." in said(parsed, Role.PRINCIPAL)


@pytest.mark.parametrize(
    "question",
    [
        "Will Smith: Will you go to Oslo?",
        "Question (BBC): Will you go to Oslo?",
        "Anna Vale, Radio One: Will you go to Oslo?",
        "Reuters: Will you go to Oslo?",
        "Mr Lavrov, will you go to Oslo?",
        "Question:\nWill you go to Oslo?",
    ],
)
def test_askers_of_every_sort_at_a_ministers(question: str) -> None:
    text = (
        "Press conference by Foreign Minister Sergey Lavrov, Geneva, 3 May 2019\n\n"
        "Question: Why?\n\nSergey Lavrov: Because it will be good.\n\n"
        f"Question: When?\n\nSergey Lavrov: Soon.\n\n{question}\n\nSergey Lavrov: I will."
    )
    parsed = parse(text, "x.txt")
    assert "Oslo" not in said(parsed, Role.PRINCIPAL)
    assert "I will." in said(parsed, Role.PRINCIPAL)


@pytest.mark.parametrize("asker", ["Question", "Anna Vale (BBC)", "Will Smith"])
def test_askers_of_every_sort_above_their_words(asker: str) -> None:
    text = (
        "Press conference by Foreign Minister Sergey Lavrov, Geneva, 3 May 2019\n\n"
        "Question:\n\nWhy?\n\nSergey Lavrov:\n\nBecause it will be good.\n\n"
        f"{asker}:\n\nWill you go to Oslo?\n\nSergey Lavrov:\n\nI will."
    )
    assert "Oslo" not in said(parse(text, "x.txt"), Role.PRINCIPAL)


def test_what_follows_a_hidden_question_is_unknown() -> None:
    parsed = parse(f"{HEAD}{ASKED}Mr. President, when?\n\nSoon, or so.\n\nQ. Sure?", "press-conference.txt")
    assert "Soon, or so." in said(parsed, Role.UNKNOWN)


def test_closing_thanks_are_not_the_presidents() -> None:
    parsed = parse(f"{HEAD}{ASKED}I go now.\n\nThank you, Mr. President.", "press-conference.txt")
    assert "Thank you" not in said(parsed, Role.PRINCIPAL)
    assert "I go now." in said(parsed, Role.PRINCIPAL)


def test_a_press_conference_without_labels_is_unknown_where_questions_stand_in_it() -> None:
    text = f"{HEAD}Good morning.\n\nMr. President, why?\n\nBecause it must be."
    assert said(parse(text, "press-conference.txt"), Role.PRINCIPAL) == ""


def test_a_statement_without_labels_is_the_principals() -> None:
    parsed = parse(f"{HEAD}Good morning.\n\nWhy do we ask? We ask because we must.", "statement.txt")
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [("Jane Roe", Role.PRINCIPAL)]


def test_a_journalist_named_in_a_press_conference_is_no_principal() -> None:
    parsed = parse(f"{HEAD}{ASKED}Ms. Thomas: Thank you, Madam President.", "press-conference.txt")
    assert parsed.turns[-1].speaker == "Ms. Thomas"
    assert parsed.turns[-1].role is Role.UNKNOWN


def test_an_interviewer_by_name_is_a_questioner() -> None:
    text = (
        f"{HEAD}MR. RATHER. Will there be peace?\n\nTHE PRESIDENT. There will be peace some day.\n\n"
        "MR. SCHERER. When?\n\nTHE PRESIDENT. Some day.\n\nMR. RATHER. Which?\n\nTHE PRESIDENT. A fine one."
    )
    parsed = parse(text, "1967-12-19-conversation-with-the-president.txt")
    assert {turn.speaker for turn in parsed.turns if turn.role is Role.QUESTIONER} == {
        "Mr. Rather",
        "Mr. Scherer",
    }


def test_a_called_out_name_gives_no_turn() -> None:
    text = f"{HEAD}{ASKED}Mr. Warren Wiggins. He is 42 years old.\n\nQ. So?\n\nTHE PRESIDENT. So he is."
    assert {turn.speaker for turn in parse(text, "press-conference.txt").turns} == {"Jane Roe", None}


def test_the_audience_interrupts_and_the_principal_goes_on() -> None:
    calls = "AUDIENCE: Four more years!\n\nThere is more to do.\n\nAUDIENCE: Yes!"
    parsed = parse(f"{HEAD}My friends, we are here.\n\n{calls}", "2004-09-03-remarks.txt")
    roles = [turn.role for turn in parsed.turns]
    assert roles == [Role.PRINCIPAL, Role.AUDIENCE, Role.PRINCIPAL, Role.AUDIENCE]


@pytest.mark.parametrize("note", ["(Laughter.)", "[Inaudible]", "(Applause.) [Laughter]"])
def test_a_turn_of_notes_alone_is_no_turn(note: str) -> None:
    parsed = parse(f"{HEAD}{ASKED}Q. {note}\n\nTHE PRESIDENT. I did not hear it.", "press-conference.txt")
    assert [turn.role for turn in parsed.turns].count(Role.QUESTIONER) == 1


def test_headings_and_footnotes_belong_to_nobody() -> None:
    last = "Q. And trade?\n\nTHE PRESIDENT. Free.\n\nNOTE: The President spoke at 3 p.m."
    parsed = parse(f"{HEAD}{ASKED}Trade Policy\n\n{last}", "press-conference.txt")
    assert "Trade Policy" not in said(parsed, Role.PRINCIPAL)
    assert "NOTE" not in said(parsed, Role.PRINCIPAL)


@pytest.mark.parametrize("mark", ["", "*", "**"])
@pytest.mark.parametrize(
    "title", ["Foreign Minister Ann Lee talks to the Post", "Minister Ann Lee on ferries"]
)
def test_questions_alone_before_their_answers_are_not_the_ministers(title: str, mark: str) -> None:
    pairs = [("Will the ferry sail again", "It will sail in June."), ("Who pays for it", "All of us do.")]
    body = "\n\n".join(f"{mark}{asked}?{mark}\n\n{said}" for asked, said in pairs)
    parsed = parse(f"{title}\n\n{body}", "x.txt")
    assert {turn.role for turn in parsed.turns} == {Role.UNKNOWN}


def test_a_speech_may_ask() -> None:
    text = "Speech by Minister Ann Lee\n\nWhy are we here?\n\n" + "We are here to launch a ferry.\n\n" * 9
    (turn,) = parse(text, "x.txt").turns
    assert turn.role is Role.PRINCIPAL


def test_a_question_from_the_floor_is_nobody_elses() -> None:
    text = "Foreign Minister Ann Lee answers questions\n\nAnn Lee: Good morning.\n\nQuestion: When?\n\n"
    text += "Ann Lee: In June.\n\nFrom the floor: Will you go to Oslo?\n\nAnn Lee: I will."
    assert "Oslo" in said(parse(text, "x.txt"), Role.QUESTIONER)


UNNAMED = "Statement by the Minister of Foreign Affairs of Jordan, Amman, 3 December 2015\n\n"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        (
            "Joint declaration, read by the Colombian minister, Santa Marta, 10 August 2010",
            "Ana Restrepo-Ayala",
        ),
        ("National statement by the Minister for Health of Oman, Doha, 7 December 2012", "Saleh al-Marzouqi"),
        ("Presentation by the Special Rapporteur on water, Geneva, 12 March 2012", "Roza Imanbekova-Lund"),
        ("Briefing by the spokesperson of the Ministry, Nairobi, 30 July 2015", "Isaac Kiprono Bett"),
    ],
)
def test_the_label_before_the_first_words_and_no_place_or_office_speaks(title: str, label: str) -> None:
    text = f"{title}\n\n{label}: The visit had eleven outcomes. What follows? I will answer two questions."
    parsed = parse(text, "x.txt")
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [(label, Role.PRINCIPAL)]


@pytest.mark.parametrize("place", ["New York", "Addis Ababa", "St. Petersburg", "Port Louis", "Mexico City"])
def test_a_place_between_the_office_and_the_date_is_nobody(place: str) -> None:
    parsed = parse(f"Remarks by the Foreign Minister, {place}, 24 May 2013\n\nI thank you all.", "x.txt")
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [(None, Role.PRINCIPAL)]
    assert parsed.place == place


@pytest.mark.parametrize("name", ["Erlan Idrisov", "Oliver North", "Kofi Annan"])
def test_a_person_between_the_office_and_the_date_speaks(name: str) -> None:
    parsed = parse(
        f"Remarks by the Foreign Minister, {name}, 24 May 2013\n\nDead Sea: Its level falls.", "x.txt"
    )
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [(name, Role.PRINCIPAL)]


@pytest.mark.parametrize("label", ["Samir Haddadine", "Dr. Samir Haddadine"])
def test_a_name_before_the_first_words_speaks_where_the_title_gives_an_office_alone(label: str) -> None:
    parsed = parse(f"{UNNAMED}{label}: Jordan was entrusted with the list.\n\nIt is long.", "x.txt")
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [("Samir Haddadine", Role.PRINCIPAL)]
    assert said(parsed, Role.PRINCIPAL) == "Jordan was entrusted with the list.\n\nIt is long."


@pytest.mark.parametrize(
    "opening",
    [
        "Regional security: Jordan was entrusted with the list, and security is regional.",
        "Jordan: we were entrusted with the list.",
        "Let me say: we were entrusted with the list.",
        "Climate Change: It is here.",
        "South Sudan: The situation is bad.",
        "Key Messages: We will act in time.",
        "Madam Chair: I thank you.",
        "Water Scarcity: Rivers dry up.\n\nDead Sea: Its level falls.",
    ],
)
def test_other_words_before_a_colon_are_no_speaker(opening: str) -> None:
    parsed = parse(UNNAMED + opening, "x.txt")
    assert said(parsed, Role.PRINCIPAL) == opening
    assert [turn.speaker for turn in parsed.turns] == [None]


def test_a_named_title_is_not_contradicted_by_what_stands_before_a_colon() -> None:
    head = "Statement by the Foreign Minister of Jordan, Samir Haddadine, Amman, 3 December 2015\n\n"
    parsed = parse(f"{head}Dead Sea: its water falls.", "x.txt")
    assert [turn.speaker for turn in parsed.turns] == ["Samir Haddadine"]


@pytest.mark.parametrize("answer", ["It was entrusted to us.", "Would you refuse? No. Who would?"])
def test_who_alone_has_a_name_answers(answer: str) -> None:
    parsed = parse(f"{UNNAMED}Question: Why Jordan?\n\nSamir Haddadine: {answer}", "x.txt")
    assert [(turn.speaker, turn.role) for turn in parsed.turns] == [
        (None, Role.QUESTIONER),
        ("Samir Haddadine", Role.PRINCIPAL),
    ]


def test_who_alone_has_a_name_does_not_answer_beside_a_named_principal() -> None:
    head = "Statement by the Foreign Minister of Jordan, Samir Haddadine, Amman, 3 December 2015\n\n"
    parsed = parse(f"{head}Question: Why Jordan?\n\nAnna Vale: He has left.", "x.txt")
    assert "He has left." not in said(parsed, Role.PRINCIPAL)


def test_who_alone_has_a_name_and_leads_does_not_answer() -> None:
    asked = "Question: Why Jordan?\n\nAnna Vale: One last question.\n\nQuestion: When?"
    parsed = parse(f"{UNNAMED}Anna Vale: Next question.\n\n{asked}", "x.txt")
    assert said(parsed, Role.PRINCIPAL) == ""


def test_who_is_labelled_as_asking_asks_whatever_his_rank() -> None:
    text = (
        "Answers of the Premier, Duncan Ilroy, to questions in the House, Wellington, 17 July 1895\n\n"
        "Duncan Ilroy: I take them together.\n\nCaptain Rudd (Question): What was paid for the land?\n\n"
        "Duncan Ilroy: Nothing.\n\nCaptain Rudd (Question): It was said that there was an offer.\n\n"
        "Duncan Ilroy: I have nothing to say about that."
    )
    assert "offer" in said(parse(text, "x.txt"), Role.QUESTIONER)


def test_the_outlet_of_an_interview_is_no_principal() -> None:
    text = (
        "Interview of the President of Brazil, Belisário Noronha, with the Jornal da Nação, 9 May 1908\n\n"
        "Jornal da Nação: The President received our editor in the library of the palace at eight in the"
        " morning. He spoke standing, beside a map on which the new railways were marked in red.\n\n"
        "Question: Which are they?\n\nBelisário Noronha: The line from Bauru.\n\n"
        "Question: And the rest?\n\nBelisário Noronha: They are branches."
    )
    assert said(parse(text, "x.txt"), Role.PRINCIPAL) == "The line from Bauru.\nThey are branches."
