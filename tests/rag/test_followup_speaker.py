import pytest

from rag.followup_speaker import other_speaker, put_to, put_to_another, unheard

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
        ("And Douglas in 1858 about Kansas?", "Douglas"),
        ("And Lincoln and Douglas?", "Lincoln and Douglas"),
        ("No, I meant Nixon", "Nixon"),
        ("Same question for George W. Bush", "George W. Bush"),
        ("ok, and Nixon", "Nixon"),
        ("Thank you. And Nixon?", "Nixon"),
        ("Nixon please", "Nixon"),
        ("Richard Nixon, I mean", "Richard Nixon"),
        ("How does that compare with Nixon's position?", "Nixon"),
        ("And Lincoln, Douglas and Nixon?", "Lincoln and Douglas and Nixon"),
        ("Nixon on China", None),
        ("What did Nixon say in 1972?", None),
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


@pytest.mark.parametrize(
    ("before", "question", "put"),
    [
        (
            "What did Bush say about Iraq in 2003?",
            "And Nixon in 1972?",
            "What did Nixon say about Iraq in 1972?",
        ),
        (
            "What did Bush say about Iraq in 2003?",
            "what about nixon in 1972",
            "What did nixon say about Iraq in 1972?",
        ),
        ("What did Bush say about Iraq?", "And Nixon about China?", "What did Nixon say about China?"),
        (
            "What did Bush say about Iraq?",
            "And what about Nixon in Peking?",
            "What did Nixon say about Iraq in Peking?",
        ),
        ("What did Bush say?", "And Nixon about China?", "And Nixon about China?"),
        ("What was Bush asked about Iraq?", "And Nixon?", "What was Nixon asked about Iraq?"),
        ("What did reporters ask Bush?", "And Nixon?", "What did reporters ask Nixon?"),
        ("What did reporters ask Bush?", "How did Bush respond?", "How did Bush respond?"),
        ("What did reporters ask Bush?", "What did Nixon say?", "What did Nixon say?"),
    ],
)
def test_what_another_is_asked_takes_along_what_is_named_with_the_name(
    before: str, question: str, put: str
) -> None:
    assert put_to_another([before, question], SPEAKERS) == [before, put]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("And Merkel?", "Merkel"),
        ("And Secretary Kerry?", "Secretary Kerry"),
        ("And Nixon?", None),
        ("And Iran?", None),
        ("And NATO?", None),
        ("And oil?", None),
        ("And about Merkel?", None),
        ("What about Merkel?", None),
        ("And What did Merkel say?", None),
    ],
)
def test_a_name_that_nobody_bears(question: str, name: str | None) -> None:
    assert unheard(question, SPEAKERS) == name


def test_nobody_is_put_a_question_that_was_put_to_nobody() -> None:
    assert put_to("Nixon", "How many trains ran in Kansas?") is None
    assert put_to("Nixon", "What did he say about Kansas?") is None
