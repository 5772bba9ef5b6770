"""Who is asked about as having spoken."""

from __future__ import annotations

import re

from index.transcript.kinds import kind_of

AUXILIARY = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should)"
"""A pattern for the verbs that a question may begin with."""

SAYING = (
    r"(?:say|said|says|think|thinks|thought|believes?|claim(?:s|ed)?|mention(?:s|ed)?|comment(?:s|ed)?"
    r"|speak|spoke|talk(?:s|ed)?|tell|told|argued?|suggest(?:ed)?|announced?|declared?|describe[ds]?"
    r"|explain(?:ed)?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|warn(?:ed)?|promised?|assert(?:ed)?"
    r"|ask(?:ed)?|want(?:ed)? to know"
    r"|stated|(?<!of )states?(?!\s+(?:of|department|house|secretary|visit|dinner|government|union)))"
)
"""A pattern for the verbs of saying; "state" is none in "Secretary of State" and "State Department"."""

PRONOUNS = frozenset({"he", "she", "they"})
"""Words that stand for whoever spoke, in "What did he say?"."""

_OF_PRONOUNS = {"his": "he", "her": "she", "their": "they"}

_ONE = r"[^\s,;:?]+(?:\s+[^\s,;:?]+){0,5}?"
WHO = rf"(?P<who>{_ONE})"
"""A pattern for whoever speaks or is spoken to, as few words as do."""

_NAME = r"[^\s,;:?]+(?:\s+[^\s,;:?]+){0,2}?"
_LIST = rf"{_NAME}(?:,\s+{_NAME}){{1,5}},?\s+(?:and|or|&)\s+{_NAME}"  # "Kennedy, Johnson and Nixon"
DID = (
    r"\b(?:(?:did|does|do|has|had|would)(?:n['’]t)?|what['’]d)\s+(?!been\b)"
    rf"(?P<who>{_LIST}|{_ONE})(?:,[^,?]{{1,60}},)?\s+"
    r"(?:(?:(?:have|had|go\s+on|went\s+on|come|choose|happen|want|try)\s+to"
    r"|ever|also|both|each|all|really|not|have|had|been|first|last|later|then|once|never|even|still|again"
    r"|already|just|actually|repeatedly|publicly|recently|previously|initially|originally|famously|specifically|explicitly"
    r"|personally|privately|finally|directly|clearly|openly|formally|officially|reportedly|himself|herself"
    r"|themselves)\s+)*"
)
"""A pattern for the start of a question on what somebody did: "Didn't Lavrov, the minister, ever "."""

OPINION = (
    r"(?:position|views?|stance|opinions?|attitude|comments?|remarks?|statements?|words|take|reaction"
    r"|response|reply|answers?|assessment|thoughts|quot(?:es?|ations?)|claims?|tweets?)"
)
"""A pattern for the nouns of which somebody's words are asked: "position", "views"."""


def sayer(text: str) -> str | None:
    """Return who is said to have spoken or asked, as written; None where nobody is named.

    Of "What does Washington's Farewell Address say" it is "Washington"; a "joint statement" is nobody.
    """
    who = who_in(_SAYERS, text)
    if who is None or not _is_occasion(who):
        return _OF_PRONOUNS.get(who.lower(), who) if who else None  # "his view"
    owner = _OWNER.match(who)
    return owner["who"] if owner else None


def is_heading(text: str) -> bool:
    """Tell whether `text` is no sentence but "X on Y"; X need be no person: "Tariffs on steel"."""
    return _HEADED.match(text) is not None


def asks_of_every_mention(text: str) -> bool:
    """Tell whether only all that was said can answer: "When did he first mention ...", "How often ..."."""
    return bool(_EVERY_MENTION.search(text))


def union_joined(text: str) -> str:
    """Return `text` with "State Union" for "State of the Union", which "of" would else cut in two."""
    return _UNION.sub(r"\1 \2", text)


def who_in(patterns: tuple[re.Pattern[str], ...], text: str) -> str | None:
    """Return the group "who" of the first of `patterns` that is found in `text`; None where none is."""
    found = (pattern.search(text) for pattern in patterns)
    return next((match["who"] for match in found if match), None)


def _is_occasion(who: str) -> bool:
    """Whether `who` is a speech or the like, by its last words ("the debate moderator" is a person)."""
    head = _PREPOSITION.split(union_joined(who), maxsplit=1)[0].split()
    if not head:
        return False
    before = head[-2] if len(head) > 1 else ""
    return kind_of(head[-1]) is not None or (
        kind_of(before) is None and kind_of(f"{before} {head[-1]}") is not None
    )


