"""Who is asked about as having asked, or been asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.saying import AUXILIARY, PRONOUNS, SAYING, WHO, sayer, who_in


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is asked about: as having spoken or asked, and as having been asked, as written.

    `asks_questioner` tells that a journalist's words are wanted, not those of a principal.
    """

    sayer: str | None
    addressee: str | None
    asks_questioner: bool

    @property
    def principal(self) -> str | None:
        """Who answers: the one who was asked, or else spoke; None where only journalists are named."""
        return self.addressee or (None if self.asks_questioner else self.sayer)


def parties(text: str, before: Parties | None = None) -> Parties:
    """Return who is asked about in `text`, which may leave it to the question `before`.

    After "What did reporters ask Trump?", Trump is "he" in "What did he say?" and in "What else was he
    asked?"; "And about masks?" goes on about the reporters.
    """
    who = _who(text)
    who = None if who and _ASKER.fullmatch(who) else who  # "reporters" are nobody in particular
    asks = _asks_questioner(text)
    own = Parties(who, None if _REQUESTS.search(text) and not asks else _addressee(text), asks)
    return _after(before, text, own) if before else own


def _after(before: Parties, text: str, own: Parties) -> Parties:
    answers = asks_answer(text)
    asked = own.addressee if _is_named(own.addressee) else before.principal
    if own.asks_questioner:
        earlier = before.sayer if before.asks_questioner else None
        return Parties(own.sayer if _is_named(own.sayer) else earlier, asked, asks_questioner=True)
    if _is_named(own.sayer):  # "the minister" who answers is the one who was asked
        refers_back = (
            (answers or before.asks_questioner)
            and before.addressee
            and _TITLE_ALONE.fullmatch(own.sayer or "")
        )
        return Parties(before.addressee if refers_back else own.sayer, own.addressee, asks_questioner=False)
    if _ASKS_WHO_SAID.match(text):
        return Parties(None, own.addressee, asks_questioner=False)
    if not answers and (_ASK.search(text) or not _CLAUSE.search(text)):
        asked = own.addressee if _is_named(own.addressee) else before.addressee
        who = before.sayer or (None if before.asks_questioner else own.sayer)
        return Parties(who, asked, before.asks_questioner)
    return Parties(before.principal or own.sayer, own.addressee, asks_questioner=False)


def _is_named(who: str | None) -> bool:
    return who is not None and who.lower() not in PRONOUNS | _OBJECTS


def _addressee(text: str) -> str | None:
    """Return who is said to have been asked, as written: "Nixon" in "What was Nixon asked about ..."."""
    return who_in(_ADDRESSEES, text)


def _asks_questioner(text: str) -> bool:
    """Tell whether a journalist's words are wanted, not those of a principal."""
    who = _who(text)
    if who and who.lower() != "they" and not _ASKER.search(who):
        return False
    return is_about_asking(text) and not asks_answer(text)


def is_about_asking(text: str) -> bool:
    """Tell whether `text` speaks of a question that somebody put, or of a journalist who put one."""
    about = _ASKS_QUESTIONER.search(text) or _GETS_QUESTIONS.search(text)
    return bool(about and not _RAISED_BY_EVENTS.search(text))


def asks_answer(text: str) -> bool:
    """Tell whether `text` asks what was answered to a question."""
    return bool(_ASKS_ANSWER.search(text))


def without_asking(text: str) -> str:
    """Return `text` without the words that only say that journalists asked."""
    return _ABOUT_ASKING.sub(" ", text)


def _who(text: str) -> str | None:
    """Return who spoke or asked: "Lincoln" of "What question did Lincoln put to Douglas?" as well."""
    who = sayer(text) or who_in((_PUTS,), text)
    return None if who == _addressee(text) else who  # "Has Nixon been asked ..."


