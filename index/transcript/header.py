"""What a document says of itself before anybody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from index.transcript.dates import dates_in, last_date
from index.transcript.forms import Form, form_of, name_words
from index.transcript.kinds import DEFAULT, kind_of
from index.transcript.lines import Line
from index.transcript.places import as_place, as_written, dateline, place_beside_date
from index.transcript.principal import Principal, office_of, principal_in_field, principal_in_title
from index.transcript.titles import is_title, title_from_file_name
from index.transcript.vocabulary import NAME_PARTICLES

_KEYS = {
    "title": "title",
    "headline": "title",
    "speaker": "speaker",
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
_REMARK = re.compile(
    r"\W*(?:(?:un)?official translation|(?:remarks )?as (?:delivered|prepared)(?: for delivery)?"
    r"|check against delivery|embargoed\b.{0,60}|transcript|translated from \w+|for immediate release"
    r"|\d{1,5}(?:-\d{1,4}){2,4}|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)\W*",
    re.IGNORECASE,
)
_CAST_LINE = re.compile(
    r"(?:candidates?|panel(?:l?ists)?|moderators?|participants|speakers|hosts?|interviewers?|present)"
    r": [^.?!]{2,200}",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"(?:by|with|of|following|at|on) [^.?!]+$")
_SHORT_TITLE = 5
_UNSTRESSED = NAME_PARTICLES | {
    "at",
    "in",
    "on",
    "p",
    "a",
    "m",
    "pm",
    "am",
    "th",
    "st",
    "nd",
    "rd",
    "updated",
}
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
    if title is None and "president" not in fields and body < len(lines) and is_title(lines, body):
        title = lines[body].text.strip("#*_ \t")
        body += 1
        if body < len(lines) and _CONTINUED.match(lines[body].text) and len(title.split()) <= _SHORT_TITLE:
            title = f"{title} {lines[body].text}"
            body += 1
    notes: list[str] = []
    while body < len(lines) and len(notes) < _MAX_HEADER_LINES and _is_note(lines, body, bool(title)):
        notes.append(lines[body].text)
        body += 1
    opening = dateline(lines[body].text) if body < len(lines) else None
    shown = title or title_from_file_name(file_name, lines[body].text if body < len(lines) else "")
    stem = PurePath(file_name).name.replace("-", " ").replace("_", " ")
    days = [last_date(fields.get("date", "")), last_date(title or "")]
    days += [found[0][2] for found in map(dates_in, notes) if found]
    return Header(
        title=shown,
        kind=kind_of(fields.get("kind", "")) or kind_of(title or "") or kind_of(stem) or DEFAULT,
        date=next((day for day in days if day), None) or last_date(PurePath(file_name).name),
        place=_place(fields, (title or "", *notes), opening),
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


def _is_note(lines: Sequence[Line], at: int, titled: bool) -> bool:
    """Whether a line after the title only tells date, place, source, office or how the text was made."""
    text = lines[at].text
    if titled and _CAST_LINE.fullmatch(text):
        return True
    if len(text) > 160:
        return False
    if _REMARK.fullmatch(text) or _BARE_URL.fullmatch(text) or _is_date_line(text):
        return True
    above_date = at + 1 < len(lines) and _is_date_line(lines[at + 1].text)
    return titled and ((above_date and _is_capitalised(text)) or _is_byline(text))


def _is_date_line(text: str) -> bool:
    """Whether a line is a date, perhaps with a place, and nothing else."""
    found = dates_in(text)
    if not found or len(text) > 160:
        return False
    rest = text
    for start, end, _ in reversed(found):
        rest = rest[:start] + rest[end:]
    return len(rest.split()) <= 6 and _is_capitalised(rest)


def _is_capitalised(text: str) -> bool:
    """Whether a line is a few words with capitals, as the name of a place or a hall is."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= 8 and all(word[0].isupper() or word in _UNSTRESSED for word in words)


def _is_byline(text: str) -> bool:
    """Whether a line names a person and an office: "Ned Price, Department Spokesperson"."""
    name, comma, office = text.partition(", ")
    words = name_words(office)
    capitals = all(word[0].isupper() or word in NAME_PARTICLES for word in words)
    return (
        bool(comma)
        and capitals
        and 0 < len(words) <= 8
        and office_of(office) != ""
        and form_of(name) is Form.NAME
    )


def _principal(fields: dict[str, str], title: str, notes: Sequence[str]) -> Principal | None:
    for key in ("president", "speaker"):
        if key in fields:
            return principal_in_field(fields[key], key)
    byline = next((note for note in notes if _is_byline(note)), None)
    return principal_in_title(title) or (principal_in_field(byline, "speaker") if byline else None)


def _place(fields: dict[str, str], headings: Sequence[str], opening: re.Match[str] | None) -> str | None:
    if "place" in fields:
        return fields["place"]
    stated = (place_beside_date(line) or (as_place(line) if n else None) for n, line in enumerate(headings))
    found = next((place for place in stated if place), None)
    return found or (as_written(opening["place"]) if opening else None)


def _source(fields: dict[str, str], lines: Sequence[Line], body: int) -> str | None:
    ends = [line.text for line in (*lines[:body], *lines[-5:])]
    candidates = (fields.get("source", ""), *(text for text in ends if _BARE_URL.fullmatch(text)))
    return next((match[0] for match in map(_URL.search, candidates) if match), None)
