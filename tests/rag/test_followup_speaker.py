import pytest

from rag.followup_speaker import other_speaker, put_to_another

SPEAKERS = ("Abraham Lincoln", "Stephen A. Douglas", "Richard Nixon", "George W. Bush")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("And Lincoln?", "Lincoln"),
        ("what about nixon?", "nixon"),
        ("And George W. Bush?", "George W. Bush"),
        ("What did Douglas say to that?", "Douglas"),
        ("Was Bush of the same opinion?", "Bush"),
        ("And Nixon's view?", "Nixon"),
        ("And about Douglas?", None),
        ("What did he say about Lincoln?", None),
        ("What about Kansas?", None),
        ("What about Douglas and Kansas?", None),
        ("And Churchill?", None),
        ("Why?", None),
    ],
)
def test_another_speaker_is_one_named_alone(question: str, name: str | None) -> None:
    assert other_speaker(question, SPEAKERS) == name


def test_the_question_before_is_put_to_the_other_and_the_next() -> None:
    questions = ["What did Lincoln say about Kansas?", "And Douglas?", "What about Nixon?"]

    assert put_to_another(questions, SPEAKERS) == [
        "What did Lincoln say about Kansas?",
        "What did Douglas say about Kansas?",
        "What did Nixon say about Kansas?",
    ]


def test_a_question_that_nobody_was_said_to_answer_stays() -> None:
    questions = ["How many trains ran in Kansas?", "And Douglas?"]

    assert put_to_another(questions, SPEAKERS) == questions
    assert put_to_another(["And Douglas?"], SPEAKERS) == ["And Douglas?"]
