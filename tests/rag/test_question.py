from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.question import analyse
from rag.terms import stems


@pytest.mark.parametrize(
    ("earlier", "now", "read"),
    [
        ("", "How many projects are there?", "How many projects are there?"),
        (
            "When did the talks in Geneva begin?",
            "And who led them?",
            "And who led them (talks Geneva begin)?",
        ),
        ("What did he say?", "And what then?", "And what then?"),
    ],
)
def test_a_follow_up_is_read_with_what_is_asked_now_in_front(earlier: str, now: str, read: str) -> None:
    assert analyse(now, earlier).read == read


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("What did Lavrov say about Syria?", ["Lavrov", "Syria"]),
        ("what did lavrov say about syria", ["lavrov", "syria"]),
        ("How many projects does the joint plan include?", ["projects", "joint", "plan", "include"]),
        ("What was agreed in Geneva in 2013?", ["agreed", "Geneva", "2013"]),
        ("What did Mr. Lavrov reply?", ["Lavrov"]),
        ("Did Eisenhower ever mention the U-2?", ["Eisenhower", "2"]),
        ("wht did lavrv say abot syria", ["wht", "lavrv", "abot", "syria"]),
        ("Что сказал Лавров о Сирии?", ["Что", "сказал", "Лавров", "Сирии"]),
        ("What did he say?", []),
        ("😀", []),
        ("?!...", []),
        ("", []),
        (" \n\t", []),
    ],
)
def test_terms_are_the_words_that_carry_content(question: str, terms: list[str]) -> None:
    assert [term.text for term in analyse(question).terms] == terms


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Lavrov say about the arsenal in Syria?", {"Lavrov", "Syria"}),
        ("Which 112 projects does NATO fund?", {"112", "NATO"}),
        ("NATO expands where?", {"NATO"}),
        ("Treaties signed with Iran?", {"Iran"}),
        ("what did lavrov say about syria", set()),
        ("Сказал ли Лавров о мире?", {"Лавров"}),
    ],
)
def test_names_are_told_by_capitals_and_digits(question: str, names: set[str]) -> None:
    assert {term.text for term in analyse(question).terms if term.name} == names


def test_terms_have_the_stems_of_the_lexical_index() -> None:
    assert [term.stem for term in analyse("Which inspections were agreed?").terms] == stems(
        "inspection agree"
    )
    assert stems("Café, naïve") == stems("cafe naive")


