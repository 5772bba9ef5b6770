"""Where in a corpus the occasion that a question names is to be looked for."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from index.dates import long_date
from index.statement import Role
from index.stores.catalogue import Catalogue, Filed
from rag.named_occasions import NamedOccasion, named_occasions
from rag.periods import Period
from rag.speakers import looks_like_person, matching

_SPOKEN_ALONE = ("speech", "address", "remarks", "statement")  # a title says one, a question another
_SHARE = 0.5  # of the words of an occasion that a title must have
_NAMED_IN_NOTE = 2
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """The statements among which an occasion is looked for: all of `kinds`, or only `statements`, if any.

    `kind` is the one that the question names, and `words` are those that it stands for; `asked_now` tells
    that they are not of an earlier question; `dates` are those of the statements.
    """

    kind: str
    kinds: tuple[str, ...]
    statements: tuple[str, ...]
    words: str
    note: str
    period: Period | None
    dates: frozenset[date]
    asked_now: bool = True

    def rules_out(self, period: Period) -> bool:
        """Whether none of the statements is of `period`."""
        return not any(map(period.holds, self.dates))


def place_of(
    focus: str, whole: str, sayer: str | None, catalogue: Catalogue, *, another_time: bool
) -> Place | None:
    """Return the place of the first occasion in what is asked now, else of the last one before.

    `sayer` is who is asked about: titles of statements in which nobody of that name speaks do not count.
    `another_time` tells that what is asked now names a time, so that of the one before does not count.
    """
    now = _first(named_occasions(focus), sayer, catalogue)
    if now or focus == whole:
        return now
    earlier = reversed(list(named_occasions(whole)))
    untimed = (replace(named, period=None) for named in earlier) if another_time else earlier
    before = _first(untimed, sayer, catalogue)
    return replace(before, asked_now=False) if before else None


def _first(named: Iterable[NamedOccasion], sayer: str | None, catalogue: Catalogue) -> Place | None:
    return next(filter(None, (_place(occasion, sayer, catalogue) for occasion in named)), None)


def _place(named: NamedOccasion, sayer: str | None, catalogue: Catalogue) -> Place | None:
    """Return where `named` is to be looked for: first by kind, then by speaker, date and title.

    A condition that leaves nothing is dropped. None where it was the occasion of somebody who does not
    speak here, or where only a title could tell that it is one.
    """
    alike = _SPOKEN_ALONE if named.kind in _SPOKEN_ALONE else (named.kind,)
    of_kind = catalogue.filed(alike)
    speakers = _speakers(named, sayer, catalogue)
    if not of_kind or speakers is None:
        return None
    principals = catalogue.principals()
    theirs = _spoken_by(speakers, of_kind, principals) if speakers else []
    left = theirs or of_kind
    dated = [item for item in left if item.date and named.period.holds(item.date)] if named.period else []
    titled = _titled(named.words, dated or left, principals)
    if not (titled or named.sure):
        return None
    left = titled or dated or left
    kinds = tuple(kind for kind in alike if any(item.kind == kind for item in of_kind))
    return Place(
        kind=named.kind,
        kinds=kinds,
        statements=tuple(item.id for item in left) if len(left) < len(of_kind) else (),
        words=" ".join((named.kind, *((named.whose,) if theirs else ()), *(named.words if titled else ()))),
        note=_note(kinds, speakers if theirs else frozenset(), named.words, titled, dated),
        period=named.period,
        dates=frozenset(item.date for item in left if item.date),
    )


def _note(
    kinds: Sequence[str],
    speakers: frozenset[str],
    words: Sequence[str],
    titled: Sequence[Filed],
    dated: Sequence[Filed],
) -> str:
    """Say what is searched, and which words no title has, of those of its date where there are any."""
    few = titled or dated
    named = 0 < len(few) <= _NAMED_IN_NOTE
    if named:
        note = f"in {_listed([_named_with_date(item) for item in few], quote='', last='and')}"
    else:
        note = f"of the kind {_listed(kinds)}"
        note += f" where {_listed(sorted(speakers), quote='')} speaks" if speakers else ""
    if named and titled:
        return note
    if titled:
        held = [word for word in words if all(word in _tokens(item.title) for item in titled)]
        return f"{note} under a title with {_listed(held, last='and')}" if held else note
    missed = _uncounted(words)
    then = " of that time" if dated else ""
    return f"{note} (no title{then} has {_listed(missed)})" if missed else note


def _speakers(named: NamedOccasion, sayer: str | None, catalogue: Catalogue) -> frozenset[str] | None:
    """Return who spoke there, as far as the question says; None where it was somebody unknown."""
    principals = catalogue.speakers(Role.PRINCIPAL)
    found = frozenset[str]()
    for name in filter(None, _AND.split(named.whose)):
        if name.title() in calendar.day_name:
            continue
        known = _matching_end(name, principals)
        if not known and looks_like_person(name.title() if name.islower() else name):
            return None
        found |= known
    return found or (matching(sayer, principals) if sayer else found)


def _matching_end(name: str, speakers: Sequence[str]) -> frozenset[str]:
    """Return the speakers whom `name` means, or its last words: "Summarise Eisenhower" means Eisenhower."""
    words = name.split()
    ends = (matching(" ".join(words[first:]), speakers) for first in range(len(words)))
    return next(filter(None, ends), frozenset())


def _spoken_by(
    speakers: frozenset[str], among: Sequence[Filed], principals: Mapping[str, Sequence[str]]
) -> list[Filed]:
    """Return the statements in which one of `speakers` speaks."""
    return [item for item in among if not speakers.isdisjoint(principals.get(item.id, ()))]


def _titled(
    words: Sequence[str], among: Sequence[Filed], principals: Mapping[str, Sequence[str]]
) -> list[Filed]:
    """Return the statements whose titles hold the most of `words`, at least half; [] where none does.

    The names of who speaks count as in the title ("the Nixon-Kennedy debate"). "First" or "1st" chooses
    only among these, and only beside another of the words: "First inaugural address", "Fireside chat 1",
    and not "... during the first two months".
    """
    telling = _uncounted(words)
    held = {
        item.id: len(set(telling) & {*_tokens(item.title), *_tokens(" ".join(principals.get(item.id, ())))})
        for item in among
    }
    most = max(held.values(), default=0)
    if not most or most < _SHARE * len(telling):
        return []
    best = [item for item in among if held[item.id] == most]
    for number, ordinal in enumerate(_ORDINALS, start=1):
        if ordinal in words or str(number) in words:
            counted = [
                item for item in best if _counted(_tokens(item.title), {ordinal, str(number)}, telling)
            ]
            best = counted or best
    return best


def _counted(title: Sequence[str], ordinal: Collection[str], telling: Collection[str]) -> bool:
    return any((a in ordinal and b in telling) or (a in telling and b in ordinal) for a, b in pairwise(title))


def _uncounted(words: Sequence[str]) -> list[str]:
    """Return the words that are no ordinals or numbers."""
    return [word for word in words if word not in _ORDINALS and not word.isdigit()]


def _tokens(title: str) -> list[str]:
    return re.findall(r"[^\W_]+", title.casefold())


def _named_with_date(item: Filed) -> str:
    return f"“{item.title}” ({long_date(item.date)})" if item.date else f"“{item.title}”"


def _listed(words: Sequence[str], quote: str = "“”", last: str = "or") -> str:
    """Return words as a list in a sentence: “speech”, “address” or “remarks”."""
    quoted = [f"{quote[:1]}{word}{quote[1:]}" for word in words]
    return f" {last} ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
