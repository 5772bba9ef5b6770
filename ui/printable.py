"""Words of a corpus are data: what could steer a terminal is taken out before they are printed."""

from __future__ import annotations

import codecs
import re

# C0 without tab and line feed, DEL and C1, and the characters that override the direction of text.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u2502": "|",
        "\u00a0": " ",
    }
)
_ERROR_HANDLER = "onrecord-plain"


def printable(text: str) -> str:
    """Return `text` without control characters and overrides of direction; lines and tabs stay."""
    return _STEERING.sub("", text)


def one_line(text: str) -> str:
    """Return `text` printable, on one line, with single spaces."""
    return " ".join(printable(text).split())


def legible(typed: str) -> str:
    """Return an argument of the command line with a replacement character for bytes that are no text."""
    return typed.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")


def escaped(json_text: str) -> str:
    """Return the same JSON document with those characters, which stand in its strings only, escaped."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def plain_error_handler() -> str:
    """Register, and name, the way to write to a terminal that has few characters.

    Typographic marks become their plain forms, anything else a question mark.
    """
    codecs.register_error(_ERROR_HANDLER, _plain)
    return _ERROR_HANDLER


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_PLAIN)
    return "".join(character if character.isascii() else "?" for character in lost), error.end
