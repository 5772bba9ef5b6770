"""Questions that lost their label: words put to a speaker by his own title, within his own turn.

"Mr. President, would you ...?" and "Thank you, Mr. President." are not said by the President.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.statement import Role, Turn
from index.transcript.names import surname_of
from index.transcript.turns import Span, paragraphs
from index.transcript.vocabulary import OFFICE_WORDS

_NAME = r"(?:(?:[^\W\d_][\w.'’-]{0,30} ?){1,4}(?:\([^()]{1,40}\))?: )?"
_BEFORE = r"(?:thank you(?: very much)?,? |excuse me,? |sir,? |but,? |and,? |yes,? )?"
_AFTER = r"(?:,? sir)?(?=[,.?!—–-]|\s[—–-]|$)"


def address_of(name: str | None, offices: frozenset[str]) -> re.Pattern[str] | None:
    """Return what matches a paragraph that addresses this person; None if he cannot be addressed by name.

    `offices` are the words of his office, such as "president".
    """
    called = [re.escape(office) for office in sorted(offices)]
    if name and surname_of(name) not in OFFICE_WORDS:
        called.append(re.escape(surname_of(name)))
    if not called:
        return None
    either = "|".join(called)
    return re.compile(
        rf"{_NAME}{_BEFORE}(?:mr|mrs|ms|madam|president|minister)\.? (?:{either}){_AFTER}", re.IGNORECASE
    )


def part_hidden(text: str, turn: Turn, address: re.Pattern[str] | None) -> Iterator[Turn]:
    """Yield `turn`, cut before the first later paragraph that is put to its own speaker.

    That paragraph is a questioner's if it asks, and unknown if not; what follows it is unknown.
    """
    lines = paragraphs(text, Span(turn.start, turn.end))
    at = next((i for i, line in enumerate(lines) if i and _matches(address, text, line)), None)
    if at is None:
        yield turn
        return
    yield Turn(turn.speaker, turn.role, turn.start, lines[at - 1].end)
    asks = "?" in text[lines[at].start : lines[at].end]
    yield Turn(None, Role.QUESTIONER if asks else Role.UNKNOWN, lines[at].start, lines[at].end)
    if at + 1 < len(lines):
        yield Turn(None, Role.UNKNOWN, lines[at + 1].start, lines[-1].end)


def _matches(address: re.Pattern[str] | None, text: str, line: Span) -> bool:
    return address is not None and address.match(text, line.start, line.end) is not None
