"""Who is asked about as having asked, or been asked."""

from __future__ import annotations

import re

from rag.saying import WHO, sayer, who_in


def addressee(text: str) -> str | None:
    """Return who is said to have been asked, as written: "Nixon" in "What was Nixon asked about ..."."""
    return who_in(_ADDRESSEES, text)


def asks_questioner(text: str) -> bool:
    """Tell whether a journalist's words are wanted, not those of a principal."""
    who = sayer(text)
    if who and not re.search(rf"\b{_JOURNALIST}\b", who, re.IGNORECASE):
        return False
    return is_about_asking(text) and not asks_answer(text)


def is_about_asking(text: str) -> bool:
    """Tell whether `text` speaks of a question that somebody put, or of a journalist who put one."""
    return bool(_ASKS_QUESTIONER.search(text))


def asks_answer(text: str) -> bool:
    """Tell whether `text` asks what was answered to a question."""
    return bool(_ASKS_ANSWER.search(text))


def without_asking(text: str) -> str:
    """Return `text` without the words that only say that journalists asked."""
    return _ABOUT_ASKING.sub(" ", text)


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
_ADDRESSEES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:was|were|is|are|has|had)\s+{WHO}\s+(?:(?:ever|also|been)\s+)*asked\b",
        r"\b(?:ask(?:ed|s)?|put\s+to|questions?\s+(?:to|for))\s+(?!(?:about|on|at|in|by|to|for|of)\b)"
        rf"{WHO}(?=[,;:?.!]|['’]s\b|\s+(?:about|on|regarding|concerning|at|in|during|after|before|for|to|if"
        r"|whether|wh\w+|how)\b|\s*$)",
    )
)
