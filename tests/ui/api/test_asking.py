"""Questions over HTTP get what the command prints."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.ui.command_line import SEED, InProcess
from tests.ui.serving import Served, events

PROJECTS = "How many projects does the joint plan include?"
UKRAINE = "What did Lavrov say about Ukraine?"
STAGES = ["searching", "reading", "writing", "checking"]


def _ask(client: httpx.Client, question: Any, **rest: Any) -> httpx.Response:
    return client.post("/api/v1/ask", json={"question": question, **rest})


def _timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "timings"}


@pytest.mark.parametrize(
    ("body", "flags"),
    [
        ({"question": PROJECTS}, ()),
        ({"question": UKRAINE}, ()),
        ({"question": "What was said?", "since": "2030"}, ("--since", "2030")),
        (
            {"question": PROJECTS, "speakers": ["lavrov"], "kinds": ["press conference"], "until": "2013-09"},
            ("--speaker", "lavrov", "--kind", "press conference", "--until", "2013-09"),
        ),
        ({"question": "What about Geneva?", "roles": ["questioner"]}, ("--role", "questioner")),
        ({"question": PROJECTS, "statements": [SEED]}, ("--doc", SEED)),
    ],
)
def test_an_answer_is_that_of_the_command(
    open_server: Served, printed: InProcess, body: dict[str, Any], flags: tuple[str, ...]
) -> None:
    document = printed("ask", body["question"], "--json", *flags).document
    with open_server.client() as client:
        answered = client.post("/api/v1/ask", json=body)
    assert answered.status_code == 200
    assert _timeless(answered.json()) == _timeless(document)
    assert answered.json()["timings"].keys() == document["timings"].keys()


def test_a_stream_tells_the_stages_and_ends_with_the_same_answer(open_server: Served) -> None:
    with open_server.client() as client:
        answer = _ask(client, PROJECTS).json()
        with client.stream("POST", "/api/v1/ask/stream", json={"question": PROJECTS}) as response:
            assert response.headers["Content-Type"].startswith("text/event-stream")
            told = [(name, json.loads(data)) for name, data in events(response)]
    assert told[0] == ("queued", {"position": 0})
    assert [data["stage"] for name, data in told if name == "stage"] == STAGES
    name, streamed = told[-1]
    assert name == "answer"
    assert _timeless(streamed) == _timeless(answer)


def test_a_follow_up_is_understood_from_what_was_asked_before(
    open_server: Served,
) -> None:
    with open_server.client() as client:
        first = _ask(client, "What does the joint plan include?").json()
        past = {
            "question": first["understood_as"],
            "answer": first["text"],
            "abstained": first["abstained"],
            "statements": [citation["statement_id"] for citation in first["citations"]],
            "speakers": [citation["speaker"] for citation in first["citations"]],
        }
        second = _ask(client, "And how many projects?", history=[past]).json()
    assert second["question"] == "And how many projects?"
    assert "44 projects" in second["text"]


@pytest.mark.parametrize(
    ("question", "kind", "message"),
    [
        ("", "invalid_question", "The question is empty: type what you want to know."),
        ("?!…", "invalid_question", "The question is empty"),
        ("why? " * 20_000, "invalid_question", "the limit is 2,000: ask a shorter one."),
        (None, "invalid_request", "body.question: Input should be a valid string."),
        (["who?"], "invalid_request", "body.question"),
    ],
)
def test_a_question_that_cannot_be_answered(
    open_server: Served, question: Any, kind: str, message: str
) -> None:
    with open_server.client() as client:
        refused = _ask(client, question)
    assert refused.status_code == 422
    assert refused.json()["error"]["type"] == kind
    assert message in refused.json()["error"]["message"]


@pytest.mark.parametrize(
    "rest",
    [
        {"since": "yesterday"},
        {"since": 2013},
        {"until": "2013-13"},
        {"roles": ["minister"]},
        {"roles": "principal"},
        {"speakers": [""]},
        {"speakers": ["x"] * 101},
        {"speakers": ["x" * 501]},
        {"history": [{}]},
        {"history": [{"question": "who?"}] * 51},
        {"sinc": "2013"},
    ],
)
def test_a_wrong_request_names_the_field(open_server: Served, rest: dict[str, Any]) -> None:
    with open_server.client() as client:
        refused = _ask(client, "who?", **rest)
    assert refused.status_code == 422
    error = refused.json()["error"]
    assert error["type"] == "invalid_request"
    assert error["details"][0]["where"].startswith(f"body.{next(iter(rest))}")


def test_dates_the_wrong_way_round(open_server: Served) -> None:
    with open_server.client() as client:
        refused = _ask(client, "who?", since="2014", until="2013")
        assert (refused.status_code, refused.json()["error"]["type"]) == (422, "invalid_filter")
        body = {"question": "who?", "since": "2014", "until": "2013"}
        with client.stream("POST", "/api/v1/ask/stream", json=body) as response:
            name, data = list(events(response))[-1]
    assert name == "error"
    assert json.loads(data) == refused.json()["error"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[1]",
        b'"who?"',
        b'{"question": "\xff"}',
        rb'{"question": "\ud800"}',
        b'{"question":' + b"[" * 50_000,
    ],
)
def test_what_is_no_json_is_refused(open_server: Served, content: bytes) -> None:
    with open_server.client() as client:
        refused = client.post("/api/v1/ask", content=content, headers={"Content-Type": "application/json"})
    assert refused.status_code in {400, 422}
    assert refused.json()["error"]["message"]
    assert "Traceback" not in refused.text


@pytest.mark.parametrize(
    "question",
    [
        "<script>alert(1)</script> who?",
        "who?\u0000\u202e\u200b",
        "'; DROP TABLE statements; -- who?",
        '" OR 1 AND (NEAR/ * ^ who?',
        "Что сказал Лавров?",
    ],
)
def test_hostile_questions_are_questions(open_server: Served, question: str) -> None:
    with open_server.client() as client:
        answered = _ask(client, question)
        assert answered.status_code == 200
        assert answered.headers["Content-Type"] == "application/json"
        assert client.get("/api/v1/health").json() == {"status": "ok"}


def test_many_at_once_get_each_their_own_answer(open_server: Served, printed: InProcess) -> None:
    questions = [f"What was said about {topic}?" for topic in ("the plan", "Syria", "storms", "ferries")]

    def ask(number: int) -> tuple[str, dict[str, Any]]:
        question = questions[number % len(questions)]
        with open_server.client() as client:
            answered = _ask(client, question)
            assert answered.status_code == 200, answered.text
            return question, answered.json()

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(ask, range(20)))
    expected = {question: printed("ask", question, "--json").document["text"] for question in questions}
    assert len(set(expected.values())) > 1
    assert all(answer["question"] == question for question, answer in answers)
    assert all(answer["text"] == expected[question] for question, answer in answers)


def test_those_who_wait_are_told_their_place(open_server: Served) -> None:
    def positions(_: int) -> list[int]:
        with (
            open_server.client() as client,
            client.stream("POST", "/api/v1/ask/stream", json={"question": PROJECTS}) as response,
        ):
            told = list(events(response))
        assert told[-1][0] == "answer"
        return [json.loads(data)["position"] for name, data in told if name == "queued"]

    with ThreadPoolExecutor(12) as pool:
        queued = list(pool.map(positions, range(12)))
    assert max(map(max, queued)) >= 2
    for places in queued:
        assert places == sorted(places, reverse=True)
        assert places[-1] == 0


def test_who_goes_away_frees_the_place(open_server: Served) -> None:
    for _ in range(10):
        with (
            open_server.client() as client,
            client.stream("POST", "/api/v1/ask/stream", json={"question": PROJECTS}) as response,
        ):
            assert next(events(response))[0] == "queued"
    with open_server.client() as client:
        assert _ask(client, PROJECTS).status_code == 200
