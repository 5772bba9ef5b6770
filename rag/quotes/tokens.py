"""From text to words that can be compared, each with its place in the text.

A word is a run of letters and digits. An apostrophe between letters belongs to it (we're is not were), so
do the mark of a decimal fraction and the sign of a number; commas that group thousands, and the dots
of initials (U.S.), drop out. A hyphen parts words and is remembered, because co-operation is also
written cooperation.

Everything is done on arrays: the 23 million characters of the presidential corpus take about a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.quotes.folding import folded

Flags = NDArray[np.bool_]
Offsets = NDArray[np.int32]

_SPACE, _APOSTROPHE, _COMMA, _HYPHEN, _DOT = (ord(mark) for mark in " ',-.")
_BROKEN_LINE = re.compile(r"\S[ \t]*\n\s*")
_SCENE = (
    r"applause|applauds?|laughter|laugh-ter|laughs|laughing|cheers|cheering|boos|booing|chanting|crowd|"
    r"audience|music|sic|and|loud|great|prolonged|sustained|continued|more|general"
)
_STAGE_NOTE = re.compile(rf"[(\[]\s*(?:(?:{_SCENE})\b[\s.,;!]*)+[)\]]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: `keys` for comparison, and for each of them

    `starts` and `ends`, offsets into the text; `glued`, whether only a hyphen stands between it and
    the next; `capital`, whether it is in capitals; `dotted`, whether it is initials with
    dots (U.S.).
    """

    keys: list[str]
    starts: Offsets
    ends: Offsets
    glued: Flags
    capital: Flags
    dotted: Flags

    def __len__(self) -> int:
        return len(self.keys)


def without_stage_notes(text: str) -> str:
    """Return `text` with spaces in the place of what is no speech: (Applause.), [laughter], [sic]."""
    return _STAGE_NOTE.sub(lambda note: " " * len(note[0]), text)


def words_of(text: str) -> Words:
    """Return the words of `text`; spelling is left as it is."""
    codes, source, upper = _expanded(without_stage_notes(text))
    inside, dropped, dotted = _read_in_context(codes, upper)
    kept = ~dropped
    codes, source, upper = codes[kept], source[kept], upper[kept]
    inside, dotted = inside[kept], dotted[kept]
    first = np.flatnonzero(inside & ~_shifted(inside, 1))
    after = np.flatnonzero(inside & ~_shifted(inside, -1)) + 1
    capital = _count(upper, first, after) == after - first
    return Words(
        keys=_keys(codes, inside),
        starts=source[first],
        ends=source[after - 1] + 1,
        glued=_glued(text, codes, source, first, after),
        capital=capital,
        dotted=capital & (_count(dotted, first, after) > 0),
    )


def _expanded(text: str) -> tuple[NDArray[np.uint32], Offsets, Flags]:
    """Return the folded characters of `text`, the offset each comes from, and which were capitals."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if not len(codes):
        return np.zeros(0, np.uint32), np.zeros(0, np.int32), np.zeros(0, np.bool_)
    seen = np.zeros(int(codes.max()) + 1, np.bool_)
    seen[codes] = True
    present = np.flatnonzero(seen)
    forms = [folded(chr(code)) for code in present]
    first, width, capital = np.zeros(len(seen), np.uint32), np.zeros(len(seen), np.int32), np.zeros_like(seen)
    first[present] = [ord(form[0]) if form else 0 for form in forms]
    width[present] = [len(form) for form in forms]
    capital[present] = [chr(code).isupper() for code in present]
    widths = width[codes]
    source = np.repeat(np.arange(len(codes), dtype=np.int32), widths)
    out = np.repeat(first[codes], widths)
    begin = np.cumsum(widths) - widths
    for code, form in zip(present, forms, strict=True):
        if len(form) > 1:
            at = begin[codes == code]
            for number, character in enumerate(form):
                out[at + number] = ord(character)
    return out, source, np.repeat(capital[codes], widths)


def _read_in_context(codes: NDArray[np.uint32], upper: Flags) -> tuple[Flags, Flags, Flags]:
    """Return which characters are part of words, which drop out, and which follow a dot that does."""
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    space = codes == _SPACE
    # Of all that is left by folding, only these marks come before the digits.
    plain = (codes > _DOT) | (codes < _SPACE) | ((codes > _SPACE) & (codes < _APOSTROPHE))
    plain |= (codes > _APOSTROPHE) & (codes < _COMMA)
    after_space = _shifted(space, 1, edge=True)
    fraction = (codes == _DOT) & _shifted(digit, -1) & (_shifted(digit, 1) | after_space)
    sign = (codes == _HYPHEN) & _shifted(digit, -1) & after_space
    apostrophe = (codes == _APOSTROPHE) & _shifted(plain, 1) & _shifted(plain, -1)
    thousands = (codes == _COMMA) & _shifted(digit, 1) & ~_shifted(digit, -4)
    for step in (1, 2, 3):
        thousands &= _shifted(digit, -step)
    single = plain & ~digit & ~_shifted(plain, 1) & ~_shifted(plain, -1)
    dot = (codes == _DOT) & _shifted(single, 1)
    tight = dot & _shifted(single, -1)
    capital = single & upper
    wide = dot & _shifted(capital, 1) & _shifted(space, -1) & _shifted(capital, -2)
    wide &= _shifted(codes == _DOT, -3)
    dotted = _shifted(tight, 1) | _shifted(wide, 2)
    return plain | fraction | sign | apostrophe, thousands | tight | wide | _shifted(wide, 1), dotted


def _keys(codes: NDArray[np.uint32], inside: Flags) -> list[str]:
    spaced = np.where(inside, codes, _SPACE)
    if not len(spaced) or int(spaced.max()) < 256:
        return spaced.astype(np.uint8).tobytes().decode("latin-1").split()
    return spaced.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass").split()


def _glued(
    text: str,
    codes: NDArray[np.uint32],
    source: Offsets,
    first: NDArray[np.intp],
    after: NDArray[np.intp],
) -> Flags:
    """Tell of each word whether a hyphen alone parts it from the next, at the end of a line or not."""
    glued = np.zeros(len(first), np.bool_)
    if len(first) < 2:
        return glued
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    hyphen = (codes[after[:-1]] == _HYPHEN) & ~(digit[after[:-1] - 1] & digit[first[1:]])
    gap = first[1:] - after[:-1]
    glued[:-1] = hyphen & (gap == 1)
    for at in np.flatnonzero(hyphen & (gap > 1)):
        between = text[source[after[at]] : source[first[at + 1]]]
        glued[at] = _BROKEN_LINE.fullmatch(between) is not None
    return glued


def _count(flags: Flags, first: NDArray[np.intp], after: NDArray[np.intp]) -> NDArray[np.int32]:
    total = np.zeros(len(flags) + 1, np.int32)
    np.cumsum(flags, out=total[1:])
    return total[after] - total[first]


def _shifted(flags: Flags, by: int, *, edge: bool = False) -> Flags:
    """Return the flags of the characters `by` places before (or after, where negative)."""
    moved = np.full_like(flags, edge)
    if by > 0:
        moved[by:] = flags[:-by]
    else:
        moved[:by] = flags[-by:]
    return moved
