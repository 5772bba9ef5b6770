"""Questions that lost their label: words put to a speaker by his own title, within his own turn.

"Mr. President, would you ...?" and "Thank you, Mr. President." are not said by the President.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.statement import Role, Turn
from index.transcript.names import surname_of
from index.transcript.turns import Span, paragraphs
from index.transcript.vocabulary import NEVER_IN_A_NAME, OFFICE_WORDS, ORDINALS

_NAME = r"(?:(?:[^\W\d_][\w.'’-]{0,30} ?){1,4}(?:\([^()]{1,40}\))?: )?"
_UNREAD = re.compile(
    r"[^\W\d_a-z][\w.'’&/-]{0,30}(?: [\w.'’&/-]{1,30}){0,4}(?: ?\([^()\n]{1,40}\))?: (?=[^\W\d_a-z]|[\"“«])"
)
CAPITALS = (
    r"(?P<name>[^\W\d_a-z][\w.'’-]{0,30}(?: (?:of|the|for|and|de|du|des|von|[^\W\d_a-z][\w.'’-]{0,30})){0,8})"
)
"""A pattern for the words of what may be a label: capitals, and small words between them."""

_CAPITALS = re.compile(CAPITALS + r"(?: ?\([^()\n]{1,40}\))? ?: +(?=[^\W\d_a-z]|[\"“«¿(\[])")
_INVITES = re.compile(
    r"\b(?:(?:ready|happy|glad|pleased|here|going) to|I['’]ll|we['’]ll|let me|will(?: now)?)"
    r" (?:take|answer) (?:your |any |some |a few |a couple of )?questions\b"
    r"|\bopen(?: the floor)? (?:to|for|it up for) questions\b",
    re.IGNORECASE,
)
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


def part_interruption(text: str, turn: Turn) -> Iterator[Turn]:
    """Yield `turn`, parted from what another says at its end, where the next label is its speaker's again.

    He would need no second label if nobody had spoken between: a last paragraph that starts with what
    may be a label ("The Paper: ...") or ends with a question mark is not his.
    """
    lines = paragraphs(text, Span(turn.start, turn.end))
    at = next((i for i, line in enumerate(lines) if i and _UNREAD.match(text, line.start, line.end)), None)
    if at is None and len(lines) > 1 and text[lines[-1].start : lines[-1].end].endswith("?"):
        at = len(lines) - 1
    if at is None:
        yield turn
        return
    yield from _parted(text, turn, lines, at)


def part_unread(text: str, turn: Turn, common: frozenset[str], *, opening: bool = False) -> Iterator[Turn]:
    """Yield `turn`, parted before a later paragraph that starts as a label does: capitals and a colon.

    Among labels with colons, such words may be one more, even of an office that nobody could foresee.
    One word that is `common` in the text names a subject ("Wages: They have risen."). An `opening` may
    start with a label itself, and is nobody's then.
    """
    lines = paragraphs(text, Span(turn.start, turn.end))
    labelled = [i for i, line in enumerate(lines) if (i or opening) and _may_be_label(text, line, common)]
    at = next(iter(labelled), None)
    if at is None:
        yield turn
    elif at == 0:
        yield Turn(None, Role.UNKNOWN, turn.start, turn.end)
    else:
        yield from _parted(text, turn, lines, at)


def _may_be_label(text: str, line: Span, common: frozenset[str]) -> bool:
    label = _CAPITALS.match(text, line.start, line.end)
    if label is None:
        return False
    words = [word.casefold() for word in label["name"].split()]
    if not NEVER_IN_A_NAME.isdisjoint(words[:1]) or not ORDINALS.isdisjoint(words):
        return False
    return len(words) > 1 or words[0] not in common


def part_questions(text: str, turn: Turn) -> Iterator[Turn]:
    """Yield a whole document's turn, parted after "We are ready to take your questions." if some follow.

    Without labels nobody can tell who says what from there on.
    """
    lines = paragraphs(text, Span(turn.start, turn.end))
    at = next((i for i, line in enumerate(lines) if _INVITES.search(text, line.start, line.end)), len(lines))
    if turn.role is Role.PRINCIPAL and any("?" in line.of(text) for line in lines[at + 1 :]):
        yield Turn(turn.speaker, turn.role, turn.start, lines[at].end)
        yield Turn(None, Role.UNKNOWN, lines[at + 1].start, turn.end)
    else:
        yield turn


def part_called_on(text: str, turn: Turn) -> Iterator[Turn]:
    """Yield a moderator's turn, parted from a question of one whose label could not be read."""
    lines = paragraphs(text, Span(turn.start, turn.end))
    last = len(lines) - 1
    asks = text[lines[last].start : turn.end].endswith("?")
    if last and asks and _UNREAD.match(text, lines[last].start, lines[last].end):
        yield from _parted(text, turn, lines, last)
    else:
        yield turn


def _parted(text: str, turn: Turn, lines: list[Span], at: int) -> Iterator[Turn]:
    """Yield a turn up to its paragraph `at`, and the rest as somebody else's."""
    label = _UNREAD.match(text, lines[at].start, lines[at].end)
    label = label or _CAPITALS.match(text, lines[at].start, lines[at].end)
    asks = label is not None and text[: turn.end].endswith("?")
    start = label.end() if label else lines[at].start
    yield Turn(turn.speaker, turn.role, turn.start, lines[at - 1].end)
    yield Turn(None, Role.QUESTIONER if asks else Role.UNKNOWN, start, turn.end)


def _matches(address: re.Pattern[str] | None, text: str, line: Span) -> bool:
    return address is not None and address.match(text, line.start, line.end) is not None
