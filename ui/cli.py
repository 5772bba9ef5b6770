"""The command `onrecord`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from ui.commands import (
    add,
    ask,
    doctor,
    evaluate,
    export,
    feedback,
    history,
    index,
    info,
    mcp,
    mentions,
    models,
    remove,
    rollback,
    search,
    serve,
    show,
    timeline,
    users,
    verify,
    watch,
)
from ui.run import run

_EXAMPLES = """
\b
Examples:
  onrecord index seeds
  onrecord ask "How many projects does the joint plan include?"
  onrecord search "chemical weapons" --speaker Lavrov
  onrecord show ID
  onrecord info

Settings come from flags, then from variables such as ONRECORD_INDEX_DIR or
ONRECORD_RAG__ANSWER__SENTENCES, then from onrecord.toml in the working directory.

\b
Exit status:
  0    a result, also where the corpus holds no answer
  1    something failed; one line on standard error says what to do
  2    a flag, variable or settings file is wrong
  3    `index` published, but some files could not be read
  4    `verify`: a quotation is not verbatim
  130  interrupted
"""

app = typer.Typer(
    name="onrecord",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=index.EXAMPLES, short_help="Build the index, or bring it up to date.")(index.index)
app.command(epilog=ask.EXAMPLES, short_help="Answer a question in the speakers' own words.")(ask.ask)
app.command(epilog=verify.EXAMPLES, short_help="Check whether, where and by whom words were said.")(
    verify.verify
)
app.command(epilog=mentions.EXAMPLES, short_help="Count who mentions what.")(mentions.mentions)
app.command(epilog=timeline.EXAMPLES, short_help="Show what was said over time, and the silences.")(
    timeline.timeline
)
app.command(epilog=search.EXAMPLES, short_help="List the passages that bear on a query.")(search.search)
app.command(epilog=show.EXAMPLES, short_help="Show a statement, turn by turn.")(show.show)
app.command(epilog=info.EXAMPLES, short_help="Say what the corpus holds.")(info.info)
app.command(epilog=add.EXAMPLES, short_help="Add files, and look at nothing else.")(add.add)
app.command(epilog=remove.EXAMPLES, short_help="Take statements out, for good.")(remove.remove)
app.command(epilog=watch.EXAMPLES, short_help="Keep the index up to date while files change.")(watch.watch)
app.command(epilog=doctor.EXAMPLES, short_help="Examine the index, and mend it.")(doctor.doctor)
app.command(epilog=history.EXAMPLES, short_help="List the states of the index that are kept.")(
    history.history
)
app.command(epilog=rollback.EXAMPLES, short_help="Go back to an earlier state.")(rollback.rollback)
app.command(epilog=export.EXAMPLES, short_help="Write statements and passages as JSON Lines.")(export.export)
app.command("eval", epilog=evaluate.EXAMPLES, short_help="Measure the answers on a set of questions.")(
    evaluate.evaluate
)
app.command(epilog=serve.EXAMPLES, short_help="Serve the web chat and the HTTP API.")(serve.serve)
app.command(epilog=mcp.EXAMPLES, short_help="Serve the corpus to a language model (MCP).")(mcp.mcp)
app.add_typer(feedback.feedback, name="feedback", short_help="Export what users said of the answers.")
app.add_typer(models.models, name="models", short_help="Try chat models that may word the answers.")
app.add_typer(users.users, name="users", short_help="Manage who may log in to the server.")


@app.callback(invoke_without_command=True, epilog=_EXAMPLES)
def onrecord(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Ask a corpus of official statements; get the right words from the right mouth, or an honest no."""
    if version:
        typer.echo(f"onrecord {_version()}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("onrecord")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its exit status."""
    sys.exit(run(app, arguments))


if __name__ == "__main__":
    main()
