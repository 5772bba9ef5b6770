"""Statements for tests: made from turns, or drawn by hypothesis."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from index.statement import Role, Statement, Turn

Said = tuple[str | None, Role, str]
"""Speaker, role and words of one turn."""


def statement(said: Sequence[Said], *, heading: str = "Talks in Geneva\n\n") -> Statement:
    """Return a statement in which these turns follow each other, each after the speaker's label."""
    text, turns = heading, []
    for speaker, role, words in said:
        text += f"{speaker or 'Voice'}: "
        turns.append(Turn(speaker, role, len(text), len(text) + len(words)))
        text += f"{words}\n\n"
    return Statement(
        id="2013-09-12-talks",
        title="Talks in Geneva",
        kind="press conference",
        date=date(2013, 9, 12),
        place="Geneva",
        source="2013-09-12-talks.txt",
        source_url=None,
        language="en",
        text=text,
        turns=tuple(turns),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


_SENTENCES = st.lists(
    st.sampled_from(
        ["We", "agree", "Mr.", "U.S.", "on", "No. 5", "peace", "😀", "é", "“yes”", "1963", "supercali"]
    ),
    min_size=1,
    max_size=60,
).map(" ".join)
_ENDS = st.sampled_from([". ", "? ", "! ", "... ", ".\n\n", "?)\n\n", '."  \n', "\n", " "])
_PROSE = st.lists(st.tuples(_SENTENCES, _ENDS).map("".join), min_size=1, max_size=8).map("".join)
_UNBROKEN = st.tuples(st.sampled_from("aé😀漢. \n\ufffd"), st.integers(1, 3000)).map(
    lambda drawn: drawn[0] * drawn[1]
)
_WORDS = (
    st.lists(st.one_of(_PROSE, _UNBROKEN, st.text(max_size=40)), min_size=1, max_size=3)
    .map(lambda parts: "".join(parts).strip())
    .filter(bool)
)
_SPEAKERS = st.sampled_from([None, "Sergey Lavrov", "John Kerry", "Question"])

STATEMENTS = st.lists(st.tuples(_SPEAKERS, st.sampled_from(Role), _WORDS), max_size=5).map(statement)
"""Statements whose turns hold prose, long runs of one character, and any Unicode text."""
