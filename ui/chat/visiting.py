"""Opening an address: a conversation, a statement, or the start."""

from __future__ import annotations

from rag.assistant import Assistant
from rag.wording import searched
from ui.chat.context import ChatContext
from ui.chat.examples import Examples
from ui.chat.inputs import FilterChoice, Nothing, Place
from ui.chat.panes import Pane, Panes, effects
from ui.chat.rail import rail_html
from ui.chat.reader import missing_html, reader_html
from ui.chat.sources import sources_html, statement_of
from ui.chat.store.records import ConversationTurn
from ui.chat.templates import render
from ui.chat.thread import start_html, thread_html
from ui.errors import NotYours

_LISTED_STATEMENTS = 2000


class Visiting:
    """Shows what stands at an address, to those who may see it."""

    def __init__(self, context: ChatContext, examples: Examples) -> None:
        self._context = context
        self._examples = examples

    def visit(self, user: str, place: Place) -> Panes:
        """Return everything that an address names."""
        store = self._context.store
        gone = False
        try:
            turns = store.turns(user, place.conversation) if place.conversation else []
        except NotYours:
            gone, turns = True, []
        conversation = None if gone else place.conversation
        with self._context.live.lease() as assistant:
            return {
                Pane.RAIL: rail_html(store.conversations(user), conversation, ""),
                Pane.THREAD: self._thread(assistant, conversation, turns),
                Pane.SOURCES: self._sources(assistant, conversation, turns, place.turn),
                Pane.READER: self._reader(assistant, place),
                **effects(
                    message="That conversation is not here: it may have been deleted." if gone else None,
                    conversation=conversation,
                    empty=not turns,
                    scroll=f"turn-{turns[-1].number}" if len(turns) > 1 and not place.turn else None,
                    reading=place.statement,
                    marked=place.start is not None,
                ),
            }

    def open(self, user: str, place: Place) -> Panes:
        """Return the statement that an address names, and the cards of its answer."""
        panes: dict[Pane, str] = {}
        with self._context.live.lease() as assistant:
            panes[Pane.READER] = self._reader(assistant, place)
            if place.conversation and place.turn:
                turns = self._context.store.turns(user, place.conversation)
                panes[Pane.SOURCES] = self._sources(assistant, place.conversation, turns, place.turn)
        return {**panes, **effects(reading=place.statement, marked=place.start is not None)}

    def examples(self, _user: str, _nothing: Nothing) -> Panes:
        """Return the questions to begin with; they may still be looked for."""
        with self._context.live.lease() as assistant:
            found = self._examples.of(assistant)
        pending = self._examples.pending
        html = render("examples", examples=found, loading=pending)
        return {Pane.EXAMPLES: html, **effects(examples_pending=pending)}

    def fields(self, chosen: FilterChoice) -> Panes:
        """Return the fields of the filters, with what can be chosen in this corpus."""
        with self._context.live.lease() as assistant:
            catalogue = assistant.index.catalogue
            titles = catalogue.titles()
            html = render(
                "fields",
                speakers=catalogue.speakers(),
                kinds=catalogue.kinds(),
                titles=dict(list(titles.items())[:_LISTED_STATEMENTS]),
                dates=catalogue.dates(),
                chosen=chosen,
            )
        return {Pane.FIELDS: html, **effects(fields=True)}

    def _thread(self, assistant: Assistant, conversation: str | None, turns: list[ConversationTurn]) -> str:
        if conversation and turns:
            return thread_html(conversation, turns)
        return start_html(searched(assistant.corpus()))

    def _sources(
        self,
        assistant: Assistant,
        conversation: str | None,
        turns: list[ConversationTurn],
        number: int | None,
    ) -> str:
        shown = next((turn for turn in turns if turn.number == number), turns[-1] if turns else None)
        return sources_html(assistant, conversation or "", shown)

    def _reader(self, assistant: Assistant, place: Place) -> str:
        if place.statement is None:
            return ""
        statement = statement_of(assistant, place.statement)
        if statement is None:
            return missing_html(place.conversation)
        return reader_html(statement, place.start, place.end, place.conversation)
