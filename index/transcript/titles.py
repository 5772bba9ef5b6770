"""Titles: which line is one, and what a file name says in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from index.transcript.dates import dates_in
from index.transcript.forms import Form
from index.transcript.kinds import kind_of
from index.transcript.label import Mark
from index.transcript.labels import read_label
from index.transcript.lines import Line
from index.transcript.masthead import is_date_line

_MAX_TITLE_WORDS = 70
_AFTER_DATE = 80  # characters: ". Briefer: Dana Marlow, Spokesperson. Washington, D.C."
_SHORT_WORD = 3  # letters; titles write these in small ones
_SALUTATION = re.compile(
    r"(?:dear|my|good (?:morning|afternoon|evening)|ladies|gentlemen|fellow|mr\.?|madam|your|excellenc|thank"
    r"|to the|by the president|whereas|friends|colleagues|distinguished|president:)\b",
    re.IGNORECASE,
)


def is_title(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line at index `at`, the first one, is a title and not the start of the text."""
    text = lines[at].text
    if text.startswith("#"):
        return True
    if (
        len(text.split()) > _MAX_TITLE_WORDS
        or at + 1 >= len(lines)
        or (not text[0].isalnum() and text[0] not in '“„‘"*_«')
    ):
        return False
    plain = text.strip("*_ ")
    if is_date_line(lines[at + 1].text):
        plain = plain.removesuffix(".")  # some sites' titles are sentences
    if _tells_kind_and_date(plain):
        return True
    if plain[-1:] in tuple(".?!:;,—-…") or _SALUTATION.match(plain):
        return False
    label = read_label(lines[at], at)
    if label is None or (label.mark is Mark.NONE and label.form not in (Form.PART, Form.ANSWER)):
        return text[0] == text[0].upper()
    if label.mark in (Mark.STOP, Mark.DASH):  # "Interview of H.E. Mr. Karaca", "Remarks – Port Lomond"
        return kind_of(text[: label.body - label.start]) is not None
    # "Josep Borrell: Speech at the Council" is a title, "Josep Borrell: Thank you" is not.
    named = label.form in (Form.NAME, Form.TITLED) and label.mark is Mark.COLON
    days = dates_in(plain)
    dated = bool(days) and days[-1][1] == len(plain)
    return named and (dated or kind_of(text[label.body - label.start :]) is not None)


def _tells_kind_and_date(line: str) -> bool:
    """Whether a line names a kind of statement and then, at or near its end, a day: no speech opens so."""
    found = dates_in(line)
    long_words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > _SHORT_WORD]
    capitals = sum(word[0].isupper() for word in long_words)
    return (
        bool(found)
        and len(line) - found[-1][1] <= _AFTER_DATE
        and kind_of(line[: found[-1][0]]) is not None
        and capitals * 2 > len(long_words)
    )


def title_from_file_name(file_name: str, opening: str) -> str:
    """Make a title of a file name: "First inaugural address" of "1789-04-30-first-inaugural-address.txt".

    Where the name holds no words, the opening words of the text serve.
    """
    path = PurePath(file_name)
    stem = path.stem if re.fullmatch(r"\.\w{1,5}", path.suffix) else path.name
    stem = re.sub(r"^\d{4}[-_.]\d{1,2}[-_.]\d{1,2}[-_. ]*|^\d{8}[-_. ]+", "", stem)
    words = re.sub(r"[-_\s]+", " ", re.sub(r"[-_]\d$", "", stem)).strip()
    if not re.search(r"[^\W\d_]{4}", re.sub(r"\b[0-9a-f]{8,}\b", "", words)):
        words = " ".join(opening.split()[:12]).strip("#*_ ") or words or "Untitled"
    return words[:1].upper() + words[1:]