@pytest.mark.parametrize(
    ("question", "sayer"),
    [
        ("What did Lavrov say about Syria?", "Lavrov"),
        ("what did lavrov think of the plan", "lavrov"),
        ("What did Foreign Minister Sergey Lavrov say about Syria?", "Foreign Minister Sergey Lavrov"),
        ("What did Mr. Lavrov say?", "Mr. Lavrov"),
        ("What does John F. Kennedy say of Cuba?", "John F. Kennedy"),
        ("Did Eisenhower ever mention the U-2?", "Eisenhower"),
        ("What has Obama said about Iran?", "Obama"),
        ("What did the president promise the farmers?", "the president"),
        ("What did Lavrov say when a journalist asked about Syria?", "Lavrov"),
        ("How did Kennedy answer the question on Quemoy?", "Kennedy"),
        ("According to Lavrov, how many inspectors are needed?", "Lavrov"),
        ("According to Sergey Lavrov what is needed?", "Sergey Lavrov"),
        ("According to Wilson, what did the attorney reply when asked about justice?", "Wilson"),
        ("How many inspectors are needed according to Lavrov?", "Lavrov"),
        ("What does Washington's Farewell Address say about parties?", "Washington"),
        ("What did the Emancipation Proclamation say about slaves in Maryland?", None),
        ("What does the joint statement say about trade?", None),
        ("According to Reagan's State of the Union, what is the deficit?", "Reagan"),
        ("Trump's State of the Union on MS-13", "Trump"),
        ("What did Roosevelt's Fireside Chat say about banks?", "Roosevelt"),
        ("what does jackson's message to congress say about the bank", "jackson"),
        ("What did Secretary of State Powell say about Iraq?", "Secretary of State Powell"),
        ("What does the State Department say about Cuba?", "the State Department"),
        ("What did he state about Cuba?", "he"),
        ("What did the debate moderator ask?", "the debate moderator"),
        ("What is Nixon’s view of the Soviet Union?", "Nixon"),
        ("What was Nixon's position on taxes?", "Nixon"),
        ("What's Lavrov's position on Syria?", "Lavrov"),
        ("What’s Lavrov’s position on Syria?", "Lavrov"),
        ("What are the Jeffers' views on trade?", "the Jeffers"),
        ("What is the position of Lavrov on Kosovo?", "Lavrov"),
        ("What did Senator Smith ask Kennedy?", "Senator Smith"),
        ("What question did Lincoln put to Douglas?", "Lincoln"),
        ("what did correspondents ask nixon", None),
        ("Lavrov's position on Syria", "Lavrov"),
        ("Lavrov on Syria", "Lavrov"),
        ("And Lavrov on Syria?", "Lavrov"),
        ("And what did he call on the living to do?", None),
        ("Tell me what Lavrov said about Syria", "Lavrov"),
        ("Is it true that Sergey Lavrov and John Kerry said so?", "Sergey Lavrov and John Kerry"),
        ("What does the sign that Reagan saw in the exhibit at noon say?", None),
        ("What was the last thing that was said about Syria?", None),
        ("What was agreed on Syria?", None),
        ("On Syria, what was agreed on Monday?", None),
        ("How many projects does the joint plan include?", None),
        ("When was the treaty signed?", None),
        ("What was the president asked about Cuba?", None),
        ("What is the capital of France?", None),
        ("Что сказал Лавров о Сирии?", None),
        ("😀", None),
        ("", None),
    ],
)
def test_who_is_said_to_have_spoken(question: str, sayer: str | None) -> None:
    assert analyse(question).sayer == sayer


@pytest.mark.parametrize(
    "question",
    [
        "What did the journalist ask about Syria?",
        "what did reporters want to know about vietnam",
        "What did a reporter say about Cuba?",
        "What was the president asked about Cuba?",
        "what was the president asked about Cuba",
        "What was Lavrov asked about Syria?",
        "What was Lavrov asked on Syria?",
        "Which question did the correspondent of Reuters put?",
        "What questions were asked about Cuba?",
        "What concern did the panelist raise about Medicare?",
        "What did the press ask about Quemoy?",
        "What was asked at the press conference about Quemoy?",
        "What did the newsmen ask?",
        "Who asked about Watergate?",
        "Who asked Nixon whether he would resign?",
        "Was Nixon asked about Watergate?",
        "Has Nixon ever been asked about China?",
        "When was Ford asked about the pardon?",
        "How often was Nixon asked about Watergate?",
        "Did anyone ask Trump about QAnon?",
        "Questions for Trump about hydroxychloroquine",
        "What questions did Johnson get about Vietnam?",
        "Who questioned Trump about tests?",
        "What did deputies ask Ravnskov?",
        "What did the committee ask Ravnskov?",
        "What did the moderator ask Kennedy?",
        "What did a voter ask Kennedy?",
        "What questions were raised by members of the audience?",
    ],
)
def test_questions_about_what_was_asked(question: str) -> None:
    assert analyse(question).asks_questioner


@pytest.mark.parametrize(
    "question",
    [
        "What did Lavrov say about Syria?",
        "What did Lavrov say when a journalist asked about Syria?",
        "What did Lavrov say when he was asked about Syria?",
        "When asked by a reporter about Syria, what did Lavrov say?",
        "What did the President say to reporters who asked about Cuba?",
        "How did Kennedy answer the question on Quemoy?",
        "How did Obama respond to a reporter's question on Libya?",
        "What was the reply to the question asked by the journalist?",
        "What were the answers to the reporters' questions?",
        "What questions did Lavrov answer?",
        "What did Lavrov say about the question of Cyprus at the press conference?",
        "What did the press secretary say about the media?",
        "What did Kennedy say about reporters asking tough questions?",
        "Which questions did Lavrov discuss with Kerry?",
        "What was Congress asked to do about tariffs?",
        "What is asked of Congress?",
        "Who freed the press?",
        "Who asked Congress for money?",
        "Did anyone ask Congress for money?",
        "What did the people ask of Congress?",
        "Was Nixon asked to resign?",
        "What did members say about trade?",
        "What did Senator Obama ask Petraeus?",
        "What question did Lincoln put to Douglas?",
        "Which question was raised by the secession of South Carolina?",
        "How many projects does the joint plan include?",
        "😀",
        "",
    ],
)
def test_questions_about_what_principals_said(question: str) -> None:
    assert not analyse(question).asks_questioner


