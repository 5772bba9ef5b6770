"""`onrecord history`."""

from __future__ import annotations

from ui.options import Config, IndexDir, Json

EXAMPLES = """
\b
Examples:
  onrecord history
  onrecord history --json
  onrecord history --index ~/.onrecord
"""


def history(
    json: Json = False,
    index: IndexDir = None,
    config: Config = None,
) -> None:
    """List the states of the index that are kept, and what each of them changed.

    How many are kept is the setting index.history.generations. `onrecord rollback` leads back to
    one of them.
    """
    from index.history import history as kept_states
    from ui.settings import load_settings

    settings = load_settings(config, index_dir=index)
    states = kept_states(settings.index_dir)
    if json:
        from ui.index_documents import history_to_json
        from ui.screen import print_json

        print_json(history_to_json(states))
    else:
        from ui.rendering.history import render_history
        from ui.screen import print_result

        print_result(*render_history(states))
