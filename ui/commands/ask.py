"""`onrecord ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ui.filter_options import restricted
from ui.options import Config, IndexDir, Json
from ui.printable import legible

if TYPE_CHECKING:
    from rag.filters import Filters

EXAMPLES = """
\b
Examples:
  onrecord ask "How many projects does the joint plan include?"
  onrecord ask "What was said about Syria?" --speaker Lavrov --since 2013
  onrecord ask "What did journalists ask about Geneva?" --role questioner
  onrecord ask "Who attends the summit?" --json | jq -r .text
"""


@restricted
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    filters: Filters,
    k: Annotated[
        int | None,
        typer.Option(
            "-k",
            metavar="N",
            min=1,
            max=10,
            help="Most sentences to quote.  [default: rag.answer.sentences, or 3]",
        ),
    ] = None,
    generator: Annotated[
        Literal["extractive", "chat"] | None,
        typer.Option(
            "--generator", help="Who words the answer (docs/chat-models.md).  [default: rag.generator]"
        ),
    ] = None,
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """Answer a question in the speakers' own words, each sentence with its source.

    Every sentence is quoted letter for letter and numbered [n]; the sources beneath say who said
    it, in what role, when and where, and give the id that `onrecord show` takes. Where the corpus
    holds no answer, this says so and offers the nearest passages as such: that too is a result,
    with exit status 0 (`abstained` in the JSON document).
    """
    import rag
    from ui.filter_notes import note_unknown
    from ui.settings import load_settings

    chosen = {"generator": generator} if generator else None
    settings = load_settings(config, index_dir=index, sentences=k, rag=chosen)
    with rag.open(settings.index_dir, index_settings=settings.index, settings=settings.rag) as assistant:
        note_unknown(filters, assistant.index.catalogue)
        answer = assistant.ask(legible(question), filters)
    if json:
        from rag.serialise import answer_to_json
        from ui.screen import print_json

        print_json(answer_to_json(answer))
    else:
        from ui.rendering.answer import render_answer
        from ui.screen import print_result

        print_result(*render_answer(answer))
