"""Occasions as a question names them: "in his farewell address", "at Reagan's last press conference"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.dates import MONTHS
from index.transcript.kinds import kind_of
from rag.periods import Period, date_within
from rag.saying import AUXILIARY, SAYING, union_joined
from rag.written_dates import DATES, DAY


@dataclass(frozen=True, slots=True)
class NamedOccasion:
    """An occasion of a kind: "first 1984 presidential debate" is a "debate".

    `whose` is who is said to have spoken there, as written, or "". `words` are what its title may say,
    in lower case and without what only tells the kind: "farewell" of "farewell address". `sure` is false
    where the words name an occasion only if a title has them: "the commencement of the war" does not.
    """

    kind: str
    whose: str
    words: tuple[str, ...]
    period: Period | None
    sure: bool = True


def named_occasions(question: str) -> Iterator[NamedOccasion]:
    """Yield the occasions that `question` names; after "in" or "at" first, then subjects of saying."""
    joined = union_joined(question)
    for pattern, sure in ((_PLACED, True), (_SUBJECT, True), (_OWNED, False), (_HEADING, False)):
        for match in pattern.finditer(joined):
            found = _occasion(match["whose"] or "", match["words"], joined[match.end() :], sure=sure)
            if found:
                yield found


def _occasion(whose: str, words: str, after: str, *, sure: bool) -> NamedOccasion | None:
    tokens = words.split()
    for count in range(1, len(tokens) + 1):
        kind = _kind_of(" ".join(tokens[:count]).strip(_QUOTES))
        if kind is None:
            continue
        while count < len(tokens) and _kind_of(tokens[count]):
            count += 1  # "State Union" tells the kind already, and "address" is part of the name
        name = " ".join(tokens[:count]).strip(_QUOTES)
        rest = " ".join(("", *tokens[count:], after.lstrip()))
        further = _FURTHER.match(rest)
        written = f"{name} {further['words']}" if further else name
        period = date_within(words) or _date_after(further["words"] if further else "", rest)
        vague = further is not None and further["link"].lower() in ("of", "over") and not period
        words_of_title = _telling(further["words"] if further and vague else written)
        dated = bool(whose and period)
        return NamedOccasion(kind, whose, words_of_title, period, dated or (sure and not vague))
    return None


def _date_after(further: str, rest: str) -> Period | None:
    """Return the date that follows the kind: "address to the nation on May 3, 2001"."""
    dated = _DATED.match(rest)
    return date_within(dated["when"]) if dated else date_within(further)


def _kind_of(name: str) -> str | None:
    """Return the kind that `name` names, which may be plural."""
    singular = (name, name.removesuffix("s"), name.removesuffix("es"))
    return next(filter(None, map(kind_of, singular)), None)


def _telling(name: str) -> tuple[str, ...]:
    words = dict.fromkeys(re.findall(r"[^\W_]+", name.casefold()))
    return tuple(word for word in words if word not in _TELL_KIND and not re.match(r"\d{3}|.$", word))


_QUOTES = "“”\"„«»'‘’"
_DETERMINER = r"(?:the|an?|his|her|their|its|our|that|this)"
_NO_PART = (
    rf"(?:{_DETERMINER}|of|at|in|on|to|with|about|from|for|by|before|after|between|during|since|until|under|over"
    r"|and|or|according|wh\w+)"
)
_NAME = rf"(?!{_NO_PART}\b)[^\W\d_][\w.-]*"
_WHOSE = rf"(?P<whose>{_NAME}(?:\s+{_NAME}){{0,3}}?(?:\s+and\s+{_NAME}(?:\s+{_NAME}){{0,2}}?)?)['’]s?"
_TOKEN = (
    rf"(?!{_NO_PART}\b)(?:\d{{1,2}},\s+\d{{4}}"
    rf"|[{_QUOTES}]?[\w'’&/–-]+(?:\.[\w-]+)*(?:\.(?=\s\w))?[{_QUOTES}]?)"
)
_WORDS = rf"(?P<words>(?:{_TOKEN}\s*){{1,6}})"
_PLACED = re.compile(
    rf"\b(?:at|in|during|from|according\s+to)\s+(?:(?:{_DETERMINER}\s+)?{_WHOSE}|{_DETERMINER})\s+{_WORDS}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"\b(?:does|do|did|has|had)\s+(?:{_WHOSE}|{_DETERMINER})\s+{_WORDS}(?=[^?]*\b{SAYING}\b)", re.IGNORECASE
)
_OWNED = re.compile(rf"\b{_WHOSE}\s+{_WORDS}", re.IGNORECASE)
# "Trump State of the Union address of February 2019"
_HEADING = re.compile(
    rf"^\W*(?!{AUXILIARY}\b)(?=(?-i:[A-Z])[^'’]*$)(?P<whose>{_NAME})\s+{_WORDS}", re.IGNORECASE
)
# What follows the kind: "speech at the Brandenburg Gate", "address to the United Nations", "debate of May 3".
_FURTHER = re.compile(
    r"\s*(?P<link>(?i:at|in|to|before|on|with|of|over|dated))\s+(?:the\s+)?"
    r"(?P<words>(?:(?:\d{1,2},\s+)?[A-Z\d][\w.’'-]*\s*){0,4})"
)
_NOT_WHERE = rf"(?:about|regarding|concerning|on|and|wh\w+|how|he|she|it|they|{AUXILIARY}|{SAYING})\b"
# "speech to a joint session of Congress on 20 September 2001"; "speech on grain in 1950" may tell of 1950.
_DATED = re.compile(
    rf"(?:\s+(?:to|at|in|before|with|of|from|for)(?:\s+(?!{_NOT_WHERE})[\w’'&.-]+){{1,5}}?){{0,3}}?"
    rf"(?:\s+(?:on|in|of|from|between|dated|during)|,?(?=\s+{DAY}\b))\s+(?P<when>{DATES})(?!\w|\s+(?:onwards?|forward)\b)",
    re.IGNORECASE,
)
# Words that name the kind, or say which of several without standing in a title.
_TELL_KIND = frozenset(
    """
    speech speeches address addresses remarks statement statements message messages debate debates
    conference conferences press news media interview interviews briefing briefings hearing hearings
    letter letters talk talks lecture proclamation declaration announcement article comment comments
    presidential official joint big famous televised recent opening closing short long whole entire own
    new last final latest president presidents minister administration government us th st nd rd
    the
    """.split()
) | frozenset(MONTHS)
