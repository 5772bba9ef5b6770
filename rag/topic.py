"""What somebody is asked about as having spoken about."""

from __future__ import annotations

import re

from index.transcript.vocabulary import MONTHS_AND_DAYS
from rag.asking import is_about_asking
from rag.saying import HEADED, OPINION, SAYING, sayer


def is_about_saying(text: str) -> bool:
    """Tell whether `text` asks what somebody said or asked, rather than what is so."""
    return bool(sayer(text) or is_about_asking(text) or _SAYING_ANYWHERE.search(text))


def topic(text: str) -> str | None:
    """Return what somebody is said to have spoken about: "Syria" of "What did he say about Syria?".

    It is so too of "Lavrov on Syria".
    """
    place = topic_place(text)
    return text[slice(*place)] if place else None


def topic_place(text: str) -> tuple[int, int] | None:
    """Return where the topic stands in `text`, as offsets; None where there is none."""
    found = (_TOPIC.search(text) or _HEADED.match(text)) if is_about_saying(text) else None
    return found.span("topic") if found else None


_SAYING_ANYWHERE = re.compile(rf"\b{SAYING}\b", re.IGNORECASE)
# "about why he left", "about on 13 March": no topic.
_NO_QUESTION = r"(?!(?:which|whom|what|how|why|on|in|at|during|to|with)\b)"
_TOPIC = re.compile(
    rf"\b(?:about|regarding|concerning|{OPINION}\s+(?:on|of))\s+{_NO_QUESTION}(?P<topic>[^?,;]+)",
    re.IGNORECASE,
)
_NO_DAY = rf"(?!\d|(?:{'|'.join(sorted(MONTHS_AND_DAYS))})\b)"  # "Lavrov on Thursday"
_HEADED = re.compile(rf"{HEADED}\s*{_NO_DAY}{_NO_QUESTION}(?P<topic>[^?,;:]+)", re.IGNORECASE)
