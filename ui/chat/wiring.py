"""From the events of the page to those who handle them, and back to its panes."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing
from typing import Any, TypeVar

import gradio as gr  # noqa: TID253
from gradio.events import Dependency  # noqa: TID253
from pydantic import ValidationError

from index.errors import OnRecordError
from ui.chat.context import LOCAL_USER
from ui.chat.inputs import Input
from ui.chat.panes import Pane, Panes, answering, effects
from ui.server.turnstile import TooBusy
from ui.server.visitor import owner_of

Taken = TypeVar("Taken", bound=Input)
Components = dict[Pane, gr.HTML]
Renewed = dict[gr.HTML, str]

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_UNREADABLE = "The page sent something that the server does not understand: reload it."
_TOO_BUSY = "Too many questions are waiting for an answer: ask again in a few seconds."
_TOLD = (ValidationError, TooBusy, OnRecordError)  # all else is a fault of ours


class Wiring:
    """Ties handlers to events. What the browser sends reaches them once it is what it should be."""

    def __init__(self, components: Components) -> None:
        self._components = components
        self._outputs = list(components.values())

    def on(self, event: str, taken: type[Taken], handle: Callable[[str, Taken], Panes]) -> None:
        """Have `event` answered by `handle`, which is given the user and what the event carries."""
        self.on_steps(event, taken, lambda user, given: iter([handle(user, given)]), once=True)

    def on_steps(
        self,
        event: str,
        taken: type[Taken],
        handle: Callable[[str, Taken], Iterator[Panes]],
        *,
        once: bool = False,
    ) -> None:
        """Have `event` answered step by step, or `once`."""

        def steps(evt: gr.EventData, request: gr.Request) -> Iterator[Renewed]:
            try:
                for panes in handle(_user(request), taken.model_validate(evt._data)):
                    yield self._renewed(answering(event, panes))
            except _TOLD as error:
                yield self._renewed(answering(event, effects(message=_message(error))))

        def step(evt: gr.EventData, request: gr.Request) -> Renewed:
            return next(steps(evt, request))

        self._listen(event, step if once else steps)

    def on_question(
        self,
        event: str,
        taken: type[Taken],
        handle: Callable[[str, str, Taken], AsyncGenerator[Panes, None]],
    ) -> Dependency:
        """Have `event` answered step by step, as many at once as `handle` lets through.

        It is given the user, the key that a place in the queue is counted against, and what was asked.
        """

        async def steps(evt: gr.EventData, request: gr.Request) -> AsyncIterator[Renewed]:
            try:
                given = taken.model_validate(evt._data)
                async with aclosing(handle(_user(request), _owner(request), given)) as answered:
                    async for panes in answered:
                        told = answering(event, panes) if Pane.EFFECTS in panes else panes
                        yield self._renewed(told)
            except _TOLD as error:
                refused = effects(message=_message(error), running=False, untaken=True)
                yield self._renewed(answering(event, refused))

        return self._listen(event, steps, concurrency_limit=None)

    def stop(self, event: str, stopped: Dependency) -> None:
        """Have `event` end what answers another."""
        getattr(self._bus, event)(None, cancels=[stopped])

    @property
    def _bus(self) -> gr.HTML:
        return self._components[Pane.EFFECTS]

    def _listen(self, event: str, handler: Callable[..., Any], **options: Any) -> Dependency:
        bound: Dependency = getattr(self._bus, event)(handler, None, self._outputs, **_QUIET, **options)
        return bound

    def _renewed(self, panes: Panes) -> Renewed:
        return {self._components[pane]: html for pane, html in panes.items()}


def _message(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return _UNREADABLE
    return _TOO_BUSY if isinstance(error, TooBusy) else str(error)


def _owner(request: gr.Request) -> str:
    return owner_of(request.request.scope) if request.request else ""


def _user(request: gr.Request) -> str:
    return getattr(request, "username", None) or LOCAL_USER
