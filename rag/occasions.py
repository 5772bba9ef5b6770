"""When and on what occasion something was said, as far as the question itself says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.dates import long_date
from index.statement import Role
from index.stores.catalogue import Catalogue
from rag.filters import Filters
from rag.named_occasions import NamedOccasion, named_occasions
from rag.periods import Period, period_in
from rag.question import Question
from rag.quotation_marks import unquoted
from rag.saying import is_about_saying
from rag.speakers import matching


@dataclass(frozen=True, slots=True)
class Occasion:
    """The filters that `words` of a question amount to, and a sentence that says so."""

    filters: Filters
    words: str
    note: str


def occasion(asked: Question, filters: Filters, catalogue: Catalogue) -> Occasion | None:
    """Return what a question restricts the search to beyond `filters`; None where it does not.

    Only the time and kind of a saying count: "What did he say in 2013 ..." names when it was said,
    "How many died in 2013?" names what was said. "In his 2013 speech" names a saying in any question.
    What is asked now goes before the earlier questions ("And in 2014?"), and `filters` before both.
    """
    _, newest = catalogue.dates()
    focus, whole = unquoted(asked.focus), unquoted(asked.text)
    place = _place(focus, catalogue) or _place(whole, catalogue)
    if not place and not is_about_saying(asked.text):
        return None
    words, notes = [], []
    if filters.since is None and filters.until is None:
        period = (place and place.period) or period_in(focus, newest) or period_in(whole, newest)
        if period:
            filters = replace(filters, since=period.since, until=period.until)
            words.append(period.words)
            notes.append(_dated(period))
    if place and not (filters.kinds or filters.statements):
        filters = replace(filters, kinds=place.kinds, statements=place.statements)
        words.append(place.words)
        notes.append(place.note)
    if not notes:
        return None
    return Occasion(filters, " ".join(words), f"Searched only what was said {' and '.join(notes)}.")


def _dated(period: Period) -> str:
    since, until = (day and long_date(day) for day in (period.since, period.until))
    if since and until:
        words = f"on {since}" if since == until else f"from {since} to {until}"
    else:
        words = f"from {since} on" if since else f"until {until}"
    counted = ", counted from the newest statement of this corpus" if period.relative else ""
    return f"{words} (“{period.words}”{counted})"


_SPOKEN_ALONE = ("speech", "address", "remarks", "statement")  # a title says one, a question another


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the corpus an occasion is to be looked for: among `kinds`, and among `statements` if any."""

    kinds: tuple[str, ...]
    statements: tuple[str, ...]
    words: str
    note: str
    period: Period | None


def _place(question: str, catalogue: Catalogue) -> _Place | None:
    """Return where the first occasion is to be looked for that the corpus has something of."""
    kinds = catalogue.kinds()
    for named in named_occasions(question):
        alike = _SPOKEN_ALONE if named.kind in _SPOKEN_ALONE else (named.kind,)
        filed = tuple(kind for kind in alike if kind in kinds)
        if filed:
            return _among(filed, named, catalogue)
    return None


def _among(filed: tuple[str, ...], named: NamedOccasion, catalogue: Catalogue) -> _Place:
    """Return the statements of the kinds `filed` with the title and speaker named, where there are any."""
    words, notes = [named.kind], [f"of the kind {' or '.join(f'“{kind}”' for kind in filed)}"]
    found = set(catalogue.titled(named.words, filed)) if named.words else set()
    if found:
        words += named.words
        notes = [f"under a title with “{' '.join(named.words)}”"]
    theirs = matching(named.whose, catalogue.speakers(Role.PRINCIPAL)) if named.whose else frozenset()
    if theirs:
        speaking = {statement for statement, names in catalogue.principals().items() if theirs & set(names)}
        among = found & speaking if found else speaking
        if among:
            found = among
            words.append(named.whose)
            notes.append(f"where {' or '.join(sorted(theirs))} speaks")
    return _Place(filed, tuple(sorted(found)), " ".join(words), ", ".join(notes), named.period)
