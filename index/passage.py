"""A passage: the unit that is embedded, searched and ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.statement import Role


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk that lies inside one turn of one statement.

    `statement.text[start:end] == passage.text`, always. `id` is `"<statement_id>:<ordinal>"` with
    the ordinal in four digits or more, so it is the same in every build of the same text.
    `n_tokens` counts cl100k_base tokens of `text`.

    The rest is what travels with the passage so that no reader ever has to guess who speaks:
    `speaker` and `role` of its turn; `question`, the words of the questioner that the turn answers
    (context only, never the speaker's own words); and the statement's title, kind, date and place.
    """

    id: str
    statement_id: str
    ordinal: int
    start: int
    end: int
    n_tokens: int
    text: str
    speaker: str | None
    role: Role
    question: str | None
    title: str
    kind: str
    date: date | None
    place: str | None
