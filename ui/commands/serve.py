"""`onrecord serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir

EXAMPLES = """
\b
Examples:
  onrecord serve --open
  onrecord serve --index my-index --port 8000 --no-uploads
  onrecord serve --host 0.0.0.0 --auth-file users.txt
"""


def serve(
    host: Annotated[
        str | None,
        typer.Option(
            "--host", metavar="ADDRESS", help="Address to bind to.  [default: server.host, or 127.0.0.1]"
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="Port to bind to.  [default: server.port, or 7860]"
        ),
    ] = None,
    auth_file: Annotated[
        Path | None,
        typer.Option("--auth-file", metavar="FILE", help="Who may log in; see `onrecord users`."),
    ] = None,
    uploads: Annotated[
        bool | None,
        typer.Option("--uploads/--no-uploads", help="Whether users may add documents.", show_default=False),
    ] = None,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Let others than this machine in without a login.")
    ] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Serve the web chat and the HTTP API over an index, until Ctrl-C.

    Only this machine can reach it unless --host says otherwise, which needs --auth-file. The
    address is printed on standard error when the page is ready. An index that is rebuilt is taken
    up without a restart.
    """
    import rag
    from ui.server.access import Keys
    from ui.server.addresses import check_exposure, listen
    from ui.server.environment import quiet_gradio
    from ui.server.warming import load_models
    from ui.settings import load_settings

    flags = {"host": host, "port": port, "auth_file": auth_file}
    given = {name: value for name, value in flags.items() if value is not None}
    settings = load_settings(config, index_dir=index, server=given, uploads=uploads)
    check_exposure(settings.server, insecure=insecure)
    Keys.of(settings.server)  # a mistake is told before anything is loaded
    live = rag.open_live(settings.index_dir, index_settings=settings.index, settings=settings.rag)
    try:
        with listen(settings.server.host, settings.server.port) as listening, quiet_gradio():
            load_models(live)  # while the page's libraries are, which takes longer
            from ui.server.chat import serve_chat

            serve_chat(live, settings, listening, open_page=open_page)
    finally:
        live.close()
