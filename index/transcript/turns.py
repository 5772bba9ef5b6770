"""What is said between two labels, without what nobody says.

Headings, an editor's notes, stage directions and end marks at the border of a turn belong to no
one; notes such as "(Laughter.)" within a turn stay where they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.transcript.dates import dates_in
from index.transcript.lines import split_lines
from index.transcript.places import as_place

_NOTE = re.compile(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,400}\]")
_FOOTNOTE = re.compile(
    r"[*_]{0,3}(?:(?:NOTE|EDITOR['’]S NOTE|Editor['’]s note)\b[*_]{0,3}\s?[:.]"
    r"|Note[*_]{0,3}:(?=.{0,200}\b(?:spoke|speaking|remarks|transcript|interview|referred|text|released)\b))"
)
_NOTICE = re.compile(
    r"[*_(]*(?:(?:the following|this|below) is an? .{0,60}\btranscript\b"
    r"|(?:the )?following (?:is|are) .{0,200}\b(?:text|remarks|statement|speech|transcript|excerpts)\b"
    r".{0,200}:$)",
    re.IGNORECASE,
)
_END = re.compile(
    r"[-–—*# ]*[(\[]?(?:END|ENDS|Ends|ENDE|FIN)[)\]]?[-–—*# .]*(?:\d{1,2}[:.]\d{2} ?[AP]\.?M\.?.{0,5})?"
    r"|#{2,}|-?30-?|\d{1,2}[:.]\d{2} ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?|[(\[*_]*(?i:to be continued)[.…)\]*_]*"
)
_SOURCE = re.compile(
    r"(?:(?:source|url|link(?: to (?:the )?video)?)\s*:\s*)?<?(?:https?://|www\.)\S+", re.IGNORECASE
)
_OFFICE_MARK = re.compile(
    r"(?:DPB|PRN|PN)\s?[:#].{0,30}|(?:media|press) (?:enquiries|inquiries|contacts?)\b.{0,150}"
    r"|[*_(]*(?:interview(?:ed)?|questions|translat(?:ion|ed)) by .{3,60}|[*_(]*propos recueillis par .{3,60}"
    r"|\(?(?:the )?(?:briefing|press conference|interview) (?:was )?(?:concluded|ended|adjourned)\b.{0,60}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:[IVX]{1,4}|\d{1,2})\. [A-Z]\w*(?: [\w’'-]+){0,5}")
_QUESTIONS_HEAD = re.compile(
    r"[*_#(\[ ]*(?:q ?(?:&|and) ?a|questions? (?:and|&) answers?|(?:from )?answers to (?:\w+ )?questions?"
    r"|questions)[*_)\]: ]*",
    re.IGNORECASE,
)
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
    if is_questions_heading(line) or is_numbered(line):
        return True
    if len(words) > _MAX_HEADING_WORDS or not bare[-1].isalnum() or len(bare) < 4:
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in words)


def is_numbered(line: str) -> bool:
    """Whether a line is a numbered heading: "I. Opening remarks"."""
    return _NUMBERED.fullmatch(line) is not None


def is_questions_heading(line: str) -> bool:
    """Whether a line is a heading such as "Q&A": from there on, more than one voice speaks."""
    return len(line) < 60 and _QUESTIONS_HEAD.fullmatch(line) is not None


def has_words(text: str) -> bool:
    """Whether more than notes, such as "(Inaudible.)" or "[Laughter]", is left to be said."""
    return re.search(r"[^\W_]", _NOTE.sub("", text)) is not None


def _without_tail(text: str, lines: list[Span]) -> list[Span]:
    """Leave out what follows the last words of a document: source, end mark, the editor's footnote."""
    for at in range(max(1, len(lines) - _FOOTNOTE_LINES), len(lines)):
        if _FOOTNOTE.match(text, lines[at].start, lines[at].end):
            lines = lines[:at]
            break
    while lines and _is_end(lines[-1].of(text)):
        lines.pop()
    return lines


def _is_end(line: str) -> bool:
    """Whether a last line is an end mark, a source, a contact, or the date of publication."""
    marks = (_SOURCE, _END, _OFFICE_MARK)
    return any(mark.fullmatch(line) for mark in marks) or not has_words(line) or _is_date(line)


def _is_date(line: str) -> bool:
    found = dates_in(line) if len(line) < 50 else []
    if len(found) != 1 or found[0][1] != len(line.rstrip(".")):
        return False
    before = line[: found[0][0]].rstrip(", ")
    return not before or as_place(before) is not None
