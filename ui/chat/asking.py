"""From a typed question to an answer on the page, and what can be done with it afterwards."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from index.errors import OnRecordError
from rag.answer import Answer, Sentence, Stage
from rag.assistant import Assistant
from rag.history import Exchange
from rag.serialise import answer_to_json
from ui.chat.context import ChatContext
from ui.chat.inputs import Asked, Rated
from ui.chat.panes import Pane, Panes, effects, told
from ui.chat.rail import rail_html
from ui.chat.sources import sources_html
from ui.chat.store.records import ConversationTurn, TurnState
from ui.chat.templates import address
from ui.chat.thread import Progress, thread_html

_FAILED = "Something went wrong on the server, and the question was not answered: try again."


class Asking:
    """Answers questions within conversations, for one user after the other."""

    def __init__(self, context: ChatContext) -> None:
        self._live = context.live
        self._store = context.store

    def ask(self, user: str, asked: Asked) -> Generator[Panes, None, None]:
        """Yield the page as the answer comes. Closing the iterator stops it and keeps what is there.

        Raises:
            NotYours: the conversation is not the user's.
        """
        question = " ".join(asked.question.split())
        if not question:
            yield effects(message="Type a question first.", running=False, focus="question")
            return
        conversation = asked.conversation or self._store.begin(user, question)
        attempt = self._store.ask(
            user, conversation, question, asked.filters.document(), instead_of=asked.instead_of
        )
        turns = self._store.turns(user, conversation)
        yield {
            Pane.THREAD: thread_html(conversation, turns, Progress()),
            Pane.SOURCES: "",
            Pane.RAIL: rail_html(self._store.conversations(user), conversation, ""),
            **effects(url=address(c=conversation), scroll=f"turn-{turns[-1].number}", asked=True),
        }
        ended = False
        try:
            yield from self._answer(user, conversation, turns, asked)
            ended = True
        finally:
            if not ended:  # closed by Stop or by the browser, or broken
                self._store.finish(user, conversation, attempt, TurnState.STOPPED)

    def rate(self, user: str, rated: Rated) -> Panes:
        """Keep a verdict on an answer."""
        self._store.rate(user, rated.conversation, rated.turn, rated.verdict, rated.comment or None)
        turns = self._store.turns(user, rated.conversation)
        message = "Thank you: your rating is kept." if rated.verdict else "Your rating is removed."
        return {Pane.THREAD: thread_html(rated.conversation, turns), **told(message)}

    def _answer(
        self, user: str, conversation: str, turns: list[ConversationTurn], asked: Asked
    ) -> Iterator[Panes]:
        turn = turns[-1]
        state, answer, failure, generation = TurnState.FAILED, None, None, None
        cards = ""
        with self._live.lease() as assistant:
            generation = assistant.index.generation.folder.name
            try:
                for step in self._steps(assistant, turn, turns[:-1], asked):
                    if isinstance(step, Answer):
                        state, answer = TurnState.DONE, answer_to_json(step)
                    else:
                        yield {Pane.THREAD: thread_html(conversation, turns, step)}
            except OnRecordError as error:
                failure = str(error)
            except Exception as error:  # noqa: BLE001 - one answer may fail, the conversation goes on
                failure = _FAILED
                _log(error)
            self._store.finish(
                user, conversation, turn.attempt, state, answer=answer, failure=failure, generation=generation
            )
            turns = self._store.turns(user, conversation)
            cards = sources_html(assistant, conversation, turns[-1])
        yield {
            Pane.THREAD: thread_html(conversation, turns),
            Pane.SOURCES: cards,
            Pane.RAIL: rail_html(self._store.conversations(user), conversation, ""),
            **effects(running=False, answered=turn.number),
        }

    def _steps(
        self, assistant: Assistant, turn: ConversationTurn, earlier: list[ConversationTurn], asked: Asked
    ) -> Iterator[Progress | Answer]:
        progress = Progress()
        history = [_exchange(one) for one in earlier if one.answer]
        for step in assistant.stream(turn.question, asked.filters.filters(), history):
            if isinstance(step, Answer):
                yield step
                continue
            if isinstance(step, Stage):
                progress = Progress(step, progress.sentences)
            elif isinstance(step, Sentence):
                progress = Progress(progress.stage, (*progress.sentences, step))
            yield progress


def _exchange(turn: ConversationTurn) -> Exchange:
    answer = turn.answer or {}
    citations = answer["citations"]
    return Exchange(
        question=answer["understood_as"],
        answer=answer["text"],
        abstained=answer["abstained"],
        statements=tuple(dict.fromkeys(citation["statement_id"] for citation in citations)),
        speakers=tuple(dict.fromkeys(citation["speaker"] for citation in citations if citation["speaker"])),
    )


def _log(error: Exception) -> None:
    from logging import getLogger

    getLogger(__name__).error("A question could not be answered.", exc_info=error)
