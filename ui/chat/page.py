"""The page of the web chat. Only the server imports this module: gradio takes seconds to load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import gradio as gr  # noqa: TID253
from gradio.utils import get_upload_folder  # noqa: TID253
from pydantic import ValidationError

from index.errors import OnRecordError
from ui.chat import inputs
from ui.chat.asking import Asking
from ui.chat.assets import script, style
from ui.chat.browsing import Browsing
from ui.chat.context import LOCAL_USER, ChatContext
from ui.chat.examples import Examples
from ui.chat.history import History
from ui.chat.inputs import Input
from ui.chat.panes import Pane, Panes, answering, effects
from ui.chat.templates import render
from ui.chat.uploading import Uploading
from ui.chat.visiting import Visiting

_OTHER_EVENTS = 256  # that may wait beside the questions; each takes milliseconds

Taken = TypeVar("Taken", bound=Input)
Components = dict[Pane, gr.HTML]


def build(context: ChatContext) -> gr.Blocks:
    """Return the page over `context`; the user of a request is `request.username`, or "local"."""
    page: gr.Blocks = gr.Blocks(title="On Record", analytics_enabled=False, fill_width=True)
    with page:
        components, queue = _layout(context)
        _wire(context, components, queue)
    waiting = context.settings.server.waiting_questions
    page.queue(max_size=waiting + _OTHER_EVENTS, default_concurrency_limit=8, api_open=False)
    return page


def page_options() -> dict[str, Any]:
    """Return what `gr.mount_gradio_app` (or `launch`) must be given beside the page: its look.

    The server adds what is its own: login, limits, paths.
    """
    return {
        "theme": gr.themes.Base(font=["sans-serif"], font_mono=["monospace"]),
        "head": f"<style>{style()}</style>",
        "footer_links": [],
        "run_history": False,
        "show_error": False,
        "ssr_mode": False,
        "pwa": False,
        "enable_monitoring": False,
        "mcp_server": False,
    }


def _layout(context: ChatContext) -> tuple[Components, gr.HTML]:
    panes: Components = {}

    def pane(name: Pane) -> None:
        panes[name] = gr.HTML("", elem_id=name.value, apply_default_css=False, js_on_load=None)

    def fixed(template: str, **values: Any) -> None:
        gr.HTML(render(template, **values), apply_default_css=False, js_on_load=None)

    panes[Pane.EFFECTS] = gr.HTML("", elem_id="bus", apply_default_css=False, js_on_load=script())
    with gr.Column(elem_id="shell"):
        fixed("masthead", uploads=context.documents is not None)
        with gr.Row(elem_id="frame"):
            with gr.Column(elem_id="left"):
                pane(Pane.RAIL)
            with gr.Column(elem_id="center"):
                with gr.Column(elem_id="ask-view"):
                    pane(Pane.THREAD)
                    pane(Pane.EXAMPLES)
                    with gr.Column(elem_id="foot"):
                        queue = gr.HTML("", elem_id="queue", apply_default_css=False, js_on_load=None)
                        fixed("composer", limit=context.settings.rag.answer.max_question_characters)
                        pane(Pane.FIELDS)
                pane(Pane.BROWSE)
                pane(Pane.DOCUMENTS)
            with gr.Column(elem_id="side"):
                pane(Pane.SOURCES)
                pane(Pane.OVERVIEW)
                pane(Pane.READER)
    fixed("dialogs")
    return panes, queue


def _wire(context: ChatContext, components: Components, queue: gr.HTML) -> None:
    asking, history, browsing = Asking(context), History(context), Browsing(context)
    visiting = Visiting(context, Examples(context.live))
    bus = components[Pane.EFFECTS]
    outputs = list(components.values())
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

    def on(event: str, taken: type[Taken], handle: Callable[[str, Taken], Panes], **options: Any) -> None:
        def handler(evt: gr.EventData, request: gr.Request) -> dict[gr.HTML, str]:
            panes = _guarded(taken, evt, lambda given: handle(_user(request), given))
            return _renewed(components, answering(event, panes))

        getattr(bus, event)(handler, None, outputs, **quiet, **options)

    def ask(evt: gr.EventData, request: gr.Request) -> Iterator[dict[gr.HTML, str]]:
        try:
            steps = asking.ask(_user(request), inputs.Asked.model_validate(evt._data))
            for panes in steps:
                yield _renewed(components, answering("ask", panes) if Pane.EFFECTS in panes else panes)
        except ValidationError:
            yield _renewed(components, answering("ask", effects(message=_UNREADABLE, running=False)))
        except OnRecordError as error:
            yield _renewed(components, answering("ask", effects(message=str(error), running=False)))

    # Nothing may tell how far it is but the place where its turn in the queue is shown.
    asked = bus.ask(
        ask,
        None,
        outputs,
        concurrency_limit=context.settings.server.concurrent_questions,
        concurrency_id="answers",
        show_progress="minimal",
        show_progress_on=queue,
        api_visibility="private",
    )

    asked.failure(None, js='() => document.dispatchEvent(new Event("unanswered"))')
    bus.stop(None, cancels=[asked])
    on("pulse", inputs.Nothing, lambda _user, _nothing: effects())
    on("visit", inputs.Place, visiting.visit)
    on("examples", inputs.Nothing, visiting.examples)
    on("open", inputs.Place, visiting.open)
    on("fields", inputs.FilterChoice, lambda _user, chosen: visiting.fields(chosen))
    on("rate", inputs.Rated, asking.rate)
    on("rename", inputs.Renamed, history.rename)
    on("delete", inputs.ConversationNamed, history.delete)
    on("export", inputs.ConversationNamed, history.export)
    on("search_rail", inputs.RailSearched, history.search)
    on("browse", inputs.Browsed, browsing.browse)
    on("overview", inputs.Nothing, browsing.overview)
    if context.documents:
        uploading = Uploading(context, context.documents, Path(get_upload_folder()))
        on("documents", inputs.Nothing, uploading.show)
        on("add_documents", inputs.Uploaded, uploading.add)
        on("remove_documents", inputs.DocumentsNamed, uploading.remove)
        on("rebuild", inputs.Nothing, uploading.rebuild)


_UNREADABLE = "The page sent something that the server does not understand: reload it."


def _guarded(taken: type[Taken], event: gr.EventData, handle: Callable[[Taken], Panes]) -> Panes:
    """Handle what the browser sent, once it is known to be what it should be."""
    try:
        return handle(taken.model_validate(event._data))
    except ValidationError:
        return effects(message=_UNREADABLE, running=False)
    except OnRecordError as error:
        return effects(message=str(error), running=False)


def _renewed(components: Components, panes: Panes) -> dict[gr.HTML, str]:
    return {components[pane]: html for pane, html in panes.items()}


def _user(request: gr.Request) -> str:
    return getattr(request, "username", None) or LOCAL_USER
