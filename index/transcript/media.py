"""Telling journalists by what stands beside a name."""

from __future__ import annotations

from index.transcript.label import fold
from index.transcript.vocabulary import MEDIA_WORDS


def is_media(aside: str) -> bool:
    """Whether what a label says of its holder names a news organisation or a journalist's trade."""
    words = fold(aside).replace("rt hon", "").replace(",", " ").replace("/", " ").split()
    return not MEDIA_WORDS.isdisjoint(words)
