"""The document in which roles are given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.transcript.names import surname_of

_PRESS = re.compile(r"\b(?:panel(?:ists?)?|journalists|correspondents|questioners|reporters|newsmen)\b", re.I)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a document before any of its turns is weighed.

    `opening` is what is said first, before or under the first labels; `opened` tells that somebody
    speaks before the first label; `title_words` are those of title and file name, folded; `officials`
    are the surnames that the title gives after an office, and `interviewer` the words of the outlet that it
    names.
    """

    kind: str
    principal: str | None
    title_words: frozenset[str]
    opening: str
    opened: bool
    officials: frozenset[str] = frozenset()
    interviewer: frozenset[str] = frozenset()

    def is_stranger(self, who: str) -> bool:
        """Whether a speaker is somebody else than the principal, and not named in the title."""
        return (
            self.principal is not None and who != self.principal and surname_of(who) not in self.title_words
        )

    def is_interviewer(self, who: str) -> bool:
        """Whether a speaker other than the principal is called as the outlet that the title names."""
        words = set(re.findall(r"[^\W_]+", who.casefold()))
        return self.principal not in (None, who) and self.interviewer.issuperset(words)

    def calls_moderator(self, who: str) -> bool:
        """Whether the opening names this speaker beside the word "moderator"."""
        if who.split()[-1] not in self.opening:  # a cheap look before patterns of its own for every speaker
            return False
        surname = re.escape(who.split()[-1])
        near = rf"\bmoderator\b:?[^.;:\n]{{0,30}}\b{surname}\b|\b{surname}\b,?[^.;:\n]{{0,25}}\bmoderator\b"
        near += rf"|(?i:\b(?:presider|moderator|host|interviewer))\s*\n[^\n]{{0,40}}\b{surname}\b"
        near += rf"|\b{surname}\b[^.;\n]{{0,120}}\bis (?:our|the|tonight['’]s) moderator\b"
        return re.search(near, self.opening) is not None

    def lists_with_press(self, who: str) -> bool:
        """Whether a paragraph of the opening that speaks of journalists names this speaker."""
        surname = who.split()[-1]
        return any(
            surname in paragraph and _PRESS.search(paragraph) for paragraph in self.opening.split("\n")
        )
