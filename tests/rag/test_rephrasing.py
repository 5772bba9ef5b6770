"""A chat model may reword a follow-up, as long as it only joins what was said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from index.build import build
from index.embedders.bge import BgeEmbedder
from index.settings import IndexSettings
from rag.assistant import Assistant
from rag.history import Exchange
from rag.rephrasing import believable
from rag.settings import ChatSettings, GeneratorName, RagSettings
from tests.rag.generators.chat_model import scripted_endpoint as scripted
from tests.rag.generators.chat_model.scripted_endpoint import Endpoint, scripted_endpoint

EARLIER = Exchange(
    "Did Lavrov talk about the treaty on good neighbourly relations?",
    "“Today we discussed the Treaty on good neighbourly relations.” [1]",
    abstained=False,
    statements=("000_8de327bb625e098c",),
    speakers=("Sergey Lavrov",),
)
STANDALONE = "Who ordered the treaty on good neighbourly relations?"


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        (STANDALONE, True),
        ("Who ordered the Lavrov treaty?", True),
        ("Who ordered the treaty with Ukraine?", False),
        ("Who ordered the treaty of 1999?", False),
        ("Did Lavrov talk about the treaty?", False),
    ],
)
def test_a_proposal_may_only_join_what_was_said(proposal: str, expected: bool) -> None:
    assert believable(proposal, "Who ordered it?", [EARLIER]) is expected


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with scripted_endpoint() as served:
        yield served


@pytest.fixture
def assistant(project: Path, bge: BgeEmbedder, tmp_path: Path, endpoint: Endpoint) -> Iterator[Assistant]:
    build(tmp_path, [project / "seeds"], IndexSettings(), embedder=bge)
    chat = ChatSettings(base_url=endpoint.url, model="tiny", retries=0)
    with rag.open(tmp_path, settings=RagSettings(generator=GeneratorName.CHAT, chat=chat)) as opened:
        yield opened


def test_the_models_question_is_searched(assistant: Assistant, endpoint: Endpoint) -> None:
    endpoint.does(scripted.reply(STANDALONE), scripted.refuse(500))
    answer = assistant.ask("Who ordered it?", history=[EARLIER])

    assert answer.understood_as == STANDALONE
    assert "ordered by Presidents" in answer.text
    assert "treaty on good neighbourly relations" in str(endpoint.requests[0]["messages"])


@pytest.mark.parametrize(
    "behaviour",
    [
        scripted.reply("Who ordered the gas pipeline?"),
        scripted.reply("It was ordered by the presidents."),
        scripted.reply("Who ordered the treaty?\nOr the relations?"),
        scripted.reply("Who ordered the treaty? " * 100),
        scripted.refuse(500),
    ],
    ids=["another question", "an answer", "two lines", "endless", "away"],
)
def test_where_it_cannot_be_believed_the_rule_stands(
    assistant: Assistant, endpoint: Endpoint, behaviour: scripted.Behaviour
) -> None:
    endpoint.does(behaviour, scripted.refuse(500))

    answer = assistant.ask("Who ordered it?", history=[EARLIER])

    assert answer.understood_as == f"{EARLIER.question} Who ordered it?"


def test_a_question_that_stands_alone_is_not_sent(assistant: Assistant, endpoint: Endpoint) -> None:
    endpoint.does(scripted.refuse(500))
    assistant.ask("Where will the Forum of Interregional Cooperation be held?", history=[EARLIER])

    assert "Last question" not in str(endpoint.requests)
