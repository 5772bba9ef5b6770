"""Turns cut at the labels, each with its speaker and role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.statement import Role, Turn
from index.transcript.cast import Cast
from index.transcript.forms import Form
from index.transcript.header import Header
from index.transcript.hidden import (
    address_of,
    part_called_on,
    part_hidden,
    part_interruption,
    part_questions,
    part_unread,
)
from index.transcript.kinds import DIALOGUES
from index.transcript.label import Label, Mark
from index.transcript.lines import Line
from index.transcript.media import is_media
from index.transcript.opening import ends_in_note, reads_as_speech, sole_role, tells_of, without_contents
from index.transcript.places import dateline
from index.transcript.principal import office_of
from index.transcript.principal_in_title import interviewer_in_title, officials_in_title
from index.transcript.roles import Heard, assign_roles
from index.transcript.scene import Scene
from index.transcript.setting import common_words
from index.transcript.turns import Span, paragraphs, spoken

_OPENING = 8000


def unlabelled_turns(text: str, lines: Sequence[Line], header: Header, cast: Cast) -> list[Turn]:
    """Return the turn of a document without labels: one voice, as a rule the principal's."""
    span = _before(text, lines, header, len(text))
    if span is None:
        return []
    role = sole_role(text, span, header.kind)
    own = role is Role.PRINCIPAL and not (
        cast.principal and tells_of(cast.principal, cast.office, span.of(text))
    )
    turn = Turn(cast.principal if own else None, role, span.start, span.end)
    return list(part_questions(text, turn)) if header.kind in DIALOGUES else [turn]


def labelled_turns(
    text: str, lines: Sequence[Line], header: Header, labels: Sequence[Label], cast: Cast, file_name: str
) -> list[Turn]:
    """Return the turns of a document whose labels are known, in reading order."""
    ends = [*(label.start for label in labels[1:]), len(text)]
    stretches = ((label, spoken(text, label.body, end)) for label, end in zip(labels, ends, strict=True))
    said = [(label, span) for label, span in stretches if span]
    heard = [Heard(label, cast.name(label), span.of(text)) for label, span in said]
    opening = _before(text, lines, header, labels[0].start)
    opening = without_contents(text, opening) if opening else None
    if opening and not reads_as_speech(text, opening):
        opening = None
    first_words = [line.text for line in lines[: labels[0].line]]
    first_words += [turn.text for turn in heard[:3]]
    scene = Scene(
        kind=header.kind,
        principal=cast.principal,
        title_words=frozenset(re.findall(r"[^\W_]+", f"{header.title} {file_name}".casefold())),
        opening="\n".join(first_words)[:_OPENING],
        opened=opening is not None,
        officials=officials_in_title(header.title),
        interviewer=interviewer_in_title(header.title),
    )
    roles = assign_roles(heard, scene)
    if len(said) == 1 and cast.principal is None and _may_be_principal(heard[0].label, roles[heard[0].who]):
        roles[heard[0].who] = sole_role(text, said[0][1], header.kind)
    cutter = _Cutter(text, header, cast, roles, labels)
    turns = cutter.open(_opening_turn(text, opening, labels, cast, roles)) if opening else []
    for at, (label, span) in enumerate(said):
        goes_on = at + 1 < len(said) and said[at + 1][0].key == label.key
        turns += cutter.cut(label, span, goes_on)
    return turns