_CAPITAL = r"(?-i:[A-Z])[^\s,;:?]*"
_WHO_IN_CAPITALS = rf"(?P<who>{_CAPITAL}(?:\s+(?:{_CAPITAL}|and|or|of|the|de|van|von)){{0,5}})"
# The start of words that are no sentence: "Lavrov on Syria", "Lavrov's position on Syria".
_HEADING = (
    r"^\W*+(?:(?:and|but|so|also|then)\s+)?+"
    r"(?:fact[- ]?check\b:?\s+)?+"
    r"(?:(?:i\s+)?(?:find|quote|summari[sz]e|list|show|give|get|tell|explain|analy[sz]e|discuss|describe|search"
    r"|outline|compare|contrast|need|want)\s+(?:me\s+)?(?:for\s+)?)?+"
    r"(?:(?:the\s+)?(?:differences?|contrast|comparison)\s+between\s+)?+"
    rf"(?!(?:questions?|what|which|who|whom|whose|why|how|when|where|in|on|at|{AUXILIARY})\b)"
)
_RECORD = r"(?:speech(?:es)?|transcripts?|texts?|videos?|recordings?|interviews?|press\s+conferences?)"
HEADED = rf"{_HEADING}{WHO}\s+on\s"
"""A pattern for words that name a speaker before "on" and the topic: "Lavrov on Syria"."""

_HEADED = re.compile(HEADED, re.IGNORECASE)
_SAYERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\baccording to\s+{WHO}(?=[,;:?.]|\s+(?:in|on|at|about|wh\w+|how|is|are|was)\b|$)",
        rf"{DID}(?!states\b)(?:{SAYING}|write|written|tweet(?:ed)?|discuss(?:ed)?|alleged?|reveal(?:ed)?"
        r"|saying|claiming|arguing|telling|promising|warning)\b",
        rf"\b(?:is|are|was|were)\s+{WHO}\s+(?:saying|claiming|arguing|suggesting|talking|promising|warning)\b",
        rf"\b(?:said|stated|claimed|promised|announced|declared|argued)\s+by\s+{WHO}"
        r"(?=\s+(?:about|on|in|at|to|of|regarding)\b|[?.,;:]|$)",
        rf"\bsaid\s+(?:about|of|on)\s+[^?,;]{{1,60}}?\s+by\s+{WHO}(?=\s+(?:in|at|on)\b|[?.,;:]|$)",
        rf"(?:{_HEADING}|\b(?:what|how)(?:['’]s|\s+(?:is|was|are|were))\s+){WHO}['’]s?\s+{OPINION}\b",
        rf"\b{OPINION}\s+(?:of|by|from)\s+{WHO}\s+(?:on|about|regarding|towards?|concerning)\b",
        rf"\b(?:what|that|things?|everything|anything|all)\s+{_WHO_IN_CAPITALS}\s+"
        r"(?:(?:ever|never|once|also|really|actually|has|had|have)\s+)*(?:says?|said|told)\b",
        rf"^\W*(?!(?:who|what|which|whoever)\b){_WHO_IN_CAPITALS}\s+(?:said|says|claimed|claims|told)\b",
        rf"{_HEADING}{WHO}['’]?s?\s+{OPINION}\s+on\s",
        rf"{_HEADING}(?:the\s+)?{_RECORD}\s+(?:of|by|from)\s+{WHO}\s+(?:on|about|regarding|concerning)\b",
        HEADED,
        rf"\b(?:in|by)\s+{WHO}['’]s?\s+(?:words|account|telling|view|opinion)\b",
    )
)

_UNION = re.compile(r"\b(state)\s+of\s+the\s+(union)\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:at|before|in|of|on|to|with|about)\s", re.IGNORECASE)
_OWNER = re.compile(r"(?P<who>.+?)['’]s?\s")
_EVERY_MENTION = re.compile(
    rf"\b(?:how\s+(?:often|many\s+times)|(?:first|last)\s+(?:time|thing)|(?:list|name)\s+(?:all|every|each))\b"
    rf"[^?]*\b{SAYING}\b"
    rf"|\b(?:first|last|earliest|most\s+often|most\s+recently)\s+(?:ever\s+)?{SAYING}\b"
    rf"|\b{SAYING}\b[^?]*\b(?:most\s+(?:often|about)|for\s+the\s+(?:first|last)\s+time)\b",
    re.IGNORECASE,
)
