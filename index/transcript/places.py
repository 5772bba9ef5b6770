"""Where a statement was made, as far as its header says so; prose is never asked."""

from __future__ import annotations

import re

from index.transcript.countries import is_country
from index.transcript.dates import dates_in
from index.transcript.vocabulary import (
    HONORIFICS,
    MONTHS_AND_DAYS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    PLACE_ENDINGS,
    PLACE_OPENINGS,
    PLACES,
)

_PLACE = re.compile(r"[^\W\d_][\w.'’-]*(?:[ -][^\W\d_][\w.'’-]*){0,4}")
_EVENT = re.compile(
    r"\b(?i:conference|meeting|talks|rally|summit|ceremony|visit|reception|dinner|luncheon|briefing|event)"
    r" in (?P<place>[A-Z][^,.;:()]{1,40})(?:, [A-Z][\w ]{2,30})?$"
)
_PIECE_ENDS = re.compile(r"[,(\[]|(?<=[a-z]{3})\. (?=[A-Z])")  # not the stop of "St. Louis"
_VENUES = frozenset("hall room office palace house headquarters center centre church library airport".split())
_MAX_VENUE_WORDS = 6
_ON = re.compile(r"[ ,](?:on|le|den|el|am|il)$")  # "Paris, le 3 février 2014"
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
# What stands beside a date on a page, and is no place: "Tue 4 Mar 2025", "Publié le 6 mars", "11:30 Uhr".
_BESIDE_DATES = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun uhr published posted updated released issued created"
    " publié publicado pubblicato veröffentlicht english français deutsch español".split()
)
_NO_PLACE = HONORIFICS | OFFICE_WORDS | ORGANISATION_WORDS | MONTHS_AND_DAYS | _BESIDE_DATES
_PARTICLES = frozenset("of the de la le el al du da del di an der am upon and".split())
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3})"
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^)\n]{1,40}\))? ?(?:--|—|–) ?(?=\S)"
)


def place_beside_date(line: str) -> str | None:
    """Return the place in "..., Astana, 12 September 2013", "Washington, March 4, 1801.", "a rally in Oslo".

    The place is the piece between commas or full stops directly before the last date, or all that follows
    it; of "Tallinn, Estonia" it is the city. A piece in apposition to an office ("the Minister, Erlan
    Idrisov, 12 September 2013") is a person.
    """
    found = dates_in(line)
    if not found:
        return _place_of_event(line)
    after = _TIME.sub("", line[found[-1][1] :]).strip(" ,;.)]–—-")
    if after:
        return as_place(after)
    before = _ON.sub("", line[: found[-1][0]].rstrip(" ,;([–—-")).rstrip(" ,")
    pieces = [piece.strip() for piece in _PIECE_ENDS.split(before)]
    while len(pieces) > 1 and pieces[-1].casefold().strip(".") in MONTHS_AND_DAYS:
        pieces.pop()
    if len(pieces) > 1 and re.fullmatch(r"D\.? ?C\.?", pieces[-1]):
        pieces[-2:] = [f"{pieces[-2]}, D.C."]
    if len(pieces) > 1 and _ends_in_office(pieces[-2]) and not is_known_place(pieces[-1]):
        return None
    if len(pieces) > 1 and is_country(pieces[-1]) and _is_city(pieces[-2]):
        pieces.pop()
    return as_place(pieces[-1]) or _place_of_event(pieces[-1])


def _is_city(piece: str) -> bool:
    """Whether what stands before a country is a place of one word, or a known one: no person."""
    return as_place(piece) is not None and (" " not in piece or is_known_place(piece))


def _place_of_event(line: str) -> str | None:
    match = _EVENT.search(line)
    return as_place(match["place"]) if match else None


def dateline(line: str) -> re.Match[str] | None:
    """Match a dateline such as "WASHINGTON, June 1 --" at the start of `line`; its group is `place`."""
    return _DATELINE.match(line[:120])


def as_written(place: str) -> str:
    """Return a place in its usual letters: "Washington" for "WASHINGTON"."""
    return place.title() if place.isupper() and len(place) > 3 else place


def as_place(piece: str) -> str | None:
    """Return `piece` if it can be a place: some words with capitals, none of an office or body."""
    if piece.endswith((", D.C.", ", DC")):
        bare = as_place(piece.rpartition(",")[0])
        return f"{bare}, D.C." if bare else None
    words = piece.split()
    if (
        not _PLACE.fullmatch(piece)
        or not piece[0].isupper()
        or not all(word[0].isupper() or word in _PARTICLES for word in words)
    ):
        return None
    if any(word.casefold().strip(".") in _NO_PLACE for word in words):
        return None
    return as_written(piece)


def is_known_place(name: str) -> bool:
    """Whether a name of two or more words is no person's: "New York", "Santa Marta", "Addis Ababa"."""
    words = name.casefold().replace(".", "").split()
    return len(words) > 1 and (
        words[0] in PLACE_OPENINGS or words[-1] in PLACE_ENDINGS or " ".join(words) in PLACES
    )


def place_line(line: str) -> str | None:
    """Return the place of a line that holds nothing else: "Berlin", or "Astana" of "Astana, Kazakhstan"."""
    place, comma, wider = line.partition(", ")
    if wider in ("D.C.", "DC"):
        return as_place(line)
    return as_place(place) if not comma or as_place(wider) else as_place(line)


def is_venue(line: str) -> bool:
    """Whether a line is the name of a hall or house: "Oval Office", "Akasaka Palace"."""
    words = line.split()
    return (
        1 < len(words) <= _MAX_VENUE_WORDS
        and words[-1].casefold() in _VENUES
        and all(word[0].isupper() or word in _PARTICLES for word in words)
    )


def _ends_in_office(piece: str) -> bool:
    words = piece.split()
    return bool(words) and words[-1].casefold() in OFFICE_WORDS
