"""`onrecord mcp`."""

from __future__ import annotations

from ui.options import Config, IndexDir

EXAMPLES = """
\b
Examples:
  onrecord mcp --index my-index
  onrecord mcp --config /srv/statements/onrecord.toml
"""


def mcp(index: IndexDir = None, config: Config = None) -> None:
    """Serve the corpus to a language model over the Model Context Protocol, on standard input and output.

    It offers the tools ask, search and read_statement (docs/mcp.md). An index that is rebuilt is
    taken up without a restart.
    """
    import rag
    from index.errors import ExtraMissing
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    live = rag.open_live(settings.index_dir, index_settings=settings.index, settings=settings.rag)
    try:
        from ui.mcp.server import mcp_server
    except ModuleNotFoundError as error:
        live.close()
        raise ExtraMissing("The MCP server needs one more package: pip install 'onrecord[mcp]'.") from error
    try:
        mcp_server(live).run("stdio")
    finally:
        live.close()
