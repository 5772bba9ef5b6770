"""What is said between two labels, without what nobody says.

Headings, an editor's notes, stage directions and end marks at the border of a turn belong to no
one; notes such as "(Laughter.)" within a turn stay where they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.transcript.lines import split_lines

_NOTE = re.compile(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,400}\]")
_FOOTNOTE = re.compile(
    r"[*_]{0,3}(?:(?:NOTE|EDITOR['’]S NOTE|Editor['’]s note)\b[*_]{0,3}\s?[:.]"
    r"|Note[*_]{0,3}:(?=.{0,200}\b(?:spoke|speaking|remarks|transcript|interview|referred|text|released)\b))"
)
_NOTICE = re.compile(r"[*_(]*(?:the following|this|below) is an? .{0,60}\btranscript\b", re.IGNORECASE)
_END = re.compile(
    r"[-–—*# ]*\(?END\)?[-–—*# ]*(?:\d{1,2}[:.]\d{2} ?[AP]\.?M\.?.{0,5})?|#{2,}|-?30-?"
    r"|\d{1,2}[:.]\d{2} ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?|[(\[*_]*(?i:to be continued)[.…)\]*_]*"
)
_SOURCE = re.compile(r"(?:(?:source|url|link)\s*:\s*)?<?(?:https?://|www\.)\S+", re.IGNORECASE)
_SMALL = frozenset("a an and as at by for from in of on or the to vs with under into after before".split())
_MAX_HEADING_WORDS, _FOOTNOTE_LINES = 9, 6


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text without white space at its ends, and never empty."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]


def spoken(text: str, start: int, end: int) -> Span | None:
    """Return what is said from `start` to `end`, where the next label or the end of the text stands."""
    lines = paragraphs(text, Span(start, end))
    if end == len(text):
        lines = _without_tail(text, lines)
    else:
        while len(lines) > 1 and is_heading(lines[-1].of(text)):
            lines.pop()
    said = [line for line in lines if has_words(line.of(text)) and not _NOTICE.match(line.of(text))]
    return Span(said[0].start, said[-1].end) if said else None


def paragraphs(text: str, span: Span) -> list[Span]:
    """Return the lines of a span as spans of their own, without blank ones."""
    return [Span(span.start + line.start, span.start + line.end) for line in split_lines(span.of(text))]


def is_heading(line: str) -> bool:
    """Whether a line reads as a heading: few words, each with a capital, and no full stop."""
    bare = line.strip("*_# \t")
    words = bare.split()
    if line.startswith("#") or not words:
        return True
    if len(words) > _MAX_HEADING_WORDS or not bare[-1].isalnum() or len(bare) < 4:
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in words)


def has_words(text: str) -> bool:
    """Whether more than notes, such as "(Inaudible.)" or "[Laughter]", is left to be said."""
    return re.search(r"[^\W_]", _NOTE.sub("", text)) is not None


def _without_tail(text: str, lines: list[Span]) -> list[Span]:
    """Leave out what follows the last words of a document: source, end mark, the editor's footnote."""
    for at in range(max(1, len(lines) - _FOOTNOTE_LINES), len(lines)):
        if _FOOTNOTE.match(text, lines[at].start, lines[at].end):
            lines = lines[:at]
            break
    while lines and (_SOURCE.fullmatch(lines[-1].of(text)) or _END.fullmatch(lines[-1].of(text))):
        lines.pop()
    return lines
