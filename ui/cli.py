"""The command `onrecord`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from ui.commands import ask, evaluate, index, info, search, show
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
app.command(epilog=search.EXAMPLES, short_help="List the passages that bear on a query.")(search.search)
app.command(epilog=show.EXAMPLES, short_help="Show a statement, turn by turn.")(show.show)
app.command(epilog=info.EXAMPLES, short_help="Say what the corpus holds.")(info.info)
app.command("eval", epilog=evaluate.EXAMPLES, short_help="Measure the answers on a set of questions.")(
    evaluate.evaluate
)


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
