"""Occasions as a question names them: "in his farewell address", "at Reagan's last press conference"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.transcript.kinds import kind_of
from rag.periods import Period, date_within


@dataclass(frozen=True, slots=True)
class NamedOccasion:
    """An occasion of a kind: "first 1984 presidential debate" is a "debate".

    `whose` is who is said to have spoken there, as written, or "". `words` are what the title may
    say of it, in lower case and without what only tells the kind: "farewell" of "farewell address".
    """

    kind: str
    whose: str
    words: tuple[str, ...]
    period: Period | None


def named_occasions(question: str) -> Iterator[NamedOccasion]:
    """Yield the occasions that `question` names, in their order."""
    joined = _STATE_OF_THE_UNION.sub(r"\1 \2", question)  # its title would end at "of"
    for match in _NAMED.finditer(joined):
        words = match["words"].split()
        for count in range(1, len(words) + 1):
            name = " ".join(words[:count])
            kind = kind_of(name)
            if kind is not None:
                telling = dict.fromkeys(re.findall(r"[^\W\d_]{2,}", name.casefold()))
                title = tuple(word for word in telling if word not in _TELL_KIND)
                yield NamedOccasion(kind, match["whose"] or "", title, date_within(match["words"]))
                break


_DETERMINER = r"(?:the|an?|his|her|their|its|our|that|this)"
_NO_PART = (
    rf"(?:{_DETERMINER}|of|at|in|on|to|with|about|from|for|by|before|after|during|since|until|under|over"
    r"|and|or|wh\w+)"
)
_NAME = rf"(?!{_NO_PART}\b)[^\W\d_][\w.-]*"
_NAMED = re.compile(
    rf"\b(?:at|in|during|from|according\s+to|does|did)\s+(?:{_DETERMINER}|(?P<whose>(?:{_NAME}\s+){{0,3}}?{_NAME})['’]s?)\s+"
    rf"(?P<words>(?:(?!{_NO_PART}\b)[\w'’&-]+\s*){{1,5}})",
    re.IGNORECASE,
)
_STATE_OF_THE_UNION = re.compile(r"\b(state)\s+of\s+the\s+(union)\b", re.IGNORECASE)
# Words that name the kind or say which of several without standing in a title.
_TELL_KIND = frozenset(
    """
    speech speeches address addresses remarks statement message messages debate debates conference
    conferences press news media interview interviews briefing briefings hearing letter talk lecture
    proclamation declaration announcement article comments presidential official joint big famous
    televised recent opening closing short long whole entire own new last final latest
    january february march april may june july august september october november december
    """.split()
)
