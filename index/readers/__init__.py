"""Readers by file name suffix. A new format is one file here and one line in the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from index.errors import UnsupportedFormat
from index.readers.reader import Reader
from index.readers.text import TextReader

__all__ = ["READERS", "Reader", "reader_for", "stem", "suffix"]

READERS: Mapping[str, Reader] = {
    "": TextReader(),
    ".md": TextReader(),
    ".txt": TextReader(),
}

# In "Interview 12.09.2013", "St. Petersburg" and "2020.01.08-address" no dot begins a suffix.
_SUFFIX = re.compile(r"(?<=.)\.(?=[^.]*[A-Za-z])[A-Za-z0-9]+$")


def suffix(path: Path) -> str:
    """Return the suffix that tells the format, in lower case; empty where there is none."""
    match = _SUFFIX.search(path.name)
    return match[0].lower() if match else ""


def stem(path: Path) -> str:
    """Return the file name without that suffix."""
    return path.name[: len(path.name) - len(suffix(path))]


def reader_for(path: Path) -> Reader:
    """Return the reader that takes this file.

    Raises:
        UnsupportedFormat: no reader takes its suffix.
    """
    try:
        return READERS[suffix(path)]
    except KeyError:
        known = ", ".join(sorted(READERS)[1:])
        raise UnsupportedFormat(
            f"{path.name} is not read because of its suffix: convert it to one of {known}."
        ) from None
