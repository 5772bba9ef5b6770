"""The page of the web chat. Only the server imports this module: gradio takes seconds to load."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import gradio as gr  # noqa: TID253
from gradio.utils import get_upload_folder  # noqa: TID253

from ui.chat import inputs
from ui.chat.asking import Asking
from ui.chat.assets import script, style
from ui.chat.browsing import Browsing
from ui.chat.context import ChatContext
from ui.chat.examples import Examples
from ui.chat.history import History
from ui.chat.panes import Pane, Panes, effects
from ui.chat.queueing import in_turn
from ui.chat.templates import render
from ui.chat.uploading import Uploading
from ui.chat.visiting import Visiting
from ui.chat.wiring import Components, Wiring

_OTHER_EVENTS = 256  # that may wait beside the questions; each takes milliseconds
_OTHER_JOBS = 40  # of these, how many at once
_LOOKS_EVERY = 0.02  # seconds; Gradio's thousand looks a second keep an idle laptop at 6% of a core


def build(context: ChatContext) -> gr.Blocks:
    """Return the page over `context`; the user of a request is `request.username`, or "local"."""
    page: gr.Blocks = gr.Blocks(title="On Record", analytics_enabled=False, fill_width=True)
    with page:
        components = _layout(context)
        _wire(context, components)
    limits = context.settings.server
    # A question that waits its turn is a job of Gradio's: it must not keep the other events waiting.
    page.max_threads = limits.concurrent_questions + limits.waiting_questions + _OTHER_JOBS
    page.queue(max_size=limits.waiting_questions + _OTHER_EVENTS, default_concurrency_limit=8, api_open=False)
    page._queue.sleep_when_free = _LOOKS_EVERY  # Gradio has no setting for it
    page._queue.progress_update_sleep_when_free = _LOOKS_EVERY
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


def _layout(context: ChatContext) -> Components:
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
                        fixed("composer", limit=context.settings.rag.answer.max_question_characters)
                        pane(Pane.FIELDS)
                pane(Pane.BROWSE)
                pane(Pane.DOCUMENTS)
            with gr.Column(elem_id="side"):
                pane(Pane.SOURCES)
                pane(Pane.OVERVIEW)
                pane(Pane.READER)
    fixed("dialogs")
    return panes


def _wire(context: ChatContext, components: Components) -> None:
    asking, history, browsing = Asking(context), History(context), Browsing(context)
    visiting = Visiting(context, Examples(context.live, context.turnstile))
    wiring = Wiring(components)

    def ask(user: str, owner: str, asked: inputs.Asked) -> AsyncGenerator[Panes, None]:
        return in_turn(context.turnstile, owner, lambda: asking.ask(user, asked))

    asked = wiring.on_question("ask", inputs.Asked, ask)
    asked.failure(None, js='() => document.dispatchEvent(new Event("unanswered"))')
    wiring.stop("stop", asked)
    on = wiring.on
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
        wiring.on_steps("add_documents", inputs.Uploaded, uploading.add)
        on("remove_documents", inputs.DocumentsNamed, uploading.remove)
        on("rebuild", inputs.Nothing, uploading.rebuild)
