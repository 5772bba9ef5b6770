"""Words to the user beside the result: one line each, on standard error."""

from __future__ import annotations

import sys

from ui.printable import one_line


def note(message: str) -> None:
    """Print a note or an error."""
    print(f"onrecord: {one_line(message)}", file=sys.stderr)
