"""The words of a tree of HTML elements, one block a line."""

from __future__ import annotations

import re
from typing import Any

_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section table tr ul title".split()
)
_SILENT = frozenset(
    "head script style template noscript iframe object svg math select button textarea".split()
)


def text_of(tree: Any) -> str:
    """Return the words that a reader of the page sees; white space as a browser shows it."""
    parts: list[str] = []
    events = _events(tree)
    for is_start, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            parts.append("\n")
        if is_start:
            parts.append(_spaced(element.text))
        elif element is not tree:
            parts.append(_spaced(element.tail))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _events(tree: Any) -> Any:
    """Yield (True, element) at its start and (False, element) at its end; without recursion."""
    stack = [(True, tree)]
    while stack:
        is_start, element = stack.pop()
        silent = not isinstance(element.tag, str) or element.tag in _SILENT
        if is_start and silent:
            stack.append((False, element))
            continue
        yield is_start, element
        if is_start:
            stack.append((False, element))
            stack.extend((True, child) for child in reversed(element))
