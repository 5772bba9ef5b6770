"""What was said of something over time, and when nothing was."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from rag.filters import Filters
from rag.mentions.searching import Search, search
from rag.quotes.corpus import Corpus
from rag.quotes.place import Place, Places


@dataclass(frozen=True, slots=True)
class Entry:
    """A day with mentions: how many, in how many statements, and the sentence of the first one.

    The words that were looked for stand in the statement from `start` to `end`.
    """

    date: date
    occurrences: int
    statements: int
    excerpt: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Silence:
    """A silent period: `statements` from `first` to `last` in which those in scope speak of other things.

    It is a run of days with statements and without a mention, and longer (in statements) than such
    runs are on average; those before the first mention and after the last one count too. So it is the
    corpus that defines what is long: where something is said every week, two silent months are; where
    it is said twice in a century, only decades.
    """

    first: date
    last: date
    statements: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days with mentions of `wanted`, oldest first, and the silent periods between them.

    `undated` counts the mentions in statements without a date, which stand nowhere in time.
    """

    wanted: str
    occurrences: int
    undated: int
    searched: int
    entries: tuple[Entry, ...]
    silences: tuple[Silence, ...]


def timeline(index: Corpus, wanted: str, filters: Filters | None = None) -> Timeline:
    """Return when `wanted` was mentioned and when it was not; raises what `search` raises."""
    made = search(index, wanted, filters)
    by_day: defaultdict[date, list[int]] = defaultdict(list)
    undated = 0
    for place, origin in enumerate(made.origins().tolist()):
        day = made.corpus.origins[origin].date
        if day:
            by_day[day].append(place)
        else:
            undated += 1
    places = Places(index, made.corpus)
    return Timeline(
        wanted=" ".join(wanted.split()),
        occurrences=len(made.found),
        undated=undated,
        searched=len(made.heard()),
        entries=tuple(_entry(made, places, day, by_day[day]) for day in sorted(by_day)),
        silences=_silences(made, set(by_day)),
    )


def _entry(made: Search, places: Places, day: date, found: list[int]) -> Entry:
    first, last = int(made.found.starts[found[0]]), int(made.found.ends[found[0]])
    return Entry(
        date=day,
        occurrences=len(found),
        statements=len(set(made.origins()[found].tolist())),
        excerpt=places.sentence(first, last),
        start=int(made.corpus.starts[first]),
        end=int(made.corpus.ends[last - 1]),
    )


def _silences(made: Search, mentioned: set[date]) -> tuple[Silence, ...]:
    """Return the silent periods, in order of time; none where nothing is mentioned."""
    days: defaultdict[date, int] = defaultdict(int)
    for number in made.heard():
        day = made.corpus.origins[number].date
        if day:
            days[day] += 1
    runs: list[list[date]] = [[]]
    for day in sorted(days):
        if day in mentioned:
            runs.append([])
        else:
            runs[-1].append(day)
    sizes = [sum(days[day] for day in run) for run in runs]
    mean = sum(sizes) / len(sizes)
    if not mentioned:
        return ()
    return tuple(
        Silence(run[0], run[-1], size) for run, size in zip(runs, sizes, strict=True) if run and size > mean
    )
