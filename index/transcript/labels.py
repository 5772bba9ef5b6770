"""Lines that may start with a speaker's label, read by form alone; `evidence` decides which do.

The forms, each with or without Markdown emphasis:

    Question:   Q1.   Q    Mr. President     a part, not a person
    THE PRESIDENT.    The Attorney General:  an office
    MR. NIXON;   SECRETARY MNUCHIN:          a title and a name
    Lavrov:   HOWARD K. SMITH, MODERATOR:    a name, with what is said of its holder
    (Reporter: Ms. Abe, NHK)   (Minister)    a part, an office or a title in brackets
    President. –   NTV –   Sr. Díaz.-   P.-  any of these before a dash
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.transcript.forms import Form, form_of
from index.transcript.holder import ABBREVIATIONS, CLOCK, TITLE_COMMA, is_two_sentences, name_and_aside
from index.transcript.label import Label, Mark
from index.transcript.lines import Line

_WINDOW = 120
_TIME = rf"(?:[\[(]?{CLOCK.pattern}[\])]?\s{{1,3}}(?:[-–—]\s)?)?"
_LEAD = re.compile(
    rf"[>#\s]*(?P<emphasis>[*_]{{0,3}})\s*{_TIME}[*_]{{0,3}}"
    r"(?:[\[(]?\d{1,3}[.)\]]{0,3}\s+(?=[*_]{0,3}(?:Q\b|QUESTION\b|Question\b)))?[*_]{0,3}\s*"
)
_LETTER = re.compile(
    r"(?P<letter>Q|A(?=\.\s))\d{0,3}[*_]{0,3}(?:(?P<mark>[:;])|(?P<stop>\.)(?=[\s*_—–-]|$)|(?P<space>\s+)(?=[\\\"“'‘(\[—–\-.…$]|[^\W\d_a-z]|\d))"
)
_NUMBERED = re.compile(r"\((?P<letter>[QA])\d{1,3}\)\s+(?=\S)")  # "(Q1) Until when ...?"
_CLOSING = re.compile(r"[*_]{0,3}\s*[*_]{0,3}\s*")
_SPACE = re.compile(r"\s*")
_STOP = re.compile(r"\.[-–—]?(?=[\s*_])")
_DASH = re.compile(
    r"(?P<name>[^\W\d_][^:;!?–—\n]{0,110}?)(?:(?P<stop>\s?\.)\s?[-–—]|\s[-–—])"
    r"\s+(?=[\"“„«¿¡(\[…]|[^\W\d_a-z]|\d)"
)
_BRACKETS = re.compile(
    r"[(\[](?P<name>[^()\[\]:\d]{2,70})(?:\d?:\s*(?P<aside>[^()\[\]]{2,60}))?[)\]]\s+(?=\S)"
)
# Letters for question and answer in other languages: pregunta, domanda, Frage; réponse, respuesta, risposta.
_LETTERS = {"P": "Q", "D": "Q", "F": "Q", "R": "A"}
_DASHES = frozenset("-–—")


def read_label(line: Line, number: int) -> Label | None:
    """Return the label that `line` may start with, or None. Looks at the first 120 characters only."""
    head = line.text[:_WINDOW]
    lead = _LEAD.match(head)
    at = lead.end() if lead else 0
    emphasised = "*" in head[:at] or "_" in head[:at]
    for reader in (_stop_dash, _letter, _brackets, _colon, _stop, _dash, _bare):
        found = reader(head, at)
        form = form_of(found[0]) if found else None
        if found and form:
            break
    else:
        return None
    name, aside, mark, end = found
    if name == "Q" and not line.text[end:].startswith("Q"):
        asker = read_label(Line(line.start + end, line.end, line.text[end:]), number)
        if asker and asker.mark is Mark.COLON and asker.form in (Form.TITLED, Form.NAME) and asker.aside:
            return replace(asker, start=line.start, aside=f"journalist, {asker.aside}")
    closing = (_CLOSING if emphasised else _SPACE).match(line.text, end)
    end = closing.end() if closing else end
    return Label(
        number,
        line.start,
        line.start + end,
        name,
        aside,
        mark,
        form,
        emphasised,
        alone=end >= len(line.text),
        following=line.text[end : end + 1],
    )


_Found = tuple[str, str, Mark, int]


def _stop_dash(head: str, at: int) -> _Found | None:
    """A label before a full stop and a dash, as the European Parliament prints it, or a letter: "Q - "."""
    match = _DASH.match(head, at)
    if match is None or (len(match["name"]) > 1 and match["name"].isupper()):
        return None  # "MR. SMITH. — Mr. Carter": the dash is his, who was cut short
    return _before_dash(match) if match["stop"] or match["name"] in "QPDFRA" else None


def _dash(head: str, at: int) -> _Found | None:
    match = _DASH.match(head, at)
    return _before_dash(match) if match else None


def _before_dash(match: re.Match[str]) -> _Found | None:
    name, aside = name_and_aside(match["name"])
    if not name or is_two_sentences(name):
        return None
    return _LETTERS.get(name, name), aside, Mark.DASH, match.end()


def _brackets(head: str, at: int) -> _Found | None:
    """A label in brackets; a name alone in them is a note: "(Mr. Sato)" may speak, "(Laughter)" does not."""
    match = _BRACKETS.match(head, at)
    if match is None:
        return None
    name, aside = name_and_aside(match["name"])
    if form_of(name) not in (Form.PART, Form.OFFICE, Form.TITLED):
        return None
    return name, match["aside"] or aside, Mark.BRACKETS, match.end()


def _letter(head: str, at: int) -> _Found | None:
    numbered = _NUMBERED.match(head, at)
    if numbered:
        return numbered["letter"], "", Mark.COLON, numbered.end()
    match = _LETTER.match(head, at)
    if match is None:
        return None
    mark = Mark.COLON if match["mark"] else Mark.STOP if match["stop"] else Mark.SPACE
    return match["letter"], "", mark, match.end()


def _colon(head: str, at: int) -> _Found | None:
    for sign, mark in ((":", Mark.COLON), ("：", Mark.COLON), (";", Mark.SEMICOLON)):
        end = head.find(sign, at)
        while end > at and head[end - 1 : end].isdigit() and head[end + 1 : end + 2].isdigit():
            end = head.find(sign, end + 1)  # that of a time: "Ann Lee (00:02):"
        if end > at and not head.startswith(("://", ":"), end + 1) and not head[end + 1 : end + 2].isdigit():
            name, aside = name_and_aside(head[at:end])
            if name and not is_two_sentences(name):
                return _LETTERS.get(name, name), aside, mark, end + 1
            break
    return None


def _stop(head: str, at: int) -> _Found | None:
    for match in _STOP.finditer(head, at, at + 60):
        words = head[at : match.start()].split()
        if not _DASHES.isdisjoint(words):
            return None  # "THE MINISTER - Yes.": what comes after the dash is said
        if words and words[-1].casefold() not in ABBREVIATIONS and len(words[-1].strip(".")) > 1:
            name, aside = name_and_aside(" ".join(words))
            plain = name and "," not in TITLE_COMMA.sub("", head[at : match.start()])
            return (name, aside, Mark.STOP, match.end()) if plain else None
    return None


def _bare(head: str, at: int) -> _Found | None:
    """A line that holds nothing but what may be a name: "Sergey Lavrov" above his answer."""
    bare = head[at:].rstrip("*_ ")
    if len(bare) > 50 or not bare or not (bare[-1].isalnum() or bare[-1] in ")]"):
        return None
    name, aside = name_and_aside(bare)
    return (name, aside, Mark.NONE, len(head)) if name else None
