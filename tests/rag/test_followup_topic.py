from __future__ import annotations

import pytest

from rag.followup_topic import asked_of_another_topic

FIRST = "What did Lavrov say about Ukraine?"


@pytest.mark.parametrize(
    ("question", "written_out"),
    [
        ("And about Georgia?", "What did Lavrov say about Georgia?"),
        ("what about the use of force", "What did Lavrov say about the use of force?"),
        ("How about trade with China?", "What did Lavrov say about trade with China?"),
        ("And about that?", "And about that?"),
        ("And in 2014?", "And in 2014?"),
        ("What about 2014?", "What about 2014?"),
        ("What did Kerry say about Georgia?", "What did Kerry say about Georgia?"),
        ("Why?", "Why?"),
    ],
)
def test_a_follow_up_that_only_names_another_topic(question: str, written_out: str) -> None:
    assert asked_of_another_topic([FIRST, question]) == [FIRST, written_out]


def test_a_heading_too_names_a_topic() -> None:
    assert asked_of_another_topic(["Lavrov on Syria", "And about Iran?"])[-1] == "Lavrov on Iran"


def test_who_is_asked_about_stays_where_the_topic_has_the_same_name() -> None:
    first = "What did Georgia's minister say about Georgia?"
    written_out = "What did Georgia's minister say about Moldova?"
    assert asked_of_another_topic([first, "And about Moldova?"])[-1] == written_out


def test_one_follows_the_other() -> None:
    asked = asked_of_another_topic([FIRST, "And about Georgia?", "What about Moldova?"])
    assert asked[-1] == "What did Lavrov say about Moldova?"


def test_without_a_topic_before_the_question_stays() -> None:
    questions = ["How many projects are there?", "And about Georgia?"]
    assert asked_of_another_topic(questions) == questions
    assert asked_of_another_topic(["And about Georgia?"]) == ["And about Georgia?"]
