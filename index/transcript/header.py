"""What a document says of itself before anybody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import PurePath

from index.transcript.dates import dates_in, last_date
from index.transcript.forms import part_of
from index.transcript.kinds import DEFAULT, kind_of
from index.transcript.lines import Line
from index.transcript.masthead import (
    REMARK,
    below_title,
    is_byline,
    is_capitalised,
    is_date_line,
    is_office_line,
    is_person,
    is_place_below,
    is_topics,
    title_after_letterhead,
)
from index.transcript.places import as_place, as_written, dateline, is_venue, place_beside_date, place_line
from index.transcript.principal import Principal, office_of, principal_in_field
from index.transcript.principal_in_title import principal_in_title
from index.transcript.titles import is_title, title_from_file_name

_KEYS = {
    "title": "title",
    "headline": "title",
    "speaker": "speaker",
    "principal": "speaker",
    "president": "president",
    "author": "speaker",
    "date": "date",
    "place": "place",
    "location": "place",
    "venue": "place",
    "source": "source",
    "url": "source",
    "source url": "source",
    "link": "source",
    "type": "kind",
    "kind": "kind",
    "language": "language",
    "event": "event",
}
_FIELD = re.compile(r"[*_]{0,2}(?P<key>[A-Za-z]+(?: [A-Za-z]+)?)[*_]{0,2}:[*_]{0,2}\s*(?P<value>\S.*)")
_URL = re.compile(r"https?://[^\s<>()\[\]\"']+[^\s<>()\[\]\"'.,;:]")
_BARE_URL = re.compile(
    r"(?:(?:source|url|link|available at|original)\b\s*:?\s*)?<?(?:https?://|www\.)\S+>?\.?", re.I
)
_CAST_LINE = re.compile(
    r"(?:candidates?|panel(?:l?ists)?|moderators?|participants|speakers|hosts?|interviewers?|present)"
    r": [^.?!]{2,200}",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"(?:by|with|of|following|at|on) [^.?!]+$")
_SHORT_TITLE = 5
_BELOW = ("speaker", "date", "place")
_MAX_HEADER_LINES = 12


@dataclass(frozen=True, slots=True)
class Header:
    """The metadata of a document. `body` is the index of the first line that is no header line."""

    title: str
    kind: str
    date: date | None
    place: str | None
    source_url: str | None
    principal: Principal | None
    body: int


def read_header(lines: Sequence[Line], file_name: str) -> Header:
    """Read the header from the first lines, then from the file name, and the source also from the last lines.

    A date in a title or header line beats one in the file name; dates in prose are never used.
    """
    fields, body = _fields(lines)
    title = fields.get("title")
    above: list[str] = []
    start = title_after_letterhead(lines, body)
    if title is None and "president" not in fields and start < len(lines) and is_title(lines, start):
        above = [line.text for line in lines[body:start]]
        title = lines[start].text.strip("#*_ \t")
        body = start + 1
        if body < len(lines) and _CONTINUED.match(lines[body].text) and len(title.split()) <= _SHORT_TITLE:
            title = f"{title} {lines[body].text}"
            body += 1
    notes = list(above)
    below = body + _count_notes(lines, body, bool(title))
    notes += [line.text for line in lines[body:below]]
    body = below
    fields = {**_fields_below(notes), **fields}
    opening = dateline(lines[body].text) if body < len(lines) else None
    shown = title or title_from_file_name(file_name, lines[body].text if body < len(lines) else "")
    stem = PurePath(file_name).name.replace("-", " ").replace("_", " ")
    days = [last_date(fields.get("date", "")), last_date(title or "")]
    days += [found[0][2] for found in map(dates_in, notes) if found]
    return Header(
        title=shown,
        kind=kind_of(fields.get("kind", "")) or kind_of(title or "") or kind_of(stem) or DEFAULT,
        date=next((day for day in days if day), None) or last_date(PurePath(file_name).name),
        place=_place(fields, title or "", above, notes[len(above) :], opening),
        source_url=_source(fields, lines, body),
        principal=_principal(fields, title or "", notes),
        body=body,
    )


def _fields(lines: Sequence[Line]) -> tuple[dict[str, str], int]:
    """The "Key: value" lines at the very top, and the index of the first line after them."""
    fields: dict[str, str] = {}
    count = 0
    for line in lines[:_MAX_HEADER_LINES]:
        match = _FIELD.fullmatch(line.text)
        key = match["key"].casefold() if match else ""
        if match and key in _KEYS and _fits(_KEYS[key], match["value"]):
            fields.setdefault(_KEYS[key], match["value"].strip("*_\"' "))
        elif line.text.strip("-"):
            break
        count += 1
    return fields, count if fields else 0


def _fits(field: str, value: str) -> bool:
    """Whether a value suits its key, so that "Speaker: Thank you all for coming." stays speech."""
    if field in ("speaker", "president", "place"):
        return len(value) <= 80 and value[-1] not in "?!" and value[0].isupper()
    if field == "date":
        return bool(dates_in(value))
    return len(value) <= 400


def _count_notes(lines: Sequence[Line], body: int, titled: bool) -> int:
    """The number of lines from `body` on that only tell date, place, office, topics and the like."""
    at = body
    while at < len(lines) and at - body < _MAX_HEADER_LINES:
        form = below_title(lines, at) if titled else 0
        after_date = at > body and is_date_line(lines[at - 1].text)
        if form:
            at += form
        elif _is_note(lines, at, titled) or (titled and after_date and is_place_below(lines, at)):
            at += 1
        else:
            break
    return at - body


def _fields_below(notes: Sequence[str]) -> dict[str, str]:
    """The "Location: ..." and "Speaker: ..." lines among the notes below a title."""
    found: dict[str, str] = {}
    for note in notes:
        match = _FIELD.fullmatch(note)
        key = _KEYS.get(match["key"].casefold(), "") if match else ""
        if match and key in _BELOW and _fits(key, match["value"]):
            found.setdefault(key, match["value"])
    return found


def _is_note(lines: Sequence[Line], at: int, titled: bool) -> bool:
    """Whether a line after the title only tells date, place, source, office or how the text was made."""
    text = lines[at].text
    if titled and (_CAST_LINE.fullmatch(text) or is_topics(text) or _fields_below([text])):
        return True
    if len(text) > 160:
        return False
    if REMARK.fullmatch(text) or _BARE_URL.fullmatch(text) or is_date_line(text):
        return True
    above_date = at + 1 < len(lines) and is_date_line(lines[at + 1].text)
    bylines = ";" in text and all(is_person(part.partition(", ")[0]) for part in text.split("; "))
    return titled and (
        (above_date and is_capitalised(text)) or is_byline(text) or bylines or is_office_line(text)
    )


def _principal(fields: dict[str, str], title: str, notes: Sequence[str]) -> Principal | None:
    for key in ("president", "speaker"):
        if key in fields:
            return principal_in_field(fields[key], key)
    byline = next((note for note in notes if is_byline(note)), None) or _byline_over_two(notes)
    if byline and not principal_in_title(title):
        return principal_in_field(byline.removeprefix("By "), "speaker")
    stated = (principal_in_title(line) for line in (title, *filter(is_office_line, notes)))
    return next((principal for principal in stated if principal), None)


def _byline_over_two(notes: Sequence[str]) -> str | None:
    """A person on one line and the office on the next, as one byline: "Dana Marlow, Spokesperson"."""
    for person, office in pairwise(notes):
        if is_person(person) and office_of(office) and not is_person(office):
            return f"{person}, {office}"
    return None


def _place(
    fields: dict[str, str],
    title: str,
    above: Sequence[str],
    below: Sequence[str],
    opening: re.Match[str] | None,
) -> str | None:
    """The place that a field, the title, a line above or below it, or the dateline of the text tells."""
    if "place" in fields:
        return fields["place"]
    kind, _, where = title.rpartition(", ")
    occasion = len(kind.split()) <= _SHORT_TITLE and kind_of(kind) is not None  # "Doorstop, Perth"
    found = [place_beside_date(title) or (as_place(where) if occasion else None)]
    found += [
        place_beside_date(line) or (None if _is_no_place(line, after) else place_line(line))
        for line, after in pairwise([*below, ""])
    ]
    found += [place_beside_date(line) for line in above]
    found += [line for line in below if is_venue(line)]
    stated = next((place for place in found if place), None)
    return stated or (as_written(opening["place"]) if opening else None)


def _is_no_place(line: str, after: str) -> bool:
    """Whether a line in capitals is a remark, a kind of statement, or a person above his office."""
    person = is_person(line) and office_of(after) != "" and part_of(after) is None
    return person or REMARK.fullmatch(line) is not None or kind_of(line) is not None


def _source(fields: dict[str, str], lines: Sequence[Line], body: int) -> str | None:
    ends = [line.text for line in (*lines[:body], *lines[-5:])]
    candidates = (fields.get("source", ""), *(text for text in ends if _BARE_URL.fullmatch(text)))
    return next((match[0] for match in map(_URL.search, candidates) if match), None)
