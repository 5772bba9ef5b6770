"""What a reader makes of a file."""

from __future__ import annotations

from dataclasses import dataclass

from index.metadata import NOTHING_STATED, Metadata, StatedTurn


@dataclass(frozen=True, slots=True)
class Document:
    """The words of a file, and what the file states about them.

    `text` is clean (see `index.cleaning.clean`) and holds words. `pages` holds the offset at which each
    page begins, ascending; it is empty for a format without pages. `turns` are in reading order;
    with none, who speaks is left to the transcript parser. `notes` tell, in a sentence each, what
    of the file is missing in the text.
    """

    text: str
    metadata: Metadata = NOTHING_STATED
    pages: tuple[int, ...] = ()
    turns: tuple[StatedTurn, ...] = ()
    notes: tuple[str, ...] = ()
