"""The verdict on a quotation in a sentence or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rag.quotes.blocks import Change
from rag.quotes.check import Nearest, QuoteCheck, Verdict
from rag.quotes.place import Voice
from rag.wording import searched

_UNNAMED = {"questioner": "a journalist", "moderator": "the moderator", "audience": "the audience"}
_CHANGES = {Change.CHANGED: "changed", Change.DROPPED: "dropped", Change.ADDED: "added"}


def verdict(check: QuoteCheck) -> str:
    """Return the verdict: what became of the quotation, and how sure that is."""
    return _VERDICTS[check.verdict](check)


def named(voice: Voice) -> str:
    """Return how a sentence calls a speaker."""
    return voice.speaker or _UNNAMED.get(voice.role.value, "a speaker whom the text does not name")


def warnings(check: QuoteCheck) -> Iterator[str]:
    """Yield what turns the sense of an altered quotation."""
    nearest = check.nearest
    if nearest is None or check.verdict is not Verdict.ALTERED:
        return
    found = nearest.difference
    if found.lost:
        yield f"A negation is lost: {_quoted(found.lost)}."
    if found.added:
        yield f"A negation is added: {_quoted(found.added)}."
    for quoted, said in found.numbers:
        yield f"A number is changed: {quoted or 'none'} in the quotation, {said or 'none'} in the text."
    if check.speaker and nearest.place.voice.speaker not in check.meant:
        yield f"The nearest words are not by {check.speaker}, but by {named(nearest.place.voice)}."


def _verbatim(check: QuoteCheck) -> str:
    others = f", and {_places(check.by_others)} where others say the same" if check.by_others else ""
    by = f" by {check.speaker}" if check.speaker else ""
    return f"Verbatim: said{by} in {_places(check.occurrences)}{others}."


def _by_other(check: QuoteCheck) -> str:
    speakers = list(dict.fromkeys(named(found.place.voice) for found in check.found))
    shown = ", ".join(speakers[:3]) + (" and others" if len(speakers) > 3 else "")
    by = f", but by {shown}" if shown else ""
    return f"Said by someone else: not by {check.speaker}{by}, in {_places(check.occurrences)}."


def _across(check: QuoteCheck) -> str:
    voices = check.found[0].place.voices if check.found else ()
    people = list(dict.fromkeys(map(named, voices)))
    if len(people) < 2:
        by = f": {people[0]} is interrupted" if people else ""
        return f"Not said in one go: the words run over several turns{by}."
    several = "two people" if len(people) == 2 else f"{len(people)} people"
    return f"Said by {several}: the words run over the turns of {' and '.join(people)}."


def _altered(check: QuoteCheck) -> str:
    return f"Altered: {_changes(check.nearest)}." if check.nearest else "Altered."


def _not_found(check: QuoteCheck) -> str:
    return f"Not in this corpus: {searched(check.corpus)}."


_VERDICTS = {
    Verdict.VERBATIM: _verbatim,
    Verdict.SAID_BY_OTHER: _by_other,
    Verdict.ACROSS_TURNS: _across,
    Verdict.ALTERED: _altered,
    Verdict.NOT_FOUND: _not_found,
}


def _changes(nearest: Nearest) -> str:
    """Return how many words were changed, dropped and added."""
    counts: Counter[str] = Counter()
    for step in nearest.difference.steps:
        if step.change in _CHANGES:
            counts[_CHANGES[step.change]] += max(len(step.quoted.split()), len(step.said.split()))
    told = [f"{count} {'word' if count == 1 else 'words'} {change}" for change, count in counts.items()]
    return ", ".join(told) or "the words left out turn the sentence round"


def _places(number: int) -> str:
    return f"{number:,} {'place' if number == 1 else 'places'}"


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
