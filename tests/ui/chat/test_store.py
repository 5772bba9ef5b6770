"""The conversations: each its owner's alone, durable, searchable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.chat.store import ConversationStore, TurnState, Verdict
from ui.chat.store.feedback import feedback_to_json, read_feedback
from ui.errors import ConversationsUnreadable, NotYours

ANSWER = {"text": "“It will rise by 100 %.” [1]", "citations": []}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chat" / "conversations.db"


@pytest.fixture
def store(path: Path) -> Iterator[ConversationStore]:
    store = ConversationStore.open(path)
    yield store
    store.close()


def begun(store: ConversationStore, owner: str = "anna", question: str = "What will rise?") -> str:
    conversation = store.begin(owner, question)
    attempt = store.ask(owner, conversation, question, {"kinds": ["speech"]})
    store.finish(owner, conversation, attempt, TurnState.DONE, answer=ANSWER, generation="000001")
    return conversation


def test_what_was_asked_is_there_when_the_database_is_opened_again(path: Path) -> None:
    first = ConversationStore.open(path)
    conversation = begun(first)
    first.close()
    again = ConversationStore.open(path)
    (turn,) = again.turns("anna", conversation)
    assert (turn.number, turn.question, turn.state) == (1, "What will rise?", TurnState.DONE)
    assert (turn.filters, turn.answer, turn.generation) == ({"kinds": ["speech"]}, ANSWER, "000001")
    again.close()


def test_nobody_else_can_read_or_change_a_conversation(store: ConversationStore) -> None:
    conversation = begun(store)
    attempts = (
        lambda: store.turns("boris", conversation),
        lambda: store.title("boris", conversation),
        lambda: store.rename("boris", conversation, "Mine"),
        lambda: store.delete("boris", conversation),
        lambda: store.ask("boris", conversation, "May I?", {}),
        lambda: store.finish("boris", conversation, "0", TurnState.STOPPED),
        lambda: store.rate("boris", conversation, 1, Verdict.BAD, None),
    )
    refusals = set()
    for attempt in attempts:
        with pytest.raises(NotYours) as refused:
            attempt()
        refusals.add(str(refused.value))
    with pytest.raises(NotYours) as unknown:
        store.turns("boris", "no-such-conversation")
    assert refusals == {str(unknown.value)}  # nothing tells that it exists
    assert store.conversations("boris") == []
    assert store.title("anna", conversation) == "What will rise?"
    assert [turn.verdict for turn in store.turns("anna", conversation)] == [None]


def test_a_question_asked_instead_of_another_replaces_it_and_what_followed(store: ConversationStore) -> None:
    conversation = begun(store)
    store.ask("anna", conversation, "And then?", {})
    assert [turn.number for turn in store.turns("anna", conversation)] == [1, 2]
    store.ask("anna", conversation, "What will fall?", {}, instead_of=1)
    (turn,) = store.turns("anna", conversation)
    assert (turn.number, turn.question) == (1, "What will fall?")


def test_an_abandoned_attempt_does_not_end_the_one_that_replaced_it(store: ConversationStore) -> None:
    conversation = store.begin("anna", "What will rise?")
    abandoned = store.ask("anna", conversation, "What will rise?", {})
    store.ask("anna", conversation, "What will rise?", {}, instead_of=1)
    store.finish("anna", conversation, abandoned, TurnState.STOPPED)
    assert [turn.state for turn in store.turns("anna", conversation)] == [TurnState.RUNNING]


def test_only_a_running_question_can_be_finished(store: ConversationStore) -> None:
    conversation = store.begin("anna", "What will rise?")
    attempt = store.ask("anna", conversation, "What will rise?", {})
    store.finish("anna", conversation, attempt, TurnState.STOPPED)
    store.finish("anna", conversation, attempt, TurnState.DONE, answer=ANSWER)
    (turn,) = store.turns("anna", conversation)
    assert (turn.state, turn.answer) == (TurnState.STOPPED, None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rise", True),
        ("WHAT rise", True),
        ("100 %", True),
        ("100%", False),
        ("r_se", False),
        ("'; --", False),
    ],
)
def test_conversations_are_found_by_all_of_the_words(
    store: ConversationStore, words: str, found: bool
) -> None:
    begun(store)
    assert bool(store.conversations("anna", words)) == found


def test_the_newest_conversation_comes_first(store: ConversationStore) -> None:
    first, second = begun(store, question="First?"), begun(store, question="Second?")
    assert [one.id for one in store.conversations("anna")] == [second, first]
    store.ask("anna", first, "Once more?", {})
    assert [one.id for one in store.conversations("anna")] == [first, second]


def test_ratings_are_exported_until_they_are_taken_back_or_deleted(
    store: ConversationStore, path: Path
) -> None:
    kept, taken_back, deleted = begun(store), begun(store), begun(store)
    for conversation in (kept, taken_back, deleted):
        store.rate("anna", conversation, 1, Verdict.GOOD, "Exactly.")
    store.rate("anna", taken_back, 1, None, None)
    store.delete("anna", deleted)
    (feedback,) = map(feedback_to_json, read_feedback(path))
    assert (feedback["owner"], feedback["verdict"], feedback["comment"]) == ("anna", "good", "Exactly.")
    assert (feedback["question"], feedback["answer"]) == ("What will rise?", ANSWER)


def test_what_is_deleted_is_gone_from_the_disk(store: ConversationStore, path: Path) -> None:
    conversation = begun(store, question="A secret about zeppelins?")
    store.delete("anna", conversation)
    store.close()
    assert b"zeppelins" not in path.read_bytes()


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be taken for one" * 20, None])
def test_a_database_that_cannot_be_read_is_named(path: Path, content: bytes | None) -> None:
    path.parent.mkdir()
    if content is None:
        with sqlite3.connect(path) as later:
            later.execute("PRAGMA user_version = 99")
        later.close()
    else:
        path.write_bytes(content)
    with pytest.raises(ConversationsUnreadable, match=r"conversations\.db"):
        ConversationStore.open(path)
