"""A label's words taken apart: the name, and what is said of its holder."""

from __future__ import annotations

import re

from index.transcript.vocabulary import INTERPRETING, MODERATOR_WORDS, NAME_PARTICLES, OFFICE_WORDS

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rt gen sen gov rep lt col st sgt adm capt hon rev jr sr the sra sec amb brig maj vors"
    " sts".split()
)
"""Words after which a full stop ends no label."""

CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
"""A time of day, as a recording gives it."""

_INNER_STOP = re.compile(r"(?:^|\s)(?P<word>[^\W\d_]{2,})\.\s")
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]{1,70})[)\]]")
_SMALL_IN_OFFICES = frozenset("for and to at in on behalf".split())
TITLE_COMMA = re.compile(r"^(MR|MRS|MS|DR|Mr|Mrs|Ms|Dr),")
"""A comma that stands for the full stop of a title: "MR, SMITH"."""


def name_and_aside(label: str) -> tuple[str, str]:
    """Part "Question (Reuters)" or "HOWARD K. SMITH, MODERATOR" into name and aside.

    After a comma only an employer or a part can stand: words with capitals, or known ones.
    """
    label = TITLE_COMMA.sub(r"\1.", label.strip("*_ \t"))
    asides = [aside for aside in _ASIDE.findall(label) if not CLOCK.fullmatch(aside)]
    name, _, rest = _ASIDE.sub("", label).partition(",")
    name, _, role = name.replace(" – ", " — ").replace(" - ", " — ").partition(" — ")
    added = [part.strip() for part in (rest, role) if part.strip()]
    if not all(_says_of_holder(part) for part in added):
        return "", ""
    return name.strip("*_ \t"), ", ".join([*(aside.strip() for aside in asides), *added])


def is_two_sentences(name: str) -> bool:
    """Whether a full stop within the name ends a sentence: "THE PRESIDENT. My answer"."""
    return any(found["word"].casefold() not in ABBREVIATIONS for found in _INNER_STOP.finditer(name))


def _says_of_holder(aside: str) -> bool:
    words = re.findall(r"[^\W_][\w'’.-]*", aside)
    stated = aside.startswith("on behalf of ") or not OFFICE_WORDS.isdisjoint(
        word.casefold() for word in words
    )
    return 0 < len(words) <= (14 if stated else 8) and all(
        word[0].isupper()
        or (stated and word in _SMALL_IN_OFFICES)
        or word in NAME_PARTICLES
        or word in MODERATOR_WORDS
        or word.startswith(INTERPRETING)
        for word in words
    )
