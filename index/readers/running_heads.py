"""What stands at the top or the bottom of page after page: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DEPTH = 3  # lines from the top, and from the bottom, that may belong to them
_LONGEST = 120  # characters
_FEWEST_PAGES = 3
_SHARE = 0.4  # of the pages; left and right pages may have heads of their own
_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|стр\.?)\s*)?\d{1,4}(?:\s*(?:/|of|von|из)\s*\d{1,4})?\W*", re.IGNORECASE
)


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of each page without blank ones at its ends, heads, feet and page numbers.

    A line counts as a head if it opens many pages, numbers aside. A head that holds no number stays
    where it stands first: there it may be the title.
    """
    kept = [_trimmed(page) for page in pages]
    heads = _repeated([page[:_DEPTH] for page in kept])
    feet = _repeated([page[-_DEPTH:] for page in kept]) - heads
    seen: set[str] = set()
    return [_trimmed(_without_foot(_without_head(page, heads, seen), feet)) for page in kept]


def _without_head(page: list[str], heads: set[str], seen: set[str]) -> list[str]:
    dropped: set[int] = set()
    for at, line in enumerate(page[:_DEPTH]):
        form = _form(line)
        if (form in heads and (form in seen or "#" in form)) or (at == 0 and _NUMBER.fullmatch(line)):
            dropped.add(at)
        seen.add(form)
    return [line for at, line in enumerate(page) if at not in dropped]


def _without_foot(page: list[str], feet: set[str]) -> list[str]:
    first = len(page) - _DEPTH
    return [
        line
        for at, line in enumerate(page)
        if at < first or not (_form(line) in feet or (at == len(page) - 1 and _NUMBER.fullmatch(line)))
    ]


def _repeated(edges: Sequence[Sequence[str]]) -> set[str]:
    pages = Counter(form for edge in edges for form in {_form(line) for line in edge})
    least = max(_FEWEST_PAGES, _SHARE * len(edges))
    return {form for form, count in pages.items() if form and count >= least}


def _form(line: str) -> str:
    """A line as heads are compared; "" for what is too long to be one, or is a sentence."""
    if line.rstrip().endswith((".", "?", "!")) or len(line) > _LONGEST:
        return ""
    return re.sub(r"\d+", "#", " ".join(line.casefold().split()))


def _trimmed(lines: Sequence[str]) -> list[str]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []
