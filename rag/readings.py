"""The ways in which a question may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.statement import Role
from index.stores.catalogue import Catalogue
from rag import wording
from rag.filters import Filters
from rag.followup import Leaning, context, leaning
from rag.followup_speaker import other_speaker, put_to, put_to_another, unheard
from rag.followup_topic import asked_of_another_topic
from rag.history import Exchange
from rag.occasions import occasion
from rag.question import Question, analyse
from rag.rephrasing import Rephraser, believable
from rag.saying import PRONOUNS, asks_of_every_mention
from rag.scope import Scope, scope
from rag.speakers import matching


@dataclass(frozen=True, slots=True)
class Reading:
    """A question taken in one way, and whose words may answer it.

    `narrowed` tells that a time or occasion in the question restricts the scope; `notes` say how the
    question was taken.
    """

    asked: Question
    scope: Scope
    notes: tuple[str, ...] = ()
    narrowed: bool = False


def readings(
    question: str,
    filters: Filters,
    history: Sequence[Exchange],
    catalogue: Catalogue,
    longest: int,
    rephraser: Rephraser | None = None,
) -> list[Reading]:
    """Return the readings of a question, the likeliest first; there is at least one.

    A question that leans on the earlier ones is read together with them, at most `longest`
    characters in all. One that only perhaps does is first read by itself, so that a change of
    subject does not drag the old one along; one that only names another speaker ("And Douglas?") is
    the question before, put to that speaker, and one that only names another topic ("And about Kansas?") is
    first read as the question before about that. A name that nobody here bears ("And Merkel?") is first taken
    for another speaker's. A time or occasion that the question names restricts
    the first search; it may have been meant otherwise, so a second one goes without. What a
    rephraser makes of a question that leans is read first, if it is believable.

    Raises:
        InvalidFilter: `since` is later than `until`.
    """
    found: list[Reading] = []
    understood = _understood(question, history, catalogue, longest)
    if rephraser and any(asked.leans for asked in understood):
        proposal = rephraser.rephrase(question, history)
        if proposal and len(proposal) <= longest and believable(proposal, question, history):
            understood.insert(0, analyse(proposal))
    for asked in understood:
        stated = occasion(asked, filters, catalogue)
        if stated:
            within = scope(asked, stated.filters, catalogue)
            found.append(_reading(asked.settled(stated.words), within, stated.note, narrowed=True))
        note = "Nothing said then answers this; searched all dates and occasions." if stated else ""
        found.append(_reading(asked, scope(asked, filters, catalogue), note))
    return [found[0], *(_noting(found[0].scope.absent, reading) for reading in found[1:])]


def _noting(absent: str | None, reading: Reading) -> Reading:
    """Return a reading with a note on whoever, in the likeliest, is asked for and does not speak here."""
    if absent is None or reading.scope.absent is not None:
        return reading
    return replace(reading, notes=(*reading.notes, wording.not_heard(absent)))


def _reading(asked: Question, within: Scope, note: str, *, narrowed: bool = False) -> Reading:
    notes = [note] if note else []
    notes += [wording.not_heard(name) for name in within.unheard]
    if asks_of_every_mention(asked.focus):
        notes.append(wording.NOT_COUNTED)
    return Reading(asked.settled(within.words), within, tuple(notes), narrowed)


def _understood(
    question: str, history: Sequence[Exchange], catalogue: Catalogue, longest: int
) -> list[Question]:
    if not history:
        return [analyse(question)]
    speakers = catalogue.speakers()
    *earlier, put = put_to_another([*(exchange.question for exchange in history), question], speakers)
    if put != question and len(put) <= longest:
        return [analyse(put)]
    of_unheard = _of_unheard(question, earlier[-1], speakers)
    if of_unheard and all(len(asked.text) <= longest for asked in of_unheard):
        return of_unheard
    written_out = asked_of_another_topic([*earlier, put])[-1]
    before = context(earlier, longest - max(len(question), len(written_out)))
    whose = before if leaning(written_out) in (Leaning.LIKELY, Leaning.SURELY) else ""  # "he"
    of_topic = (
        [analyse(written_out, whose)] if written_out != question and len(written_out) <= longest else []
    )
    alone = analyse(question)
    if not before:
        return [*of_topic, alone]
    together = analyse(question, before)
    named = other_speaker(question, speakers)
    together = replace(together, sayer=named or _who(alone, together, history[-1], catalogue))
    leant = {
        Leaning.NOT: [alone],
        Leaning.PERHAPS: [alone, together],
        Leaning.LIKELY: [together, alone],
        Leaning.SURELY: [together],
    }
    return [*of_topic, *leant[leaning(question)]]


def _of_unheard(question: str, before: str, speakers: Sequence[str]) -> list[Question]:
    """Return the readings of "And Merkel?": the question before, put to her; then that about her."""
    name = unheard(question, speakers)
    put = put_to(name, before) if name else None
    if put is None:
        return []
    about = asked_of_another_topic([before, typed := f"And about {name}?"])[-1]
    return [analyse(put), *([analyse(about)] if about != typed else [])]


def _who(alone: Question, together: Question, last: Exchange, catalogue: Catalogue) -> str | None:
    """Return the sayer, where "he" is put for one: named at the start, before, or quoted last."""
    if not alone.sayer or alone.sayer.lower() not in PRONOUNS:
        return together.sayer
    named = _NAMED_FIRST.match(alone.text)
    if named and matching(named["who"], catalogue.speakers()):
        return named["who"]
    unresolved = together.sayer is None or together.sayer.lower() in PRONOUNS
    principals = frozenset(catalogue.speakers(Role.PRINCIPAL))  # no journalist is "he"
    meant = principals if unresolved else matching(together.sayer or "", principals)
    quoted = last.speakers[0] if len(last.speakers) == 1 else None
    return quoted if quoted in meant else together.sayer


# "And Mondale, what did he say ..."
_NAMED_FIRST = re.compile(
    r"\W*(?:(?i:and|but|so|what about|how about|as for)\s+)?"
    r"(?P<who>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})\s*[,:?]"
)
