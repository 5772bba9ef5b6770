"""Telling father and son of one name apart: "Bush Sr.", "the younger Bush"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from rag.given_names import in_full
from rag.name_words import parts_of
from rag.speakers import matching

_GENERATION = 10  # years at least between the first words of a father and a son
_OLDER = r"elder|older|sr|senior"
_WHICH = re.compile(
    rf"(?:the\s+)?(?:(?P<before>(?P<old>elder|older)|younger)\s+)?(?P<name>.+?)"
    rf"(?(before)|,?\s+(?:the\s+)?(?:(?P<older>{_OLDER})|younger|jr|junior)\.?)",
    re.IGNORECASE,
)


def tells_generation(name: str) -> bool:
    """Tell whether `name` says which of two is meant: "Bush Sr.", "the elder Bush", "George Bush junior"."""
    return _which(name) is not None


def of_generation(name: str, first_heard: Mapping[str, date]) -> frozenset[str]:
    """Return the elder or the younger of two speakers, as `name` says; none where it cannot be told.

    `first_heard` holds when each first spoke. "Bush Sr." and "the elder Bush" are the one who spoke first
    of two with the same given name and surname, if the other did not before ten years later.
    """
    which = _which(name)
    bearers = sorted(matching(which["name"], first_heard), key=first_heard.__getitem__) if which else []
    if which is None or len(bearers) != 2 or len({in_full(parts_of(one)[0]) for one in bearers}) != 1:
        return frozenset()
    elder, younger = bearers
    if first_heard[younger].year - first_heard[elder].year < _GENERATION:
        return frozenset()
    return frozenset({elder if which["old"] or which["older"] else younger})


def _which(name: str) -> re.Match[str] | None:
    return _WHICH.fullmatch(re.sub(r"['’]s?$", "", name.strip()))