@pytest.mark.parametrize(
    ("question", "addressee"),
    [
        ("What was Nixon asked about Watergate?", "Nixon"),
        ("Has Lavrov ever been asked about Syria?", "Lavrov"),
        ("What did a reporter ask President Johnson about Vietnam?", "President Johnson"),
        ("What did the panel ask Bush and Gorbachev in Moscow?", "Bush and Gorbachev"),
        ("Which question was put to Trump on April 13?", "Trump"),
        ("Questions to Lavrov", "Lavrov"),
        ("Who questioned Trump about tests?", "Trump"),
        ("What questions did Johnson get about Vietnam?", "Johnson"),
        ("What did a reporter ask Lavrov to confirm?", "Lavrov"),
        ("What did Lincoln ask Congress for?", None),
        ("Who asked whether he would resign?", None),
        ("What did the journalist ask about Syria?", None),
        ("What was asked at the press conference?", None),
        ("What did Lavrov say about Syria?", None),
    ],
)
def test_who_was_asked(question: str, addressee: str | None) -> None:
    assert analyse(question).addressee == addressee


REPORTERS = "What did reporters ask Trump about ventilators?"
SAID = "What did Trump say about masks?"
DEPUTY = "What did Deputy Lavelle ask Garvey?"


@pytest.mark.parametrize(
    ("context", "question", "sayer", "addressee", "asks_questioner"),
    [
        (REPORTERS, "What did he say?", "Trump", None, False),
        (REPORTERS, "How many ventilators are there?", "Trump", None, False),
        (REPORTERS, "And what did he answer?", "Trump", None, False),
        (REPORTERS, "What was his answer?", "Trump", None, False),
        (REPORTERS, "What did the president say to that?", "Trump", None, False),
        (REPORTERS, "And what did Obama say?", "Obama", None, False),
        (REPORTERS, "And about masks?", None, "Trump", True),
        (REPORTERS, "What else did they ask him?", None, "Trump", True),
        ("What did the reporter ask about Cuba?", "What did he say?", "he", None, False),
        ("What was Solvang asked about Iceland?", "How did she respond?", "Solvang", None, False),
        (DEPUTY, "What did she answer?", "Garvey", None, False),
        (DEPUTY, "How did the minister respond?", "Garvey", None, False),
        (DEPUTY, "What else did she ask?", "Deputy Lavelle", "Garvey", False),
        ("What did Nixon ask Congress for?", "Why did he want it?", "Nixon", None, False),
        (SAID, "What was he asked about testing?", None, "Trump", True),
        (SAID, "Who asked him about it?", None, "Trump", True),
        (SAID, "What did reporters ask him about testing?", None, "Trump", True),
        (SAID, "What did he say when he was asked about testing?", "Trump", None, False),
        (f"{SAID} What was he asked about testing?", "What did he answer?", "Trump", None, False),
        (SAID, "Who else spoke about masks?", None, None, False),
        (SAID, "Who mentioned them?", None, None, False),
        (SAID, "Who ordered them?", "Trump", None, False),
    ],
)
def test_who_is_meant_after_an_earlier_question(
    context: str, question: str, sayer: str | None, addressee: str | None, asks_questioner: bool
) -> None:
    found = analyse(question, context)
    assert (found.sayer, found.addressee, found.asks_questioner) == (sayer, addressee, asks_questioner)


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    question = analyse(text)
    assert question.text == text
    assert all(term.text in text for term in question.terms)
    assert question.sayer is None or question.sayer in text
    assert question.addressee is None or question.addressee in text
    assert analyse(text) == question
