"""What a question asks for, read from its words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from index.stores.analysis import analyzer


class Expected(StrEnum):
    """The kind of thing that answers the question."""

    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question. `name` marks what is written like a proper name or a number."""

    text: str
    stem: str
    name: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `text` is what is searched. It ends with `focus`, what is asked now; before that stand the earlier
    questions that it leans on, if any. `terms` are the content words of the focus, without the words
    that only make it a question. `sayer` is whoever is said to have spoken or asked ("Lavrov" in
    "What did Lavrov say about ..."), as written. `asks_questioner` tells that the words of a journalist
    are wanted, not those of a principal.
    """

    text: str
    focus: str
    terms: tuple[Term, ...]
    expected: Expected
    sayer: str | None
    asks_questioner: bool

    @property
    def leans(self) -> bool:
        """Whether the question is searched together with earlier ones."""
        return self.text != self.focus


def stems(text: str) -> list[str]:
    """Return the stem of every word of `text`, in order, as the lexical index knows them."""
    return list(analyzer().analyze(text))


def analyse(text: str, context: str = "") -> Question:
    """Take a question apart; any text will do.

    `context` holds the earlier questions that it is understood from. Where `text` names no sayer of
    its own ("And about Georgia?", "What did he say?"), the sayer is theirs.
    """
    sayer = _sayer(text)
    asks_questioner = _asks_questioner(text, sayer)
    if context and (sayer is None or sayer.lower() in PRONOUNS):
        before = analyse(context)
        sayer = before.sayer or sayer
        asks_questioner = asks_questioner or (before.asks_questioner and not _ASKS_ANSWER.search(text))
    subject = _ABOUT_ASKING.sub(" ", text) if asks_questioner else text
    return Question(
        text=f"{context} {text}" if context else text,
        focus=text,
        terms=content_terms(subject),
        expected=_expected(text),
        sayer=sayer,
        asks_questioner=asks_questioner,
    )


PRONOUNS = frozenset({"he", "she", "they"})
"""Words that stand for whoever spoke, in "What did he say?"."""


def is_about_saying(text: str) -> bool:
    """Tell whether `text` asks what somebody said or asked, rather than what is so."""
    return bool(
        _sayer(text) or _ASKS_QUESTIONER.search(text) or re.search(rf"\b{_SAYING}\b", text, re.IGNORECASE)
    )


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


_AUXILIARY = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should)"


def _interrogative(word: str) -> str:
    """Match `word` where it asks, not where it joins clauses ("What did he say when ...")."""
    other = r"(?:what|which|who|whom|whose|why|how|when|where)"
    return rf"\b{word}\s+{_AUXILIARY}\b|^\W*(?:(?:since|until|by|from)\s+)?{word}\b(?![^?]*\b{other}\b)"


_EXPECTED = (
    (
        Expected.NUMBER,
        r"\bhow (?:many|much|often|long|far|old|large|big|high|few)\b|\bnumber of\b"
        r"|\b(?:what|which) (?:number|percentage|percent|share|amount|sum|proportion|size|total|fraction)\b",
    ),
    (
        Expected.DATE,
        rf"{_interrogative('when')}|\b(?:what|which) (?:date|year|day|month|time)\b|\bhow soon\b",
    ),
    (Expected.PERSON, r"^\W*who\b|\bwhom\b|\bwhose\b"),
    (
        Expected.PLACE,
        rf"{_interrogative('where')}|\b(?:what|which) (?:city|country|place|state|town|capital|venue)\b",
    ),
)


def _expected(text: str) -> Expected:
    for kind, pattern in _EXPECTED:
        if re.search(pattern, text, re.IGNORECASE):
            return kind
    return Expected.ANY


_SAYING = (
    r"(?:say|said|says|think|thinks|thought|believes?|claim(?:s|ed)?|mention(?:s|ed)?|comment(?:s|ed)?"
    r"|speak|spoke|talk(?:s|ed)?|stated?|tell|told|argued?|suggest(?:ed)?|announced?|declared?|describe[ds]?"
    r"|explain(?:ed)?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|warn(?:ed)?|promised?|assert(?:ed)?"
    r"|ask(?:ed)?|want(?:ed)? to know)"
)
_OPINION = (
    r"(?:position|views?|stance|opinions?|attitude|comments?|remarks?|statements?|words|take|reaction"
    r"|response|reply|answers?|assessment|thoughts)"
)
_WHO = r"(?P<who>[^\s,;:?]+(?:\s+[^\s,;:?]+){0,5}?)"
# The start of words that are no sentence: "Lavrov on Syria", "Lavrov's position on Syria".
_HEADING = rf"^\W*(?!(?:what|which|who|whom|whose|why|how|when|where|in|on|at|{_AUXILIARY})\b)"
_SAYERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:did|does|do|has|had|would)\s+{_WHO}\s+(?:(?:ever|also|really|not|have|had)\s+)?{_SAYING}\b",
        rf"\baccording to\s+{_WHO}(?=[,;:?.]|\s+(?:in|on|at|about|wh\w+|how|is|are|was)\b|$)",
        rf"(?:{_HEADING}|\b(?:what|how)(?:['’]s|\s+(?:is|was|are|were))\s+){_WHO}['’]s?\s+{_OPINION}\b",
        rf"\b{_OPINION}\s+of\s+{_WHO}\s+(?:on|about|regarding|towards?|concerning)\b",
        rf"{_HEADING}{_WHO}\s+on\s",
    )
)


def _sayer(text: str) -> str | None:
    for pattern in _SAYERS:
        match = pattern.search(text)
        if match:
            return match["who"]
    return None


_JOURNALIST = (
    r"(?:journalists?|reporters?|correspondents?|questioners?|interviewers?|media|panell?ists?|newsm[ae]n"
    r"|press(?!\s+(?:conferences?|secretary|briefings?|releases?|statements?|offices?|officer|service)))"
)
_ASKING = r"(?:ask(?:ed|ing|s)?|question(?:ed|s)?|want(?:ed)? to know|wonder(?:ed)?|rais(?:ed?|ing))"
_ASKS_QUESTIONER = re.compile(
    rf"\b{_JOURNALIST}\b[^?]*\b{_ASKING}\b"
    rf"|\bdid\s+(?:an?\s+|the\s+|any\s+)?{_JOURNALIST}\s+\w+"
    rf"|\bquestions?\b[^?]*\b(?:from|by|put|posed|asked|raised)\b"
    rf"|\b(?:what|which)\b[^?]*\b(?:was|were|is|been)\b[^?]*\basked\b(?!\s+(?:to|of|for)\b)",
    re.IGNORECASE,
)
_ABOUT_ASKING = re.compile(rf"\b(?:{_JOURNALIST}|{_ASKING})\b", re.IGNORECASE)
_ASKS_ANSWER = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|responses?|react(?:s|ed|ions?)?)\b"
    r"|\b(?:say|said)\b[^?]*\b(?:when|after|to)\b[^?]*\bask",
    re.IGNORECASE,
)


def _asks_questioner(text: str, sayer: str | None) -> bool:
    if sayer and not re.search(rf"\b{_JOURNALIST}\b", sayer, re.IGNORECASE):
        return False
    return bool(_ASKS_QUESTIONER.search(text)) and not _ASKS_ANSWER.search(text)
