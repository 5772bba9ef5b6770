"""Who is asked about as having spoken, asked, or been asked."""

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


def is_about_saying(text: str) -> bool:
    """Tell whether `text` asks what somebody said or asked, rather than what is so."""
    return bool(sayer(text) or _ASKS_QUESTIONER.search(text) or _SAYING_ANYWHERE.search(text))


def sayer(text: str) -> str | None:
    """Return who is said to have spoken or asked, as written; None where nobody is named.

    Of "What does Washington's Farewell Address say" it is "Washington"; a "joint statement" is nobody.
    """
    who = _who(_SAYERS, text)
    if who is None or not _is_occasion(who):
        return who
    owner = _OWNER.match(who)
    return owner["who"] if owner else None


def addressee(text: str) -> str | None:
    """Return who is said to have been asked, as written: "Nixon" in "What was Nixon asked about ..."."""
    return _who(_ADDRESSEES, text)


def asks_questioner(text: str) -> bool:
    """Tell whether a journalist's words are wanted, not those of a principal."""
    who = sayer(text)
    if who and not re.search(rf"\b{_JOURNALIST}\b", who, re.IGNORECASE):
        return False
    return bool(_ASKS_QUESTIONER.search(text)) and not asks_answer(text)


def asks_answer(text: str) -> bool:
    """Tell whether `text` asks what was answered to a question."""
    return bool(_ASKS_ANSWER.search(text))


def topic(text: str) -> str | None:
    """Return what somebody is said to have spoken about: "Syria" in "What did he say about Syria?"."""
    place = topic_place(text)
    return text[slice(*place)] if place else None


def topic_place(text: str) -> tuple[int, int] | None:
    """Return where the topic stands in `text`, as offsets; None where there is none."""
    found = _TOPIC.search(text) if is_about_saying(text) else None
    return found.span("topic") if found else None


def without_asking(text: str) -> str:
    """Return `text` without the words that only say that journalists asked."""
    return _ABOUT_ASKING.sub(" ", text)


def asks_of_every_mention(text: str) -> bool:
    """Tell whether only all that was said can answer: "When did he first mention ...", "How often ..."."""
    return bool(_EVERY_MENTION.search(text))


def union_joined(text: str) -> str:
    """Return `text` with "State Union" for "State of the Union", which "of" would else cut in two."""
    return _UNION.sub(r"\1 \2", text)


def _is_occasion(who: str) -> bool:
    """Whether `who` is a speech or the like, by its last words ("the debate moderator" is a person)."""
    head = _PREPOSITION.split(union_joined(who), maxsplit=1)[0].split()
    if not head:
        return False
    before = head[-2] if len(head) > 1 else ""
    return kind_of(head[-1]) is not None or (
        kind_of(before) is None and kind_of(f"{before} {head[-1]}") is not None
    )


def _who(patterns: tuple[re.Pattern[str], ...], text: str) -> str | None:
    found = (pattern.search(text) for pattern in patterns)
    return next((match["who"] for match in found if match), None)


_SAYING_ANYWHERE = re.compile(rf"\b{SAYING}\b", re.IGNORECASE)
_OPINION = (
    r"(?:position|views?|stance|opinions?|attitude|comments?|remarks?|statements?|words|take|reaction"
    r"|response|reply|answers?|assessment|thoughts)"
)
_WHO = r"(?P<who>[^\s,;:?]+(?:\s+[^\s,;:?]+){0,5}?)"
_CAPITAL = r"(?-i:[A-Z])[^\s,;:?]*"
_WHO_IN_CAPITALS = rf"(?P<who>{_CAPITAL}(?:\s+(?:{_CAPITAL}|and|or|of|the|de|van|von)){{0,5}})"
# The start of words that are no sentence: "Lavrov on Syria", "Lavrov's position on Syria".
_HEADING = (
    r"^\W*+(?:(?:and|but|so|also|then)\s+)?+"
    rf"(?!(?:what|which|who|whom|whose|why|how|when|where|in|on|at|{AUXILIARY})\b)"
)
_SAYERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\baccording to\s+{_WHO}(?=[,;:?.]|\s+(?:in|on|at|about|wh\w+|how|is|are|was)\b|$)",
        rf"\b(?:did|does|do|has|had|would)\s+{_WHO}\s+(?:(?:ever|also|really|not|have|had)\s+)?{SAYING}\b",
        rf"(?:{_HEADING}|\b(?:what|how)(?:['’]s|\s+(?:is|was|are|were))\s+){_WHO}['’]s?\s+{_OPINION}\b",
        rf"\b{_OPINION}\s+of\s+{_WHO}\s+(?:on|about|regarding|towards?|concerning)\b",
        rf"{_HEADING}{_WHO}\s+on\s",
        rf"\b(?:what|that|things?|everything|anything|all)\s+{_WHO_IN_CAPITALS}\s+"
        r"(?:(?:ever|also|really|has|had|have)\s+)*(?:says?|said|told)\b",
    )
)