_JOURNALIST = (
    r"(?:journalists?|reporters?|correspondents?|questioners?|interviewers?|media|panell?ists?|newsm[ae]n"
    r"|press(?!\s+(?:conferences?|secretary|briefings?|releases?|statements?|offices?|officer|service)))"
)
# Others who put questions, but of whom it is as often asked what they said.
_OTHER_ASKER = (
    r"(?:moderators?|hosts?|anchors?|voters?|deput(?:y|ies)|members?|senators?|lawmakers?|legislators?|mps?"
    r"|congressm[ae]n|committees?|panel|audience|viewers?|listeners?|students?|citizens?|opposition|people"
    r"|chair(?:m[ae]n|woman|person)?|any(?:one|body)|some(?:one|body))\b(?!\s+(?-i:[A-Z]))"
)
_ASKER = re.compile(rf"\b(?:{_JOURNALIST}\b|{_OTHER_ASKER})", re.IGNORECASE)
_ASKING = r"(?:ask(?:ed|ing|s)?|question(?:ed|s)?|want(?:ed)? to know|wonder(?:ed)?|rais(?:ed?|ing))"
_OPENING = r"\W*(?:(?:and|but|so)\s+)?"
_SOON = r"[^?]{0,200}"  # bounded, or a long text that repeats such words would take seconds
_WH = r"(?:whether|if|how|wh(?:y|at|o|om|ose|ich|en|ere))"
# "Did anyone ask Congress for money?" is no question that was put.
_REQUEST = rf"(?:\s+(?!(?:about|on|{_WH})\b)[^\s?]+){{0,4}}?\s+(?:to|for|of)\b"
_ASKS_QUESTIONER = re.compile(
    rf"\b{_JOURNALIST}\b{_SOON}\b{_ASKING}\b"
    rf"|\bdid\s+(?:an?\s+|the\s+|any\s+)?{_JOURNALIST}\s+\w+"
    rf"|\bquestions?\b{_SOON}\b(?:from|by|put|posed|asked|raised)\b"
    r"|^\W*(?:and\s+)?who\s+(?:else\s+)?asked\s+(?:that|this|it|him|her|them|the\s+question)\W*$"
    r"|^\W*(?:and\s+)?what\s+was\s+the\s+question\W*$"
    r"|\bwhat\s+(?:else\s+)?(?:did|do|have|had)\s+they\s+ask(?:ed)?\b"
    rf"|^\W*(?:and\s+)?who\s+(?:else\s+)?(?:asked|questioned)\b{_SOON}\b(?:about|whether|why|how|if)\b"
    rf"|\b(?:did|does|do|has|have|had)\s+[^,?]{{0,40}}?\b{_OTHER_ASKER}[^,?]{{0,40}}?"
    rf"\s(?:ask(?:ed|s)?|want(?:ed)?\s+to\s+know)\b(?!{_REQUEST})"
    rf"|^{_OPENING}(?:(?:when|where|why|how\s+often|how\s+many\s+times)\s+)?"
    r"(?:was|were|is|are|has|have|had)(?:n['’]t)?\s+[^,?]{1,60}?\basked\b"
    rf"(?=\s+(?:about|on|{_WH}|by|regarding|concerning|in|at|during)\b|\W*$)"
    r"|^\W*questions?\s+(?:to|for)\s"
    rf"|\b(?:what|which)\b{_SOON}\b(?:was|were|is|been)\b{_SOON}\basked\b(?!\s+(?:to|of|for)\b)",
    re.IGNORECASE,
)
_ABOUT_ASKING = re.compile(rf"\b(?:{_JOURNALIST}|{_ASKING})\b", re.IGNORECASE)
_GETS_QUESTIONS = re.compile(
    rf"\bquestions?\s+(?:did|does|do|has|have|had)\s+{WHO}\s+"
    r"(?:g[eo]t|gotten|received?|faced?|take|took|taken|field(?:ed)?)\b",
    re.IGNORECASE,
)
_PUTS = re.compile(rf"\bquestions?\s+(?:did|does|do|has|have|had)\s+{WHO}\s+put\b", re.IGNORECASE)
# Events raise questions too; nobody puts those.
_RAISED_BY_EVENTS = re.compile(
    rf"\bquestions?\b{_SOON}\b(?:raised|posed)\s+by\s+(?![^?]{{0,40}}?{_ASKER.pattern})", re.IGNORECASE
)
_OBJECTS = frozenset({"him", "her", "them"})
_TITLE_ALONE = re.compile(r"[Tt]he(?:\s+[a-z]\w+){1,3}")
_ASK = re.compile(r"\bask", re.IGNORECASE)
_REQUESTS = re.compile(rf"\bask(?:ed|s)?\b{_REQUEST}", re.IGNORECASE)
_CLAUSE = re.compile(rf"\b{AUXILIARY}\b|^{_OPENING}who\s+(?!else\b)\w", re.IGNORECASE)
_ASKS_WHO_SAID = re.compile(
    rf"{_OPENING}who\s+(?:else\b|(?:also\s+|ever\s+)?{SAYING}\b)(?<!asked)(?!.*\bask)",
    re.IGNORECASE,
)
_ASKS_ANSWER = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|responses?|react(?:s|ed|ions?)?)\b"
    rf"|\b(?:say|said)\b{_SOON}\b(?:when|after|to)\b{_SOON}\bask",
    re.IGNORECASE,
)
_ADDRESSEES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:was|were|is|are|has|had)(?:n['’]t)?\s+{WHO}\s+(?:(?:ever|also|been)\s+)*asked\b",
        _GETS_QUESTIONS.pattern,
        r"\b(?:ask(?:ed|s)?|questioned|put\s+to|questions?\s+(?:to|for))\s+"
        rf"(?!(?:about|on|at|in|by|to|for|of|{_WH})\b){WHO}(?=[,;:?.!]|['’]s\b"
        rf"|\s+(?:about|on|regarding|concerning|at|in|during|after|before|for|to|{_WH})\b|\s*$)",
    )
)
