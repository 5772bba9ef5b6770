"""Follow-ups that ask the same about something else: "And about Georgia?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.periods import date_within
from rag.terms import content_terms
from rag.topic import topic_place

_ABOUT = re.compile(
    r"\W*(?:(?:and|but|so|also)\s+)?(?:(?:what|how)\s+)?about\s+(?P<topic>[^?]+?)\W*", re.IGNORECASE
)


def asked_of_another_topic(questions: Sequence[str]) -> list[str]:
    """Return the questions, oldest first, each that only names another topic written out.

    After "What did Lavrov say about Ukraine?", "And about Georgia?" is "What did Lavrov say about
    Georgia?". Where nothing is said to have been spoken about before, the question stays as it is, and so
    does one that names another time: "What about 2014?".
    """
    settled: list[str] = []
    for question in questions:
        named = _ABOUT.fullmatch(question) if settled else None
        place = topic_place(settled[-1]) if named else None
        if named and place and content_terms(named["topic"]) and not date_within(named["topic"]):
            start, end = place  # not the first such words: they may be the speaker's name as well
            question = settled[-1][:start] + named["topic"] + settled[-1][end:]
        settled.append(question)
    return settled
