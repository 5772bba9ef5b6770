"""The words of a question that say what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.stores.analysis import analyzer


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question. `name` marks what is written like a proper name or a number."""

    text: str
    stem: str
    name: bool


def stems(text: str) -> list[str]:
    """Return the stem of every word of `text`, in order, as the lexical index knows them."""
    return list(analyzer().analyze(text))


# Words that make a sentence a question about a record, and say nothing of its subject.
_SCAFFOLD = frozenset(
    """
    a about according all also am an and answer answered answers any anybody anyone anything are
    as ask asked asking asks at be been being between but by can claim claims comment comments
    could describe described did do does doing done else ever exactly explain explained for from
    further gave get give given gives had has have having he her here him his how i if in into
    is it its just know list made make many may me mention mentioned mentions might more most mr
    mrs ms much my name named of off on one or other our out over own please quote regarding
    reply replied respond response said same say saying says she should show so some speak
    speaks speech spoke state stated statement such talk talked tell than that the their them
    then there these they thing things think this those though to told too under until up upon
    us use very view views want was we were what whats when where whether which while who whom
    whose why will wish with within without word words would you your
    """.split()
)


def content_terms(text: str) -> tuple[Term, ...]:
    """Return the words of `text` that say what it is about, in order."""
    terms: list[Term] = []
    first = True
    for word in re.findall(r"\w+", text):
        if _tells(word, first):
            terms.extend(Term(word, stem, _is_name(word, first)) for stem in stems(word))
        first = False
    return tuple(terms)


def _tells(word: str, first: bool) -> bool:
    if word.lower() not in _SCAFFOLD:
        return len(word) > 1 or word.isdigit()
    return word in _NAMES_LIKE_SCAFFOLD and not first


_NAMES_LIKE_SCAFFOLD = frozenset({"US", "IT", "WHO", "May", "Will"})


def _is_name(word: str, first: bool) -> bool:
    if any(character.isdigit() for character in word):
        return True
    return word[0].isupper() and (not first or word[1:].isupper())
