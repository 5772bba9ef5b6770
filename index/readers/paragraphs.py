"""From the lines of pages back to paragraphs, and to the words that were cut at line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u2010]\Z")
_REST = re.compile(r"(?P<tail>[^\W\d_]+)")
_LABEL = re.compile(
    r"(?:Q|A|[^\W\d_a-z][\w.'’-]*(?:[ ,]+[\w.'’()-]+){0,7})\s?[:.](?=\s|$)|(?:Q|A)\d{0,2}[.:\s]"
)
_BULLET = re.compile(r"[•▪◦●]\s")
_ITEM = re.compile(r"(?:[–—-]|\(?(?:\d{1,3}|[a-z])[.)])\s")
_NEARLY_FULL = 0.85  # of the usual width
_SHORT = 50  # characters; a longer line that ends in a small word is no heading
_COMPOUNDS = frozenset("self well vice half non two three four five six seven eight nine ten".split())
_STOPS = (".", "!", "?")
_ENDS = tuple('.!?:;…"”’)]')


def rejoin(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """Return the text of `pages`, one paragraph a line, and the offset at which each page begins.

    A line is taken to go on in the next one where that one's first word would not have fitted into
    it, and where it ends in the middle of a sentence; but a label begins a line of its own. A page
    without words begins where the next one does.
    """
    lines = [(number, line.strip()) for number, page in enumerate(pages) for line in page]
    width = _usual_width([line for _, line in lines])
    words = _vocabulary(lines)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    before = ""
    in_prose = False
    for number, line in lines:
        if not line:
            before = ""
            continue
        joint = _joint(before, line, width if in_prose else None) if parts else ""
        in_prose = in_prose or line.endswith(_STOPS)
        if joint == " " and _BROKEN.search(before):
            joint = ""
            if not _keeps_hyphen(before, line, words):
                parts[-1] = parts[-1][:-1]
                length -= 1
        starts += [length + len(joint)] * (number + 1 - len(starts))
        parts.append(joint + line)
        length += len(parts[-1])
        before = line
    starts += [length] * (len(pages) - len(starts))
    return "".join(parts), tuple(starts)


def _joint(before: str, line: str, width: int | None) -> str:
    """What stands between two lines; `width` is unknown before the first sentence ends, among headings."""
    if not before:
        return "\n\n"
    begins = _LABEL.match(line) or _ITEM.match(line)
    if _BULLET.match(line) or (begins and before.endswith(_ENDS)):
        return "\n"
    if (
        _BROKEN.search(before)
        or _is_mid_sentence(before)
        or (line[0].islower() and not before.endswith(_STOPS))
    ):
        return " "
    first = line.split(maxsplit=1)[0]
    is_full = width is not None and len(before) + 1 + len(first) > width * _NEARLY_FULL
    return " " if is_full else "\n"


def _is_mid_sentence(line: str) -> bool:
    last = line.rsplit(maxsplit=1)[-1]
    return len(line) > _SHORT and (last.endswith(",") or (last.islower() and last[-1].isalpha()))


def _usual_width(lines: Sequence[str]) -> int:
    """The length, in characters, that nine of ten lines do not exceed."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _vocabulary(lines: Sequence[tuple[int, str]]) -> set[str]:
    """The words, plain and hyphenated, that stand whole within a line."""
    return {
        word.casefold()
        for _, line in lines
        for word in re.findall(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*(?![-\u2010])", line)
    }


def _keeps_hyphen(before: str, line: str, words: set[str]) -> bool:
    """Whether a hyphen at a line end belongs to the word, by the rest of the document or by its form."""
    head, tail = _BROKEN.search(before), _REST.match(line)
    if head is None or tail is None or not tail["tail"][0].islower():
        return True
    start, end = head["head"].casefold(), tail["tail"].casefold()
    if f"{start}{end}" in words:
        return False
    return f"{start}-{end}" in words or start in _COMPOUNDS
