"""Follow-ups that put the question before to somebody else: "And Lincoln?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rag.question import analyse
from rag.saying import PRONOUNS
from rag.speakers import matching

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
    """.split()
)


def other_speaker(question: str, speakers: Collection[str]) -> str | None:
    """Return the speaker that a question names and beside whom it asks nothing, as written; else None.

    "What about Douglas?" names one; "And about Buchanan?" and "What did he say about Buchanan?" ask
    about one, and "What about Douglas and Kansas?" asks more.
    """
    written = [_POSSESSIVE.sub("", word) for word in _WORD.findall(question)]
    folded = [word.casefold() for word in written]
    for length in range(min(_LONGEST_NAME, len(written)), 0, -1):
        for start in range(len(written) - length + 1):
            beside = [*folded[:start], *folded[start + length :]]
            if not _ECHO.issuperset(beside) or not _ECHO.isdisjoint(folded[start : start + length]):
                continue
            name = " ".join(written[start : start + length])
            if not _is_subject(folded[:start]) and matching(name, speakers):
                return name
    return None


def _is_subject(before: Sequence[str]) -> bool:
    """Tell whether what comes next is asked about, as after "and about", not as after "what about"."""
    return before[-1:] in (["about"], ["on"]) and before[-2:-1] not in (["what"], ["how"])


def put_to_another(questions: Sequence[str], speakers: Collection[str]) -> list[str]:
    """Return the questions, oldest first, each that only names another speaker written out.

    After "What did Lincoln say about Kansas?", "And Douglas?" is "What did Douglas say about Kansas?".
    Where nobody is said to have spoken before, the question stays as it is.
    """
    settled: list[str] = []
    for question in questions:
        name = other_speaker(question, speakers) if settled else None
        sayer = analyse(settled[-1]).sayer if name else None
        if name and sayer and sayer.lower() not in PRONOUNS:
            question = settled[-1].replace(sayer, name, 1)
        settled.append(question)
    return settled
