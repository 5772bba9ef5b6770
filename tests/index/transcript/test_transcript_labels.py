from __future__ import annotations

import pytest

from index.statement import Role
from index.transcript.forms import Form, part_of
from index.transcript.label import Label, Mark
from index.transcript.labels import read_label
from index.transcript.lines import Line


def read(text: str) -> Label | None:
    return read_label(Line(0, len(text), text), 0)


@pytest.mark.parametrize(
    ("text", "name", "aside", "mark", "form", "words"),
    [
        ("Question: Why?", "Question", "", Mark.COLON, Form.PART, "Why?"),
        ("Question (Reuters): Why?", "Question", "Reuters", Mark.COLON, Form.PART, "Why?"),
        ("Question : Pourquoi ?", "Question", "", Mark.COLON, Form.PART, "Pourquoi ?"),
        ("Q. Mr. President, why?", "Q", "", Mark.STOP, Form.PART, "Mr. President, why?"),
        ("Q    Mr. President, why?", "Q", "", Mark.SPACE, Form.PART, "Mr. President, why?"),
        ("Q So you went?", "Q", "", Mark.SPACE, Form.PART, "So you went?"),
        ("Q -- that you went?", "Q", "", Mark.SPACE, Form.PART, "-- that you went?"),
        ("[12.] Q. Mr. President?", "Q", "", Mark.STOP, Form.PART, "Mr. President?"),
        (
            "Q. Mr. Ames, Valley Register: Sir?",
            "Mr. Ames",
            "journalist, Valley Register",
            Mark.COLON,
            Form.TITLED,
            "Sir?",
        ),
        ("THE PRESIDENT. No.", "THE PRESIDENT", "", Mark.STOP, Form.OFFICE, "No."),
        ("THE. PRESIDENT. No.", "THE. PRESIDENT", "", Mark.STOP, Form.OFFICE, "No."),
        (
            "The Secretary of Transportation. We",
            "The Secretary of Transportation",
            "",
            Mark.STOP,
            Form.OFFICE,
            "We",
        ),
        ("MR. NIXON; I of course", "MR. NIXON", "", Mark.SEMICOLON, Form.TITLED, "I of course"),
        ("MR. CHANCELLOR: Senator", "MR. CHANCELLOR", "", Mark.COLON, Form.TITLED, "Senator"),
        ("MR, KENNEDY: Well", "MR. KENNEDY", "", Mark.COLON, Form.TITLED, "Well"),
        ("SECRETARY OF STATE CLINTON: Hi", "SECRETARY OF STATE CLINTON", "", Mark.COLON, Form.TITLED, "Hi"),
        ("HOWARD K. SMITH, MODERATOR: Good", "HOWARD K. SMITH", "MODERATOR", Mark.COLON, Form.NAME, "Good"),
        (
            "Frank Cormier, Associated Press: Sir",
            "Frank Cormier",
            "Associated Press",
            Mark.COLON,
            Form.NAME,
            "Sir",
        ),
        ("S.V. Lavrov: Yes", "S.V. Lavrov", "", Mark.COLON, Form.NAME, "Yes"),
        ("**LEHRER: **Senator", "LEHRER", "", Mark.COLON, Form.NAME, "Senator"),
        ("**   JIM LEHRER:** Good", "JIM LEHRER", "", Mark.COLON, Form.NAME, "Good"),
        ("**Sergey Lavrov**: Yes", "Sergey Lavrov", "", Mark.COLON, Form.NAME, "Yes"),
        ("Sergey Lavrov:", "Sergey Lavrov", "", Mark.COLON, Form.NAME, ""),
        ("**Sergey Lavrov**", "Sergey Lavrov", "", Mark.NONE, Form.NAME, ""),
        ("A. I received it.", "A", "", Mark.STOP, Form.ANSWER, "I received it."),
    ],
)
def test_forms_of_labels(text: str, name: str, aside: str, mark: Mark, form: Form, words: str) -> None:
    label = read(text)
    assert label is not None
    assert (label.name, label.aside, label.mark, label.form) == (name, aside, mark, form)
    assert text[label.body :] == words
    assert label.alone == (words == "")


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "Thank you. We go on.",
        "First. We go on.",
        "Mr. Speaker, I rise.",
        "MR. PRESIDENT: I have the honor",
        "To the Senate of the United States:",
        "SIR:",
        "GENTLEMEN OF THE CONGRESS:",
        "Fellow-Citizens of the Senate and House of Representatives:",
        "My fellow Americans: good evening.",
        "ARTICLE I. The line",
        "THE FAR EAST.",
        "U. S. GRANT.",
        "By the President: JOHN HAY, Secretary of State.",
        "He said: go.",
        "I repeat: go.",
        "And yet: we go.",
        "Note: this is it.",
        "The answer: we go.",
        "The question, I think, should be enlarged.",
        "http://example.org/a",
        "Sent 3:40 p.m.",
        "Mr. Reynolds, your question for Governor Carter.",
        "",
        "***",
    ],
)
def test_what_looks_like_a_label_and_is_none(text: str) -> None:
    label = read(text)
    assert label is None or label.form is Form.ANSWER


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("QUESTION 2", Role.QUESTIONER),
        ("Unidentified reporter", Role.QUESTIONER),
        ("A member of the audience", Role.AUDIENCE),
        ("AUDIENCE MEMBERS", Role.AUDIENCE),
        ("Hon. Members", Role.AUDIENCE),
        ("The Moderator", Role.MODERATOR),
        ("The Speaker", Role.MODERATOR),
        ("INTERPRETER", Role.UNKNOWN),
        ("Speaker 3", Role.UNKNOWN),
        ("Sergey Lavrov", None),
        ("THE PRESIDENT", None),
    ],
)
def test_parts(name: str, role: Role | None) -> None:
    assert part_of(name) is role


def test_labels_of_one_speaker_have_one_key() -> None:
    texts = ["MR. SMITH: a", "Mr. Smith: a", "MR.  SM1TH: a", "Mr Smith. A"]
    assert {label.key for label in map(read, texts) if label} == {"mr smith"}
