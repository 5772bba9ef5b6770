"""What somebody is asked about as having spoken about."""

from __future__ import annotations

import re

from rag.asking import is_about_asking
from rag.saying import OPINION, SAYING, sayer


def is_about_saying(text: str) -> bool:
    """Tell whether `text` asks what somebody said or asked, rather than what is so."""
    return bool(sayer(text) or is_about_asking(text) or _SAYING_ANYWHERE.search(text))


def topic(text: str) -> str | None:
    """Return what somebody is said to have spoken about: "Syria" in "What did he say about Syria?"."""
    place = topic_place(text)
    return text[slice(*place)] if place else None


def topic_place(text: str) -> tuple[int, int] | None:
    """Return where the topic stands in `text`, as offsets; None where there is none."""
    found = _TOPIC.search(text) if is_about_saying(text) else None
    return found.span("topic") if found else None


_SAYING_ANYWHERE = re.compile(rf"\b{SAYING}\b", re.IGNORECASE)
_TOPIC = re.compile(
    rf"\b(?:about|regarding|concerning|{OPINION}\s+(?:on|of))\s+(?!(?:which|whom|what|how|why)\b)(?P<topic>[^?,;]+)",
    re.IGNORECASE,
)