_UNION = re.compile(r"\b(state)\s+of\s+the\s+(union)\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:at|before|in|of|on|to|with|about)\s", re.IGNORECASE)
_OWNER = re.compile(r"(?P<who>.+?)['’]s?\s")
_JOURNALIST = (
    r"(?:journalists?|reporters?|correspondents?|questioners?|interviewers?|media|panell?ists?|newsm[ae]n"
    r"|press(?!\s+(?:conferences?|secretary|briefings?|releases?|statements?|offices?|officer|service)))"
)
_ASKING = r"(?:ask(?:ed|ing|s)?|question(?:ed|s)?|want(?:ed)? to know|wonder(?:ed)?|rais(?:ed?|ing))"
_SOON = r"[^?]{0,200}"  # bounded, or a long text that repeats such words would take seconds
_ASKS_QUESTIONER = re.compile(
    rf"\b{_JOURNALIST}\b{_SOON}\b{_ASKING}\b"
    rf"|\bdid\s+(?:an?\s+|the\s+|any\s+)?{_JOURNALIST}\s+\w+"
    rf"|\bquestions?\b{_SOON}\b(?:from|by|put|posed|asked|raised)\b"
    rf"|^\W*who\s+(?:else\s+)?asked\b{_SOON}\b(?:about|whether|why|how|if)\b"
    rf"|\b(?:what|which)\b{_SOON}\b(?:was|were|is|been)\b{_SOON}\basked\b(?!\s+(?:to|of|for)\b)",
    re.IGNORECASE,
)
_ABOUT_ASKING = re.compile(rf"\b(?:{_JOURNALIST}|{_ASKING})\b", re.IGNORECASE)
_ASKS_ANSWER = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|responses?|react(?:s|ed|ions?)?)\b"
    rf"|\b(?:say|said)\b{_SOON}\b(?:when|after|to)\b{_SOON}\bask",
    re.IGNORECASE,
)

_TOPIC = re.compile(
    rf"\b(?:about|regarding|concerning|{_OPINION}\s+(?:on|of))\s+(?!(?:which|whom|what|how|why)\b)(?P<topic>[^?,;]+)",
    re.IGNORECASE,
)
_ADDRESSEES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:was|were|is|are|has|had)\s+{_WHO}\s+(?:(?:ever|also|been)\s+)*asked\b",
        r"\b(?:ask(?:ed|s)?|put\s+to|questions?\s+(?:to|for))\s+(?!(?:about|on|at|in|by|to|for|of)\b)"
        rf"{_WHO}(?=[,;:?.!]|['’]s\b|\s+(?:about|on|regarding|concerning|at|in|during|after|before|for|to|if"
        r"|whether|wh\w+|how)\b|\s*$)",
    )
)
_EVERY_MENTION = re.compile(
    rf"\b(?:how\s+(?:often|many\s+times)|(?:first|last)\s+(?:time|thing)|(?:list|name)\s+(?:all|every|each))\b"
    rf"[^?]*\b{SAYING}\b"
    rf"|\b(?:first|last|earliest|most\s+often|most\s+recently)\s+(?:ever\s+)?{SAYING}\b"
    rf"|\b{SAYING}\b[^?]*\b(?:most\s+(?:often|about)|for\s+the\s+(?:first|last)\s+time)\b",
    re.IGNORECASE,
)
