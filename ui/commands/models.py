"""`onrecord models`."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json

EXAMPLES = """
\b
Examples:
  onrecord models check
  onrecord models check --base-url http://127.0.0.1:8080/v1
  onrecord models check --model qwen3:8b --json
"""

models = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@models.callback(epilog=EXAMPLES)
def _models() -> None:
    """Chat models that may word the answers (docs/chat-models.md)."""


@models.command(epilog=EXAMPLES, short_help="Say what an endpoint is and can do.")
def check(
    base_url: Annotated[
        str | None,
        typer.Option("--base-url", metavar="URL", help="The endpoint.  [default: rag.chat.base_url]"),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="The model.  [default: rag.chat.model]")
    ] = None,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Ask an OpenAI-compatible endpoint what it is, whether it streams and follows JSON schemas.

    It gets one question about a statement made up for the trial, and each sentence of its reply is
    checked as in an answer. The key is read from ONRECORD_CHAT_API_KEY and never shown.
    """
    from rag.generators.chat_model.probe import probe
    from rag.reranker import Reranker
    from ui.settings import load_settings

    flags = {"base_url": base_url, "model": model}
    given = {name: value for name, value in flags.items() if value is not None}
    settings = load_settings(config, index_dir=index, rag={"chat": given})
    report = probe(settings.rag.chat, Reranker(threads=settings.index.embedder.threads))
    if json:
        from ui.rendering.models import report_to_json
        from ui.screen import print_json

        print_json(report_to_json(report))
    else:
        from ui.rendering.models import render_report
        from ui.screen import print_result

        print_result(*render_report(report))
