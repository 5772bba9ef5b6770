"""Words in quotation marks within a question, compared with the whole corpus.

"Did he say “…45 projects”?" is answered by the sentence that comes closest, which says 44: whoever asks
must be told that the words differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from index.opened import Index
from rag import wording
from rag.quotation_marks import quoted
from rag.quotes.check import QuoteCheck, Verdict
from rag.quotes.checker import QuoteChecker
from rag.quotes.place import Place
from rag.speakers import matching

_FEWEST_ALTERED = 6  # words; a shorter quotation is near to much that has nothing to do with it
_MOST_PASSAGES = 100_000  # reading all words of a larger corpus would keep the question waiting


def quoted_notes(question: str, sayer: str | None, index: Index) -> Iterator[str]:
    """Yield a note on each quotation in `question` that was not said in these words, or not by `sayer`.

    Raises:
        IndexDamaged: a stored text is not the one that was read.
    """
    quotes = quoted(question)
    if not quotes:
        return
    if index.manifest.passages > _MOST_PASSAGES:
        yield wording.NOT_COMPARED
        return
    checker = QuoteChecker(index)
    known = sayer if sayer and matching(sayer, index.catalogue.speakers()) else None
    for quote in quotes:
        note = _note(quote, checker.check(quote, known, most=1))
        if note:
            yield note


def _said(place: Place) -> tuple[str | None, date | None]:
    return place.voice.speaker, place.date


def _note(quote: str, check: QuoteCheck) -> str | None:
    if check.verdict is Verdict.VERBATIM:
        return None
    if check.verdict is Verdict.SAID_BY_OTHER and check.found:
        return wording.said_by_other(quote, *_said(check.found[0].place))
    if check.verdict is Verdict.ALTERED and check.nearest and len(quote.split()) >= _FEWEST_ALTERED:
        place = check.nearest.place
        return wording.altered(quote, place.text, *_said(place))
    if check.verdict is Verdict.ACROSS_TURNS:
        return wording.across_turns(quote)
    return wording.never_said(quote)
