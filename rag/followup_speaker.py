"""Follow-ups that put the question before to somebody else: "And Lincoln?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from rag.asking import asks_answer, parties
from rag.periods import period_in
from rag.saying import AUXILIARY, PRONOUNS
from rag.speakers import looks_like_person, matching
from rag.topic import topic_place

_LONGEST_NAME = 4  # words
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words that ask nothing beside a name: "What did Kennedy say to that?", "Was Bush of the same opinion?"
_ECHO = frozenset(
    """
    and but so or also too then as well what how about of on to for did does do was is were has had would
    say said says think thought thinks answer answered reply replied respond responded response agree agreed
    disagree disagreed comment commented view views opinion opinions position stance attitude take reaction
    the a an same that this it he she his her him different
    please again instead ok okay yes no sorry thanks thank you i mean meant compare compares compared with
    """.split()
)


def other_speaker(question: str, speakers: Collection[str]) -> str | None:
    """Return the speaker that a question names and beside whom it asks little, as written; else None.

    "What about Douglas?" names one, and so does "And Douglas in 1858?"; "And about Buchanan?" and "What
    did he say about Buchanan?" ask about one, and "What about Douglas and Kansas?" asks more.
    """
    return _named(question, speakers)[0]


def unheard(question: str, speakers: Collection[str]) -> str | None:
    """Return the name that a question only adds, "Merkel" of "And Merkel?", if nobody here bears it.

    It may also name what was spoken about ("And Medicare?"), but no country.
    """
    found = _ADDED.fullmatch(question)
    name = found["who"] if found else ""
    return name if looks_like_person(name) and not matching(name, speakers) else None


def put_to_another(questions: Sequence[str], speakers: Collection[str]) -> list[str]:
    """Return the questions, oldest first, each that only names another speaker written out.

    After "What did Lincoln say about Kansas?", "And Douglas?" is "What did Douglas say about Kansas?".
    Where nobody is said to have spoken before, the question stays as it is.
    """
    settled: list[str] = []
    for question in questions:
        name, more = _named(question, speakers)
        put = put_to(name, settled[-1], question) if settled and name else None
        settled.append(_with(put, more) or question if put else question)
    return settled


def put_to(name: str, before: str, question: str = "") -> str | None:
    """Return the question `before` with `name` for whoever spoke, or was asked; None where that is nobody.

    After a question about what was asked, a `question` of its own ("How did Douglas respond?") is not put so.
    """
    found = parties(before)
    asks = found.asks_questioner or found.addressee
    if asks and (asks_answer(question) or _AUXILIARY.search(question)):
        return None
    who = found.principal if found.asks_questioner else found.sayer
    if who is None or who.lower() in PRONOUNS:
        return None
    return before.replace(who, name, 1)


def _named(question: str, speakers: Collection[str]) -> tuple[str | None, str]:
    """Return the other speaker, or several, and what the question says more: "in 1858", "about water"."""
    alone = _named_alone(question, speakers)
    if alone:
        return alone, ""
    found = _OPENED.fullmatch(question)
    names = _AND.split(found["who"]) if found else []
    if found and all(matching(name, speakers) for name in names):
        return " and ".join(names), found["more"].strip()
    return None, ""


def _with(question: str, more: str) -> str | None:
    """Return `question` with the time, topic or place that `more` names; None where it has no such topic."""
    now, before = period_in(more, _ANY_DAY), period_in(question, _ANY_DAY)
    if now:
        more = more.replace(now.words, "")
        question = question.replace(f" {before.words}", "") if before else question
    about = _ABOUT.search(more)
    place = topic_place(question) if about else None
    if about and not place:
        return None
    if about and place:
        question = f"{question[: place[0]]}{about['topic']}{question[place[1] :]}"
        more = more[: about.start()]
    added = " ".join([*more.split(), *([now.words] if now else [])])
    return f"{question.rstrip('?. ')} {added}?" if added else question


def _named_alone(question: str, speakers: Collection[str]) -> str | None:
    written = [_POSSESSIVE.sub("", word) for word in _WORD.findall(question)]
    folded = [word.casefold() for word in written]
    for length in range(min(_LONGEST_NAME, len(written)), 0, -1):
        for start in range(len(written) - length + 1):
            beside = [word.rstrip(".") for word in (*folded[:start], *folded[start + length :])]
            if not _ECHO.issuperset(beside) or not _ECHO.isdisjoint(folded[start : start + length]):
                continue
            name = " ".join(written[start : start + length])
            if not _is_subject(folded[:start]) and matching(name, speakers):
                return name
    return None


def _is_subject(before: Sequence[str]) -> bool:
    """Tell whether what comes next is asked about, as after "and about", not as after "what about"."""
    return before[-1:] in (["about"], ["on"]) and before[-2:-1] not in (["what"], ["how"])


_ANY_DAY = date(2000, 1, 1)  # only the words of a period are used
_AUXILIARY = re.compile(rf"\b{AUXILIARY}\b", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|&)\s+", re.IGNORECASE)
_OPENED = re.compile(
    r"\W*(?:(?:no|sorry|actually|well|and|but|so|also|then|now|(?:what|how)\s+about|as\s+for|i\s+meant?"
    r"|(?:the\s+)?same(?:\s+question)?\s+(?:for|to))\b[\s,.]*)+"
    r"(?P<who>[^?;:]+?)(?P<more>(?:\s+(?:about|on|regarding|concerning|in|at|during|before|after|since|until"
    r"|by|between|from|to)\s[^?]*)?)\W*",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\W*(?i:and|but)\s+(?:(?i:also|then)\s+)?(?P<who>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})\W*"
)
_ABOUT = re.compile(r"\b(?:about|on|regarding|concerning)\s+(?P<topic>.*\S)", re.IGNORECASE)
