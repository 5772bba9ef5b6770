"""`onrecord feedback`."""

from __future__ import annotations

import typer

from ui.options import Config, IndexDir

EXAMPLES = """
\b
Examples:
  onrecord feedback export > feedback.jsonl
  onrecord feedback export | jq -r 'select(.verdict == "bad") | .question'
"""

feedback = typer.Typer(
    help="What users of the chat said of its answers.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)


@feedback.callback()
def of_the_chat() -> None:
    """What users of the chat said of its answers."""


@feedback.command(epilog=EXAMPLES)
def export(index: IndexDir = None, config: Config = None) -> None:
    """Print every rated answer as JSON Lines: who rated what, how, and the answer with its sources.

    It is printed in the order of the ratings. What users deleted is not among it.
    """
    from ui.chat.store.feedback import feedback_to_json, read_feedback
    from ui.notes import note
    from ui.screen import print_json
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    path = settings.chat.folder_beside(settings.index_dir) / "conversations.db"
    if not path.exists():
        note(f"nobody has used the chat of this index yet: there is no {path}.")
        return
    for rated in read_feedback(path):
        print_json(feedback_to_json(rated), lines=True)
