"""What is sent to an endpoint, and what never is."""

from __future__ import annotations

import importlib.util

import pytest

from index.errors import ChatUnavailable, ExtraMissing
from rag.generators.chat_model.endpoint import Endpoint as Client
from rag.generators.chat_model.key import VARIABLE
from rag.reranker import Reranker
from rag.settings import ChatSettings
from tests.rag.generators.chat_model import scripted_endpoint as scripted
from tests.rag.generators.chat_model.drafts import PLAN, QUESTION, generator, quoted, stands_in, texts
from tests.rag.generators.chat_model.scripted_endpoint import Endpoint

KEY = "sk-very-secret-12345"


def test_the_request(endpoint: Endpoint, reranker: Reranker) -> None:
    endpoint.does(scripted.sentences(PLAN))
    generator(endpoint.url, reranker, temperature=0.3, reply_tokens=200).generate(QUESTION, quoted())
    request = endpoint.requests[0]
    assert (request["model"], request["temperature"], request["max_tokens"]) == ("tiny", 0.3, 200)
    assert request["stream"] is True
    schema = request["response_format"]["json_schema"]["schema"]
    item = schema["properties"]["sentences"]["items"]
    assert list(item["properties"]) == ["quote", "evidence", "text"]
    assert item["properties"]["evidence"]["enum"] == [1]
    assert endpoint.headers[0]["authorization"] == "Bearer none"


def test_an_endpoint_without_schemas_is_asked_for_text_and_remembered(
    endpoint: Endpoint, reranker: Reranker
) -> None:
    endpoint.does(
        scripted.refuse(400, "response_format is not supported"),
        scripted.reply("The plan includes 44 projects [1]. It rained [1]."),
    )
    writer = generator(endpoint.url, reranker)
    for _ in range(2):
        assert texts(writer.generate(QUESTION, quoted())) == [PLAN[2]]
    assert ["response_format" in request for request in endpoint.requests] == [True, False, False]


def test_where_a_schema_is_demanded_there_is_no_second_try(endpoint: Endpoint, reranker: Reranker) -> None:
    endpoint.does(scripted.refuse(400, "response_format is not supported"))
    draft = generator(endpoint.url, reranker, reply="schema").generate(QUESTION, quoted())
    assert stands_in(draft, "not supported")
    assert len(endpoint.requests) == 1


def test_the_key_goes_to_the_endpoint_and_nowhere_else(
    endpoint: Endpoint, reranker: Reranker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, KEY)
    endpoint.does(scripted.refuse(400, f"bad key {KEY}"))
    writer = generator(endpoint.url, reranker, reply="text")
    draft = writer.generate(QUESTION, quoted())
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"
    assert stands_in(draft, "bad key ***")
    assert KEY not in repr((draft, writer.endpoint.settings, vars(writer.endpoint)["_key"]))


def test_the_model_is_the_first_that_is_listed(endpoint: Endpoint) -> None:
    assert Client(ChatSettings(base_url=endpoint.url)).model == "tiny"


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "rag.generators.chat_model.endpoint.find_spec",
        lambda name: None if name == "openai" else found(name),
    )
    with pytest.raises(ExtraMissing, match=r"onrecord\[chat\]"):
        Client(ChatSettings())


def test_no_endpoint_lists_no_models() -> None:
    client = Client(ChatSettings(base_url="http://127.0.0.1:9/v1", connect_timeout=0.5))
    with pytest.raises(ChatUnavailable, match="cannot be reached"):
        client.models()
