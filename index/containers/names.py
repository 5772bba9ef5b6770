"""The names that archives and manifests give to what is in them."""

from __future__ import annotations

import re

from index.cleaning import single_line
from index.errors import UnsafeFile

_MOST_CHARACTERS = 1000


def safe_name(name: str) -> str:
    """Return a member's name as a relative path with forward slashes, without anything invisible.

    Raises:
        UnsafeFile: it is absolute, climbs out of the container, is empty or very long.
    """
    shown = single_line(name.replace("\\", "/"))
    parts = [part for part in shown.split("/") if part not in ("", ".")]
    if shown.startswith("/") or re.match("[A-Za-z]:", shown) or ".." in parts:
        raise UnsafeFile(f"{shown[:80]!r} leads out of its archive: pack it anew under a plain name.")
    if not parts or len(shown) > _MOST_CHARACTERS:
        raise UnsafeFile(f"{shown[:80]!r} is no name for a file: pack it anew under a plain name.")
    return "/".join(parts)
