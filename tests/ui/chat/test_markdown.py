"""A conversation as Markdown."""

from __future__ import annotations

from ui.chat.markdown import conversation_markdown
from ui.chat.store.records import ConversationTurn, Json, TurnState

CITATION = {
    "n": 1,
    "statement_id": "s-1",
    "title": "A *bold* title",
    "speaker": "Ola Tarn",
    "role": "principal",
    "date": "2020-05-03",
    "quote": "First line.\n<img src=x>",
}


def turn(answer: Json | None, **changes: object) -> ConversationTurn:
    values: dict[str, object] = {
        "number": 1,
        "attempt": "a",
        "question": "Is [this](javascript:x) a #question?",
        "filters": {"kinds": ["speech"], "since": "2020-01-01"},
        "answer": answer,
        "state": TurnState.DONE,
        "failure": None,
        "generation": None,
        "verdict": None,
        "comment": None,
    }
    return ConversationTurn(**{**values, **changes})  # type: ignore[arg-type]


def test_questions_answers_and_sources_as_text_that_is_no_markup() -> None:
    answer = {
        "question": "Is it?",
        "understood_as": "Is the fishery closed?",
        "text": "“First line.” [1]",
        "citations": [CITATION],
    }
    assert conversation_markdown("Fish & <ships>", [turn(answer)]).splitlines() == [
        "# Fish \\& \\<ships\\>",
        "",
        "## Is \\[this\\]\\(javascript\\:x\\) a \\#question?",
        "",
        "Searched within\\: speech, from 1 January 2020".replace("\\:", ":"),
        "",
        "Understood as: Is the fishery closed?",
        "",
        "“First line.” \\[1\\]",
        "",
        "\\[1\\] Ola Tarn, “A \\*bold\\* title”, 3 May 2020, s\\-1",
        "",
        "> First line.",
        "> \\<img src=x\\>",
    ]


def test_what_was_stopped_or_failed_is_said_to_be_so() -> None:
    stopped = conversation_markdown("T", [turn(None, filters={}, state=TurnState.STOPPED)])
    assert "Stopped before an answer was found." in stopped
    failed = conversation_markdown("T", [turn(None, filters={}, failure="The index is damaged.")])
    assert "The index is damaged." in failed
