import pytest

from rag.followup import Leaning, context, leaning


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Why?", Leaning.SURELY),
        ("since May 2020?", Leaning.SURELY),
        ("In which city is the forum of regions held?", Leaning.NOT),
        ("Syria?", Leaning.SURELY),
        ("Who ordered it?", Leaning.SURELY),
        ("What about Afghanistan?", Leaning.SURELY),
        ("And how many of them this year?", Leaning.SURELY),
        ("How long was that clause to remain in force?", Leaning.SURELY),
        ("How many people were living there?", Leaning.SURELY),
        ("What did he say about the railway bridge at Pell?", Leaning.SURELY),
        ("Which ports will they open to foreign grain ships next?", Leaning.LIKELY),
        ("is the drafting on time", Leaning.PERHAPS),
        ("What did Lavrov say about Syria when it joined?", Leaning.PERHAPS),
        ("Which countries closed their northern ports?", Leaning.PERHAPS),
        ("What did Lavrov say about his plane?", Leaning.NOT),
        ("Are there new sanctions on the ports of Halvenia?", Leaning.NOT),
        ("Did Lavrov say that the conference in Geneva will take place?", Leaning.NOT),
        ("How much grain was exported from Halvenia this year?", Leaning.NOT),
    ],
)
def test_how_far_a_question_leans(question: str, expected: Leaning) -> None:
    assert leaning(question) is expected


def test_the_last_question_is_taken_along() -> None:
    assert context(["Where is the forum held?", "How long is the northern bridge?"], 500) == (
        "How long is the northern bridge?"
    )


def test_a_chain_of_follow_ups_is_taken_along_from_its_start() -> None:
    earlier = ["How long is the northern bridge?", "When was the Virginius captured?", "Where was she taken"]

    assert context(earlier, 500) == "When was the Virginius captured? Where was she taken?"


def test_a_long_conversation_is_cut_at_three_questions() -> None:
    earlier = ["What of grain?", *["And then?"] * 9]

    assert context(earlier, 500) == "And then? And then? And then?"


def test_what_does_not_fit_is_left_out() -> None:
    earlier = ["When was the Virginius captured?", "Where was she taken?"]

    assert context(earlier, 25) == "Where was she taken?"
    assert context(earlier, 5) == ""
    assert context(earlier, -3) == ""
    assert context([], 500) == ""
