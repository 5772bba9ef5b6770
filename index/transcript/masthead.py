"""The lines between which a title stands: letterheads above it, and what a form tells below it.

The White House                      Dana Marlow
Office of the Press Secretary        Spokesperson
For Immediate Release                Daily Press Briefing
April 24, 2014                       Washington, DC
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.transcript.dates import dates_in
from index.transcript.forms import Form, form_of, name_words
from index.transcript.kinds import kind_of
from index.transcript.label import Mark
from index.transcript.labels import read_label
from index.transcript.lines import Line
from index.transcript.places import place_line
from index.transcript.principal import office_of
from index.transcript.vocabulary import (
    HONORIFICS,
    MONTHS_AND_DAYS,
    NAME_PARTICLES,
    NEVER_IN_A_NAME,
    ORGANISATION_WORDS,
)

REMARK = re.compile(
    r"\W*(?:(?:un)?official translation|(?:remarks )?as (?:delivered|prepared)(?: for delivery)?"
    r"|check against delivery|embargoed\b.{0,60}|(?:proof )?transcript\b.{0,40}|translated from \w+"
    r"|for immediate release|press release|e ?& ?o ?e|\d{1,5}(?:-\d{1,4}){2,4}|.{0,40}\bpress team"
    r"|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)\W*",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"(?:topics?|subjects?|contents|table of contents|index for today['’]s briefing)\b:?.*", re.IGNORECASE
)
_MAX_ABOVE, _MAX_BELOW = 7, 6
_MAX_WORDS, _FEW_WORDS = 12, 2
_WEEKDAY = 12  # no date starts later in a line that opens with it and its day
_LETTERHEAD_WORDS = ORGANISATION_WORDS | {"amt", "ministère", "ministerio", "office", "secretariat"}
_UNSTRESSED = (
    NAME_PARTICLES
    | MONTHS_AND_DAYS
    | frozenset("at in on p a m pm am th st nd rd updated for and to".split())
)
_STYLES = re.compile(
    r"^(?:the )?(?:rt\.? |right )?hon(?:ou?rable)?\.? |,? (?:MP|MEP|AO|QC|KC|CBE)$", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)


def title_after_letterhead(lines: Sequence[Line], at: int) -> int:
    """Return the index of the title: that of the first line with a kind, if only letterheads stand above it.

    Where there is no such line, it is `at`, the first one.
    """
    for here in range(at, min(at + _MAX_ABOVE, len(lines) - 1)):
        text = lines[here].text
        if _names_a_kind(lines, here) and not _names_only_a_kind(lines, here):
            return here
        if not _names_only_a_kind(lines, here) and not is_letterhead(text):
            break
    return at


def is_letterhead(text: str) -> bool:
    """Whether a line above a title only tells who publishes, or whose office, form or date it is."""
    if REMARK.fullmatch(text) or is_date_line(text):
        return True
    if not _is_short(text) or text[-1] in ":,;":
        return False
    words = {word.casefold() for word in name_words(text)}
    body = not _LETTERHEAD_WORDS.isdisjoint(words)
    return is_capitalised(text) and (body or is_person(text) or office_of(text) != "")


def is_office_line(text: str) -> bool:
    """Whether a line below a title names an office or body, and nobody is addressed by it."""
    first = text.split()[0].strip(".,").casefold()
    spoken = first in HONORIFICS | NEVER_IN_A_NAME or text[-1] in ".:,;-–—"
    return not spoken and is_letterhead(text) and not is_person(text)


def is_person(text: str) -> bool:
    """Whether a line holds nothing but a person, in full: "Helen R. Carmody", "THE HON MARGARET QUILL MP"."""
    text = _STYLES.sub("", text)
    return form_of(text) in (Form.NAME, Form.TITLED) and len(name_words(text)) > 1


def is_byline(text: str) -> bool:
    """Whether a line names a person and an office: "Ned Price, Department Spokesperson"."""
    name, comma, office = text.removeprefix("By ").partition(", ")
    words = name_words(office)
    capitals = all(word[0].isupper() or word in NAME_PARTICLES | {"to", "for"} for word in words)
    return (
        bool(comma)
        and capitals
        and 0 < len(words) <= 8
        and office_of(office) != ""
        and form_of(name) in (Form.NAME, Form.TITLED)
    )


def below_title(lines: Sequence[Line], at: int) -> int:
    """Return how many lines from index `at` belong to a form under the title that ends with date or remark.

    Such a form names the kind, the speaker, his office and the place, each on a line of its own.
    """
    for count in range(min(_MAX_BELOW, len(lines) - at)):
        text = lines[at + count].text
        if is_date_line(text) or REMARK.fullmatch(text):
            return count + 1
        if not (_is_short(text) and is_capitalised(text)) or _speaks(lines[at + count]):
            return 0
    return 0


def is_place_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line below the date is a place: a few capitals, over a label, remark, form or byline."""
    text = lines[at].text
    if (
        at + 1 >= len(lines)
        or len(text.split()) > 4
        or not NEVER_IN_A_NAME.isdisjoint(text.casefold().split())
    ):
        return False
    place = place_line(text) or (
        is_capitalised(text) and text.split()[-1] in ("Headquarters", "House", "Palace")
    )
    following = lines[at + 1]
    return (
        bool(place)
        and not kind_of(text)
        and (
            REMARK.fullmatch(following.text) is not None
            or _speaks(following)
            or is_person(following.text)
            or is_byline(following.text)
            or form_of(following.text) is Form.PART
        )
    )


def is_topics(text: str) -> bool:
    """Whether a line announces what is talked of: "SUBJECTS: Pacific cable; ferry trade."."""
    return len(text) < 300 and _TOPICS.fullmatch(text) is not None and not text.endswith("?")


def is_date_line(text: str) -> bool:
    """Whether a line is a date, perhaps with a place, and nothing else."""
    found = dates_in(text)
    if not found or len(text) > 160:
        return False
    after = text[found[0][1] :].lstrip()
    if found[0][0] == 0 and after[:1] in ("·", "•", "|"):
        return len(text.split()) <= _MAX_WORDS
    rest = text
    for start, end, _ in reversed(found):
        rest = rest[:start] + rest[end:]
    rest = _CLOCK.sub("", rest)
    begins, ends = found[0][0] < _WEEKDAY, not rest[found[0][0] :].strip(" .)")
    words = len(rest.split())
    if is_capitalised(rest):
        return words <= (10 if begins else 6)
    return ends and words <= 3 and not re.search(r"[.:!?]\s", rest)


def is_capitalised(text: str) -> bool:
    """Whether a line is a few words with capitals, as the name of a place or a hall is."""
    words = re.findall(r"[^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*", text)
    return len(words) <= 10 and all(word[0].isupper() or word in _UNSTRESSED for word in words)


def _names_a_kind(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    return kind_of(text) is not None and not REMARK.fullmatch(text) and text[-1] not in ".:?!;,"


def _names_only_a_kind(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is but "Speech" or "Press release" above the title proper."""
    after = lines[at + 1].text
    alone = len(lines[at].text.split()) <= _FEW_WORDS and kind_of(lines[at].text) is not None
    return alone and len(after.split()) > _FEW_WORDS and after[0].isupper() and _names_a_kind(lines, at + 1)


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MAX_WORDS and text[-1] not in "?!"


def _speaks(line: Line) -> bool:
    """Whether a line starts with what may be a label that words follow."""
    label = read_label(line, 0)
    return label is not None and label.mark is not Mark.NONE and (label.mark is Mark.COLON or not label.alone)
