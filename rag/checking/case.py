"""A claim together with what it was found to rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.dates import long_date
from rag.checking.claim import Claim, Ground
from rag.checking.verbatim import INITIAL

_POINTS_BACK = re.compile(
    r"\b(?:he|him|his|she|her|it|its|they|them|their|this|these|those|such|both|there|then)\b", re.IGNORECASE
)
_DESCRIPTION = 6  # words of a title before a speaker's name: "by the Russian Foreign Minister, Sergey Lavrov"


@dataclass(frozen=True)
class Case:
    """What every check looks at. `grounds` is never empty."""

    claim: Claim
    grounds: tuple[Ground, ...]

    @cached_property
    def text(self) -> str:
        """The claim, capitals that a quotation had to change put back: [t]his becomes this."""
        return INITIAL.sub(r"\1", self.claim.text)

    @cached_property
    def said(self) -> str:
        """The words that the claim rests on, whole sentences."""
        return " ".join(ground.text for ground in self.grounds)

    @cached_property
    def context(self) -> tuple[str, ...]:
        """What tells whom and what those words mean: the speaker, and the sentences that "it" points back to.

        The rest of the title, and place and date, tell on what occasion it was said, not what.
        """
        return tuple(dict.fromkeys(part for ground in self.grounds for part in _context(ground)))

    @cached_property
    def occasion(self) -> tuple[str, ...]:
        """Date and place of the statements."""
        of = [ground.source.statement for ground in self.grounds]
        days = [long_date(statement.date) for statement in of if statement.date]
        return (*days, *(statement.place for statement in of if statement.place))


def _context(ground: Ground) -> Sequence[str]:
    statement, passage = ground.source.statement, ground.source.quotation.passage
    speaker = passage.speaker or ""
    described = statement.title.partition(speaker)[0].split()[-_DESCRIPTION:] if speaker else []
    before = ground.before if _POINTS_BACK.search(ground.text) else ""
    return [part for part in (before, speaker, " ".join(described), statement.kind) if part]
