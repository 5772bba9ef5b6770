"""Who is asked about as having meant something, in words or without."""

from __future__ import annotations

import re

from rag.saying import DID, WHO, who_in


def minded(text: str) -> str | None:
    """Return who is asked about as having meant something, as written: "Berg" in "Whom did Berg thank?".

    The own words tell it best, but unlike those of a sayer they are not the only ones that can.
    """
    return who_in(_MINDED, text)


_MINDING = (
    r"(?:call|name|cite|quote|recall|remember|joke|complain|boast|define|justify|defend|critici[sz]e|condemn"
    r"|praise|blame|accuse|thank|congratulate|acknowledge|admit|deny|insist|stress|emphasi[sz]e|express"
    r"|characteri[sz]e|compare|liken|refer|predict|single\s+out|urge|recommend|propose|pledge|vow|regret"
    r"|want|wish|hope|expect|intend|plan|consider|regard|view|see|favou?r|oppose|support|reject)"
)
_MINDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{DID}{_MINDING}\b",
        rf"(?:^\W*|,\s*)per\s+{WHO}(?=[,;:?.]|$)",
        rf"^\W*{WHO}:\s",
    )
)
