"""Questions that lean on what was asked before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from rag.terms import content_terms

_MOST_BEFORE = 3  # questions taken along; those further back are another subject
_FEW_TERMS = 3


class Leaning(Enum):
    """How far a question needs the ones before it to be understood."""

    NOT = auto()
    PERHAPS = auto()
    LIKELY = auto()
    SURELY = auto()


def leaning(question: str) -> Leaning:
    """Tell whether `question` leans on an earlier one.

    It does where it opens as a continuation ("And ...", "What about ..."), points at something that it
    does not name ("that clause", "there", "it"), or says next to nothing ("Why?"). A pronoun that may
    stand for a name in the question itself, or a short question without a name, perhaps leans; one that
    says much besides its pronoun likely does.
    """
    terms = content_terms(question)
    points = _POINTS_AT.search(_EXISTENTIAL.sub(" ", question))
    if len(terms) <= 1 or points or _CONTINUES.match(question) or _FRAGMENT.match(question):
        return Leaning.SURELY
    pronoun = _PRONOUN.search(question)
    if pronoun:
        before = content_terms(question[: pronoun.start()])
        possessive = pronoun[0].lower() in {"its", "their", "his", "her"}
        if any(term.name for term in before):
            return Leaning.NOT if possessive else Leaning.PERHAPS
        if possessive and len(before) > 1:
            return Leaning.PERHAPS
        return Leaning.LIKELY if len(terms) > _FEW_TERMS else Leaning.SURELY
    short = len(terms) <= _FEW_TERMS and not any(term.name for term in terms)
    return Leaning.PERHAPS if short else Leaning.NOT


def context(questions: Sequence[str], longest: int) -> str:
    """Return the earlier questions, oldest first, that the next one would be understood from.

    The last of `questions` is taken, and those before it as long as the later ones lean on them; at
    most three, and at most `longest` characters.
    """
    taken: list[str] = []
    for question in reversed(questions[-_MOST_BEFORE:]):
        whole = question if question.rstrip().endswith((".", "!", "?")) else f"{question}?"
        if len(" ".join([whole, *taken])) > longest:
            break
        taken.insert(0, whole)
        if leaning(question) is not Leaning.SURELY:
            break
    return " ".join(taken)


_CONTINUES = re.compile(
    r"\W*(?:and|but|so|or|also|then|(?:what|how) about|what of|(?:what|who|where) else|how so)\b",
    re.IGNORECASE,
)
# "since May 2020?" asks nothing by itself.
_FRAGMENT = re.compile(
    r"\W*(?:in|on|at|since|before|after|during|until|by|from|between|to|for|with|about)\b"
    r"(?!.*\b(?:what|which|who|whom|whose|why|how|when|where|is|are|was|were|do|does|did|has|have|had|will|can)\b)",
    re.IGNORECASE,
)
_EXISTENTIAL = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+there\b|\bthere\s+(?:is|are|was|were|will|would|has|have|had|be)\b",
    re.IGNORECASE,
)
_NOT_A_TIME = r"(?!\s+(?:year|month|week|day|time|morning|evening|century|decade|summer|winter)s?\b)"
_POINTS_AT = re.compile(
    rf"""
    \b(?:these|those|there)\b{_NOT_A_TIME}
    | \bthis\b{_NOT_A_TIME}
    # "of that clause", "would that mean"; not "say that the ..."
    | \b(?:in|on|at|of|from|to|by|for|with|about|over|under|after|before|during
        |is|are|was|were|do|does|did|can|could|would|will|should|how\s+\w+)\s+that\b{_NOT_A_TIME}
    | \bthe\s+(?:latter|former|others?|same|(?:first|second|last)\s+one)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|them|theirs?|he|him|his|she|hers?)\b", re.IGNORECASE)
