"""Endpoints that are away, slow, busy, broken or lying: the answer stands, and says so."""

from __future__ import annotations

import json
import socket
import time

import pytest

from rag.answer import Sentence, Verdict
from rag.reranker import Reranker
from tests.rag.generators.chat_model import scripted_endpoint as scripted
from tests.rag.generators.chat_model.drafts import (
    ELEVEN,
    PLAN,
    QUESTION,
    generator,
    quoted,
    stands_in,
    texts,
)
from tests.rag.generators.chat_model.scripted_endpoint import Behaviour, Endpoint

GARBAGE: dict[str, tuple[Behaviour, str]] = {
    "no JSON in an event": (scripted.send(b"data: {not json\n\n"), "no reply"),
    "no text": (scripted.send(b"data: \xff\xfe\xff\n\n"), "no reply"),
    "a page of HTML": (scripted.send(b"<html>Welcome</html>", "text/html"), "broke off"),
    "nothing": (scripted.send(b""), "broke off"),
    "choices that are none": (scripted.send(b'data: {"choices": [{"index": 0}]}\n\n'), "broke off"),
    "another protocol": (scripted.send(b'data: {"choices": "many"}\n\n'), "no reply"),
    "an error event": (scripted.send(b'data: {"error": {"message": "out of memory"}}\n\n'), "out of memory"),
    "half a sentence": (scripted.drop('{"sentences": [{"quote": "This Pl'), "broke off"),
    "half a JSON reply": (scripted.reply('{"sentences": [{"quote": "This Pl', finish=None), "broke off"),
    "no sentence": (scripted.sentences(), "nothing"),
    "the wrong JSON": (scripted.reply('{"sentences": [{"words": 3}, 4, null]}'), "nothing"),
    "endless braces": (scripted.reply('{"sentences": ' + "[{" * 3000, size=500), "nothing"),
    "400": (scripted.refuse(400, "no such field"), "no such field"),
    "401": (scripted.refuse(401), "refuses the key"),
    "404": (scripted.refuse(404, "no model tiny"), "no model tiny"),
    "429": (scripted.refuse(429), "takes no more requests"),
    "500": (scripted.refuse(500, "oh dear"), "500: "),
}


@pytest.mark.parametrize("case", GARBAGE, ids=list(GARBAGE))
def test_the_extractive_answer_stands_in(endpoint: Endpoint, reranker: Reranker, case: str) -> None:
    behaviour, because = GARBAGE[case]
    endpoint.does(behaviour)
    draft = generator(endpoint.url, reranker).generate(QUESTION, quoted())
    assert stands_in(draft, because), draft.notes


def test_an_endpoint_that_is_away(reranker: Reranker) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    draft = generator(f"http://127.0.0.1:{port}/v1", reranker).generate(QUESTION, quoted())
    assert stands_in(draft, "cannot be reached")


@pytest.mark.parametrize("pings", [False, True])
def test_a_hanging_endpoint_is_left_in_time(endpoint: Endpoint, reranker: Reranker, *, pings: bool) -> None:
    endpoint.does(scripted.hang(5.0, pings=pings))
    started = time.monotonic()
    draft = generator(endpoint.url, reranker, timeout=0.4).generate(QUESTION, quoted())
    assert stands_in(draft, "took too long")
    assert time.monotonic() - started < 3.0


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_endpoint_is_asked_again(endpoint: Endpoint, reranker: Reranker, status: int) -> None:
    endpoint.does(scripted.refuse(status), scripted.refuse(status), scripted.sentences(PLAN))
    draft = generator(endpoint.url, reranker).generate(QUESTION, quoted())
    assert texts(draft) == [PLAN[2]]
    assert draft.notes == ()
    assert len(endpoint.requests) == 3


def test_retries_end(endpoint: Endpoint, reranker: Reranker) -> None:
    endpoint.does(scripted.refuse(500))
    generator(endpoint.url, reranker, retries=1).generate(QUESTION, quoted())
    assert len(endpoint.requests) == 2


def test_what_was_verified_before_a_break_stands(endpoint: Endpoint, reranker: Reranker) -> None:
    whole = json.dumps({"sentences": [{"quote": PLAN[0], "evidence": 1, "text": PLAN[2]}]})
    endpoint.does(scripted.drop(whole.removesuffix("]}") + ', {"quote": "elev'))
    draft = generator(endpoint.url, reranker).generate(QUESTION, quoted())
    assert texts(draft) == [PLAN[2]]
    assert draft.notes[0].startswith("The answer may lack its end")


def test_lies_are_withheld_and_counted(endpoint: Endpoint, reranker: Reranker) -> None:
    endpoint.does(
        scripted.sentences(
            ("This Plan includes 45 projects", 1, "The plan includes 45 projects."),
            PLAN,
            (PLAN[0], 1, "Kerry said that the plan includes 44 projects."),
            (PLAN[0], 77, "The plan includes 44 projects in Bishkek."),
        )
    )
    draft = generator(endpoint.url, reranker).generate(QUESTION, quoted())
    assert texts(draft) == [PLAN[2]]
    assert draft.notes == ("3 sentences of the chat model withheld: not verified.",)


def test_lies_can_be_shown_struck(endpoint: Endpoint, reranker: Reranker) -> None:
    endpoint.does(scripted.sentences(("This Plan includes 45 projects", 1, "There are 45 projects."), PLAN))
    draft = generator(endpoint.url, reranker, show_unsupported="struck").generate(QUESTION, quoted())
    struck, verified = draft.sentences
    assert (struck.verdict, struck.citations) == (Verdict.MISQUOTED, ())
    assert struck.reason == "“This Plan includes 45 projects” is not in the evidence word for word"
    assert verified == Sentence(PLAN[2], (1,), verbatim=False)


def test_only_lies_leave_the_extractive_answer(endpoint: Endpoint, reranker: Reranker) -> None:
    endpoint.does(scripted.sentences(("", 1, "The minister resigned."), ("x", 1, "It rained.")))
    assert stands_in(generator(endpoint.url, reranker).generate(QUESTION, quoted()), "nothing")


def test_closing_cancels_the_request(endpoint: Endpoint, reranker: Reranker) -> None:
    text = json.dumps({"sentences": [{"quote": PLAN[0], "evidence": 1, "text": PLAN[2]}]}).removesuffix("]}")
    endpoint.does(scripted.reply(text + " " * 4000, size=30, pause=0.01))
    parts = generator(endpoint.url, reranker).stream(QUESTION, quoted())
    assert next(parts) == Sentence(PLAN[2], (1,), verbatim=False)
    parts.close()
    assert endpoint.hung_up.wait(3.0)


def test_enough_sentences_end_the_request(endpoint: Endpoint, reranker: Reranker) -> None:
    more = [(quote, n, text.replace("The plan", "This plan")) for quote, n, text in (PLAN,)]
    endpoint.does(scripted.sentences(PLAN, ELEVEN, *more, *[PLAN] * 400))
    draft = generator(endpoint.url, reranker).generate(QUESTION, quoted())
    assert len(draft.sentences) == 3
    assert draft.notes == ()
    assert [citation.n for citation in draft.citations] == [1]
