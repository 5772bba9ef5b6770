"""Page chrome: what a web page prints around a statement (menus, breadcrumbs, share links).

Only short lines at the two ends of a file can be chrome, and only in forms that nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD, _TAIL = 12, 10
_MAX_WORDS = 30

_FIXED = frozenset(
    line.strip()
    for entries in (
        "official site | official website | official web site | home | menu | main menu | search",
        "print | print version | print this page | print page | printable version | listen | text size",
        "share | share this | share this page | tweet | e-mail | email this page | copy link",
        "subscribe | newsletter | enlarge text | log in | sign in",
        "back | back to top | to top | back to list | return to top | top of page | site map | sitemap",
        "skip to content | skip to main content | skip to navigation | follow us | contact us | contacts",
        "related materials | additional materials | photos | photo | video | documents | save as pdf",
        "related links | related articles | related content | see also | read also | tags | comments | rss",
        "previous | next | next article | previous article | previous page | next page | advertisement",
        "privacy policy | terms of use | privacy | accessibility | accept cookies | accept all cookies",
        "download pdf | download as pdf | en | ru | fr | de | es",
    )
    for line in entries.split("|")
)
_BREADCRUMB = re.compile(
    r"(?:home(?: page)?|main(?: page)?|you are here:?.{0,40})\s*[\\/>»›|→]", re.IGNORECASE
)
_TRAIL = re.compile(r"\S\s+[\\>»›→/]\s*$")
_COOKIES = re.compile(r"\b(?:uses?|accept|manage) (?:\w+ ){0,2}cookies\b", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\b).{0,120}$|^all rights reserved\.?$", re.IGNORECASE)
_SHARES = re.compile(
    r"^(?:share|follow us|print|e-?mail|facebook|twitter|linkedin|telegram|whatsapp|vkontakte|instagram"
    r"|youtube|flickr|rss|x|[\s|·•:,/]|on|this|via)+$",
    re.IGNORECASE,
)


def strip_chrome(text: str) -> str:
    """Return `text` without the chrome at its head and tail, and without blank lines at its ends.

    Every other character stays as it is; blank lines go only where chrome stood beside them.
    """
    return strip_chrome_around(text, ())[0]


def strip_chrome_around(text: str, offsets: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """Return what `strip_chrome` does, and where in it the characters at `offsets`, ascending, now are."""
    rows = text.split("\n")
    filled = [row for row, content in enumerate(rows) if content.strip()]
    chrome = {row for row in _window(rows, filled) if is_chrome(rows[row])}
    kept: list[str] = []
    moved: list[int] = []
    after_chrome = False
    start = length = 0  # of the row: in the text as it was, and in what is kept of it so far
    for row, content in enumerate(rows):
        keeps = row not in chrome and (bool(content.strip()) or not after_chrome)
        while len(moved) < len(offsets) and offsets[len(moved)] <= start + len(content):
            moved.append(length + (offsets[len(moved)] - start if keeps else 0))
        if keeps:
            kept.append(content)
            length += len(content) + 1
        after_chrome = row in chrome or (after_chrome and not keeps)
        start += len(content) + 1
    whole = "\n".join(kept)
    lead = len(whole) - len(whole.lstrip())
    stripped = whole.strip()
    return stripped, tuple(min(max(0, offset - lead), len(stripped)) for offset in moved)


def is_chrome(line: str) -> bool:
    """Tell whether a line, at an end of a file, is page furniture."""
    line = line.strip()
    if len(line) > 300 or len(line.split()) > _MAX_WORDS:
        return False
    parts = re.split(r"\s{2,}|\t|\s*\|\s*", line.casefold())
    return (
        all(part in _FIXED for part in parts)
        or _BREADCRUMB.match(line) is not None
        or ("«" not in line and _TRAIL.search(line) is not None)
        or _COOKIES.search(line) is not None
        or _RIGHTS.match(line) is not None
        or (len(line) > 1 and _SHARES.match(line) is not None)
    )


def _window(rows: list[str], filled: list[int]) -> list[int]:
    """The rows that may be chrome: from each end up to the first line that reads as running text."""
    window: list[int] = []
    for order, size in ((filled, _HEAD), (filled[::-1], _TAIL)):
        for row in order[:size]:
            content = rows[row].strip()
            if len(content.split()) > _MAX_WORDS and content[-1] in ".?!":
                break
            window.append(row)
    return window
