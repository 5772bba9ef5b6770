"""What of a question stands in quotation marks."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“„«\"]([^”“»\"]+)[”“»\"]")
_FEWEST_WORDS = 4  # fewer are a name or a term more often than somebody's words


def quoted(text: str) -> list[str]:
    """Return the quotations in `text`, of four words or more, without their marks."""
    return [match[1].strip() for match in _QUOTED.finditer(text) if _is_quotation(match)]


def unquoted(text: str) -> str:
    """Return `text` without its quotations: "this year" in one of them is not the asker's."""
    return _QUOTED.sub(lambda match: " " if _is_quotation(match) else match[0], text)


def _is_quotation(match: re.Match[str]) -> bool:
    return len(re.findall(r"\w+", match[1])) >= _FEWEST_WORDS