class _Cutter:
    """Makes turns of what stands under a label, in a document whose roles are known."""

    def __init__(
        self, text: str, header: Header, cast: Cast, roles: dict[str, Role], labels: Sequence[Label]
    ) -> None:
        self._text, self._cast, self._roles = text, cast, roles
        given = set(roles.values())
        self._answered = not given <= {Role.QUESTIONER, Role.AUDIENCE}
        self._asked = Role.QUESTIONER in given or header.kind in DIALOGUES
        self._common = common_words(text)
        self._colons = labels[0].mark is Mark.COLON
        self._one_voice = not self._asked and given <= {Role.PRINCIPAL, Role.AUDIENCE}
        offices: dict[str, set[str]] = {}
        if cast.principal and header.principal and header.principal.office:
            offices[cast.principal] = {header.principal.office}
        for label in labels:
            name = cast.name(label)
            if name and label.form in (Form.OFFICE, Form.TITLED):
                offices.setdefault(name, set()).add(office_of(label.name))
        self._offices = offices
        self._addresses: dict[str, re.Pattern[str] | None] = {}

    def open(self, turn: Turn) -> list[Turn]:
        """Return the turn before the first label, parted where it is not its speaker's alone."""
        if turn.role is Role.PRINCIPAL and self._colons:
            return list(part_unread(self._text, turn, self._common, opening=True))
        return [turn]

    def cut(self, label: Label, span: Span, goes_on: bool) -> Iterator[Turn]:
        """Yield the turns of one label's stretch; `goes_on` tells that the next label is the same."""
        name = self._cast.name(label)
        role = self._roles[name or label.key]
        turn = Turn(name, role, span.start, span.end)
        if role is Role.AUDIENCE or (role is Role.QUESTIONER and not self._answered):
            yield from self._first_paragraph(turn)
        elif role is Role.PRINCIPAL and self._asked and name:
            parts = list(part_hidden(self._text, turn, self._address(name)))
            if self._colons and len(parts) == 1:
                parts = list(part_unread(self._text, turn, self._common))
            yield from part_interruption(self._text, turn) if goes_on and len(parts) == 1 else parts
        elif role is Role.MODERATOR:
            yield from part_called_on(self._text, turn)
        else:
            yield turn

    def _address(self, name: str) -> re.Pattern[str] | None:
        """What matches a paragraph put to this speaker; made when first asked for."""
        if name not in self._addresses:
            self._addresses[name] = address_of(name, frozenset(self._offices.get(name, ())) - {""})
        return self._addresses[name]

    def _first_paragraph(self, turn: Turn) -> Iterator[Turn]:
        """A call from the audience, or a question whose answer has no label, ends with its paragraph.

        Where one principal alone speaks and the audience calls, he goes on; elsewhere nobody can tell.
        """
        first, *rest = paragraphs(self._text, Span(turn.start, turn.end))
        yield Turn(turn.speaker, turn.role, first.start, first.end)
        goes_on = self._one_voice and self._cast.principal is not None
        speaker, role = (self._cast.principal, Role.PRINCIPAL) if goes_on else (None, Role.UNKNOWN)
        if rest:
            yield Turn(speaker, role, rest[0].start, rest[-1].end)


def _may_be_principal(label: Label, role: Role) -> bool:
    """Whether the document's only speaker may be its principal: how one asks or hosts then tells nothing."""
    by_name = label.form in (Form.NAME, Form.TITLED) and not label.aside and not is_media(label.name)
    return role is Role.UNKNOWN or by_name


def _opening_turn(text: str, span: Span, labels: Sequence[Label], cast: Cast, roles: dict[str, Role]) -> Turn:
    """The turn before the first label: the principal's opening words, as a rule.

    Where the first label is the principal's own, somebody else, or an editor, comes before him;
    unless a note in between tells that others spoke meanwhile.
    """
    named = {cast.name(label) for label in labels}
    answering = [who for who, role in roles.items() if role is Role.PRINCIPAL and who in named]
    speaker = cast.principal or (answering[0] if len(answering) == 1 else None)
    moderator = cast.moderator_in(span.of(text))
    if moderator:
        return Turn(moderator, Role.MODERATOR, span.start, span.end)
    first = labels[0]
    own = (cast.name(first) or first.key) == speaker and not ends_in_note(text[: first.start])
    if speaker is None or own or tells_of(speaker, cast.office, span.of(text)):
        return Turn(None, Role.UNKNOWN, span.start, span.end)
    return Turn(speaker, Role.PRINCIPAL, span.start, span.end)


def _before(text: str, lines: Sequence[Line], header: Header, end: int) -> Span | None:
    """What is said between the header and `end`, without a dateline."""
    if header.body >= len(lines):
        return None
    line = lines[header.body]
    place = dateline(line.text)
    start = line.start + (place.end() if place else 0)
    return spoken(text, start, end) if start < end else None
