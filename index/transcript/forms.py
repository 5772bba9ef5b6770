"""The forms a speaker's name takes in a label."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from index.statement import Role
from index.transcript.vocabulary import (
    ANSWER_WORDS,
    CHAIRS,
    DEPARTMENTS,
    GENERIC_FILLERS,
    GENERIC_ROLES,
    HONORIFICS,
    NAME_PARTICLES,
    NAMED_QUESTIONERS,
    NEVER_IN_A_NAME,
    OFFICE_PREFIXES,
    OFFICE_WORDS,
    ORDINALS,
    ORGANISATION_WORDS,
    SURNAMES_TOO,
)

_MAX_WORDS = 12
_ADDRESSING = frozenset("an to".split())  # "Frage an Außenministerin Brandt"
_ARTICLES = frozenset("le la der die el il".split())


class Form(Enum):
    """How a label tells who speaks."""

    PART = auto()
    ANSWER = auto()
    OFFICE = auto()
    TITLED = auto()
    NAME = auto()


@lru_cache(maxsize=4096)
def form_of(name: str) -> Form | None:
    """Return the form of a label's name, or None where no speaker is called so."""
    words = name_words(name)
    if not words or len(words) > _MAX_WORDS:
        return None
    folded = [word.casefold() for word in words]
    if not words[0][0].isupper() and not (words[0] in NAME_PARTICLES and len(words) > 1):
        return None
    if len(folded) == 1 and folded[0] in ANSWER_WORDS:
        return Form.ANSWER
    if part_of(name) is not None:
        return Form.PART
    if not all(map(_fits_a_name, _telling(words))):
        return None
    if not NEVER_IN_A_NAME.isdisjoint(map(str.casefold, _telling(words))):
        return None
    return _person_or_office(folded)


def _telling(words: list[str]) -> list[str]:
    """The words of a label without those that only a knight or a department may have: "Sir", "for", "and"."""
    if words[0] == "Sir" and len(words) > 2:
        return words[1:]
    if "for" in words[2:] and not OFFICE_WORDS.isdisjoint(word.casefold() for word in words[:2]):
        return [word for word in words if word not in ("for", "and")]
    return words


@lru_cache(maxsize=4096)
def part_of(name: str) -> Role | None:
    """Return the role of a label that names a part ("Unidentified reporter", "Question 2"), else None."""
    words = [word.casefold() for word in name_words(name) if not word.isdigit()]
    if " ".join(words) in CHAIRS:
        return Role.MODERATOR
    if not {"member", "members"}.isdisjoint(words) and GENERIC_FILLERS.issuperset(words):
        return Role.AUDIENCE
    kept = [word for word in words if word not in GENERIC_FILLERS] or words
    if len(kept) != 1:
        return Role.QUESTIONER if _is_named_questioner(name) else None
    word = re.sub(r"_?\d+$", "", kept[0])  # "Reporter1", and "SPEAKER_00" of a machine
    return GENERIC_ROLES.get(word) or GENERIC_ROLES.get(word.removesuffix("s"))


def _is_named_questioner(name: str) -> bool:
    """Whether a part is followed by its holder's name: "Frage Wagner", "Question Contd"."""
    words = name_words(name)
    holder = [word for word in words[1:] if word.casefold() not in HONORIFICS | _ADDRESSING]
    return (
        words[:1] != []
        and words[0].casefold() in NAMED_QUESTIONERS
        and 0 < len(holder) <= 3
        and all(map(_fits_a_name, holder))
        and NEVER_IN_A_NAME.isdisjoint(word.casefold() for word in holder)
    )


def title_and_name(name: str) -> tuple[list[str], list[str]]:
    """Part the words of a label into title and name: ("MR.", "KENNEDY"), ("SECRETARY", "OF", "STATE"), ..."""
    words = name_words(name)
    folded = [word.casefold() for word in words]
    cut = 0
    while cut < len(folded):
        if cut and cut == len(folded) - 1 and folded[cut] in SURNAMES_TOO and folded[cut - 1] in HONORIFICS:
            break
        if folded[cut] in HONORIFICS | OFFICE_WORDS or (
            folded[cut] in OFFICE_PREFIXES and cut + 1 < len(folded)
        ):
            cut += 1
        elif folded[cut] in {"of", "for"} and cut:
            cut = _after_domain(folded, cut + 1)
        else:
            break
    if (HONORIFICS | OFFICE_WORDS).isdisjoint(folded[:cut]):
        cut = 0
    return words[:cut], words[cut:]


def _after_domain(folded: list[str], at: int) -> int:
    """The index after what an office is of: "State", "the European Commission", "Russia" before a name."""
    start = at
    while at < len(folded) and folded[at] in DEPARTMENTS | {"the", "and"}:
        at += 1
    bodies = [i for i in range(at, len(folded) - 1) if folded[i] in ORGANISATION_WORDS]
    if bodies:
        return bodies[-1] + 1
    return at if DEPARTMENTS.intersection(folded[start:at]) else min(at + 1, len(folded))


def name_words(name: str) -> list[str]:
    """The words of a name, without full stops: "S.V. Lavrov" gives S, V, Lavrov."""
    return [word for word in name.replace(".", " ").split() if word.strip("'’-")]


def _fits_a_name(word: str) -> bool:
    if word.isdigit() or not re.fullmatch(r"[^\W_][\w'’-]*", word):
        return False
    if re.fullmatch(r"[^\W\d_]+-\d{1,3}", word):
        return word[0].isupper()  # an outlet: "Rossiya-24"
    if re.search(r"\d", word):
        return word.isupper() and re.fullmatch(r"[A-Z]+[01][A-Z]+", word) is not None
    particle, _, rest = word.partition("-")
    joined = particle.casefold() in NAME_PARTICLES and rest[:1].isupper()  # "al-Marzouqi"
    return word[0].isupper() or joined or word.casefold() in NAME_PARTICLES


def _person_or_office(folded: list[str]) -> Form | None:
    if folded[0] in _ARTICLES and len(folded) > 1 and folded[1] in OFFICE_WORDS:
        folded = ["the", *folded[1:]]
    title, rest = title_and_name(" ".join(folded))
    officer = not OFFICE_WORDS.isdisjoint(title)
    if rest and not (ORDINALS.isdisjoint(rest) and (ORDINALS - OFFICE_PREFIXES).isdisjoint(title)):
        return None
    if folded[0] == "the":
        return Form.OFFICE if officer and ("of" in folded or not rest) else None
    if not rest:
        # "Mr. President," and "Madam Secretary:" are said to somebody, not by him.
        return Form.OFFICE if officer and HONORIFICS.isdisjoint(title) else None
    if not OFFICE_WORDS.isdisjoint(rest) and not SURNAMES_TOO.issuperset(rest):
        return None
    return Form.TITLED if title and len(rest) <= 4 else Form.NAME if len(rest) <= 5 else None
