"""`onrecord verify`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ui.options import Config, IndexDir, Json
from ui.printable import legible

EXAMPLES = """
\b
Examples:
  onrecord verify "This Plan includes 44 projects"
  onrecord verify "We have completed ... negotiations" --speaker Lavrov
  onrecord verify "includes 44 projects" --json | jq .checks[0].found
"""

NOT_VERBATIM = 4
"""Exit status where the checks were made, and not every quotation is verbatim."""

_SHOWN, _IN_JSON = 10, 1000


def verify(
    quote: Annotated[
        str | None,
        typer.Argument(show_default=False, help="The quotation, in quotes; - reads it from standard input."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Who is said to have said it; a surname will do."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="Check each line of FILE; - is standard input."),
    ] = None,
    k: Annotated[
        int | None,
        typer.Option("-k", metavar="N", min=1, help="Most places to list.  [default: 10; 1000 with --json]"),
    ] = None,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> int:
    """Check whether, where and by whom words were said: every word spoken in the corpus is searched.

    The verdict is: verbatim; said by someone else; said by two people, where it runs over two turns;
    altered, with the changed words marked; or not in this corpus. Case, punctuation and British or
    American spelling do not count, a single changed word does. An ellipsis may stand for words left
    out, [brackets] for words put in. A name behind the quotation ("..." — Lavrov) counts as
    --speaker. The status is 0 where every quotation is verbatim, else 4.
    """
    from index.opened import open_index
    from rag.filters import Filters
    from rag.quotes import QuoteChecker, Verdict
    from ui.filter_notes import note_unknown
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    quotes = list(_quotes(quote, file))
    with open_index(settings.index_dir, settings.index) as opened:
        if speaker:
            note_unknown(Filters(speakers=(speaker,)), opened.catalogue)
        checker = QuoteChecker(opened)
        checks = [checker.check(text, speaker, k or (_IN_JSON if json else _SHOWN)) for text in quotes]
    if json:
        from rag.quotes.serialise import checks_to_json
        from ui.screen import print_json

        print_json(checks_to_json(checks, checker.corpus))
    else:
        from ui.rendering.verify import render_check, render_summary
        from ui.screen import print_result

        parts = [part for check in checks for part in render_check(check)]
        print_result(*parts, *([render_summary(checks)] if file else []))
    return 0 if all(check.verdict is Verdict.VERBATIM for check in checks) else NOT_VERBATIM


def _quotes(quote: str | None, file: Path | None) -> Iterator[str]:
    """Yield the quotations to check; lines of a file that hold no words are passed over."""
    if (quote is None) == (file is None):
        raise typer.BadParameter("give a quotation or --file FILE, one of the two.")
    if quote is not None:
        yield _standard_input() if quote == "-" else legible(quote)
        return
    text = _standard_input() if str(file) == "-" else _read(file)
    lines = [line for line in text.splitlines() if any(map(str.isalnum, line))]
    if not lines:
        raise typer.BadParameter(f"{file} holds no quotations: write one on each line.")
    yield from lines


def _standard_input() -> str:
    import sys

    if sys.stdin is None:
        raise typer.BadParameter("standard input is closed: give the quotation itself, or a file.")
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def _read(file: Path | None) -> str:
    try:
        return Path(str(file)).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read ({error.strerror}).") from error
