"""Finding what a sentence puts between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import Span

_PAIRS = ("“”", "””", "„“", "„”", "‟”", "«»", "»«", "‹›", "「」", "『』", '""', "＂＂")
_CLOSED_BY = {
    opening: "".join(pair[1] for pair in _PAIRS if pair[0] == opening)
    for opening in {pair[0] for pair in _PAIRS}
}
_SINGLE = re.compile(r"(?<!\w)['‘‚‛`](?=[\w\[…])(?P<words>.+?)(?<=[\w.,!?…\]])['’‘](?!\w)", re.DOTALL)


def quotations(text: str) -> list[Span]:
    """Return what stands between quotation marks, as offsets, marks excluded.

    Marks of all kinds are understood, single ones too where they are no apostrophes. A quotation
    that is never closed runs to the end.
    """
    found = list(_double(text))
    for match in _SINGLE.finditer(text):
        span = match.span("words")
        if not any(start <= span[0] < end for start, end in found):
            found.append(span)
    return sorted(found)


def _double(text: str) -> Iterator[Span]:
    position = 0
    while position < len(text):
        closing = _CLOSED_BY.get(text[position])
        position += 1
        if closing is None:
            continue
        end = next((at for at in range(position, len(text)) if text[at] in closing), len(text))
        if text[position:end].strip():
            yield position, end
        position = end + 1
