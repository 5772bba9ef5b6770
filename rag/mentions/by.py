"""What mentions can be grouped by."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """A name of a group; it stands alone so that the command line can offer it without loading numpy."""

    SPEAKER = "speaker"
    YEAR = "year"
    KIND = "kind"
