"""What need not be found in the text, because the file states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.metadata import Metadata, StatedTurn
from index.statement import Role, Turn
from index.transcript.cast import Cast
from index.transcript.dates import last_date
from index.transcript.forms import Form, form_of
from index.transcript.header import Header
from index.transcript.kinds import kind_of
from index.transcript.label import Label, Mark
from index.transcript.labels import read_label
from index.transcript.lines import Line
from index.transcript.places import place_beside_date
from index.transcript.principal import principal_in_field
from index.transcript.principal_in_title import principal_in_title
from index.transcript.roles import Heard, assign_roles
from index.transcript.scene import Scene

_OPENING_TURNS = 3


def with_stated(header: Header, stated: Metadata) -> Header:
    """Return `header` with all that is stated, or told by a stated title, in place of what was found."""
    speaker = principal_in_field(stated.speaker, "speaker") if stated.speaker else None
    title = stated.title or ""
    return replace(
        header,
        title=stated.title or header.title,
        kind=stated.kind or kind_of(title) or header.kind,
        date=stated.date or header.date or last_date(title) or stated.published,
        place=stated.place or header.place or place_beside_date(title),
        source_url=stated.source_url or header.source_url,
        principal=speaker or header.principal or principal_in_title(title),
    )


def stated_turns(text: str, turns: Sequence[StatedTurn], header: Header, file_name: str) -> list[Turn]:
    """Return the turns with the names and roles that are stated; a role that is not is weighed."""
    labels = {at: _label(text, turn, turn.label, at) for at, turn in enumerate(turns) if turn.label}
    readable = [label for label in labels.values() if form_of(label.name)]
    cast = Cast(readable, header.principal, text, file_name)
    heard = {
        at: Heard(label, _name(label, cast), text[turns[at].start : turns[at].end])
        for at, label in labels.items()
    }
    opening = [turn.text for turn in list(heard.values())[:_OPENING_TURNS]]
    scene = Scene(
        kind=header.kind,
        principal=cast.principal,
        title_words=frozenset(re.findall(r"[^\W_]+", f"{header.title} {file_name}".casefold())),
        opening="\n".join([header.title, *opening]),
        opened=False,
    )
    weighed = assign_roles(list(heard.values()), scene)
    said = []
    for at, turn in enumerate(turns):
        name = heard[at].name if at in heard else None
        role = weighed[heard[at].who] if at in heard else Role.UNKNOWN
        said.append(Turn(name, turn.role or role, turn.start, turn.end))
    return said


def _label(text: str, turn: StatedTurn, written: str, number: int) -> Label:
    """Read a stated label as one in a text is read; what does not look like one is a name as it stands."""
    start = turn.start - len(written) - 2
    label = read_label(Line(start, turn.end, text[start : turn.end]), number)
    if label and label.mark is Mark.COLON and label.body == turn.start:
        return label
    return Label(number, start, turn.start, written, "", Mark.COLON, Form.NAME, False, False, "")


def _name(label: Label, cast: Cast) -> str | None:
    """A name in full, or in an odd form, stays as it is stated; part of one, or an office, is resolved."""
    in_full = label.form is Form.NAME and " " in label.name and not label.name.isupper()
    return label.name if in_full or not form_of(label.name) else cast.name(label)
