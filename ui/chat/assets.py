"""The style and the script of the page, put together from their files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "assets"


@cache
def style() -> str:
    """Return the style sheets, in the order of their names."""
    return _joined("css")


@cache
def script() -> str:
    """Return the script; its files share one scope, in the order of their names."""
    return _joined("js")


def _joined(kind: str) -> str:
    files = sorted((_FOLDER / kind).glob(f"*.{kind}"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
