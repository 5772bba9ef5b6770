"""Words of time and place that reported speech replaces: "tomorrow" becomes "the next day"."""

from __future__ import annotations

from rag.checking.words import words

_REPORTED = {
    "tomorrow": "next following day",
    "yesterday": "previous day before",
    "today": "day same",
    "tonight": "night evening same day",
    "now": "then moment time currently",
    "here": "there",
    "ago": "earlier before previously",
    "last": "previous",
    "next": "following",
}


def reported(text: str) -> str:
    """Return the words that may stand in a report for those of `text` that point at the time of speaking."""
    return " ".join(_REPORTED[word.text] for word in words(text) if word.text in _REPORTED)
