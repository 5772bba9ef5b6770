"""Checking quotations against a whole corpus."""

from __future__ import annotations

import time
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.errors import InvalidQuote
from rag.quotes.chains import Chains, chains
from rag.quotes.check import ALTERED_FROM, Fragment, Nearest, QuoteCheck, Verdict
from rag.quotes.concordance import concordance
from rag.quotes.corpus import Corpus, span
from rag.quotes.difference import difference
from rag.quotes.nearest import nearest, widened
from rag.quotes.occurrence import hides_negation, occurrence
from rag.quotes.phrase import find, phrase
from rag.quotes.place import Places
from rag.quotes.quotation import Quotation, read
from rag.speakers import looks_like_person, matching

MOST_WORDS = 20_000
"""A longer text is no quotation."""


class QuoteChecker:
    """Tells of quotations whether, where and by whom they were said in the corpus of an index.

    The search is exhaustive: it runs over every word that is spoken, not over the best passages. No
    model takes part. One checker may serve several threads, as long as the index is open.
    """

    def __init__(self, index: Corpus) -> None:
        self._index = index
        self._corpus = concordance(index)
        self._speakers = index.catalogue.speakers()
        self.corpus = span(index)

    def check(self, quote: str, speaker: str | None = None, most: int | None = None) -> QuoteCheck:
        """Return the verdict on a quotation, with at most so many of its places.

        `speaker` is a name as people write it; without one, the name written beside the quotation
        counts ("..." — Sergey Lavrov), if it is that of a person.

        Raises:
            InvalidQuote: it holds no words, or too many.
            IndexDamaged: a stored text is not the one that was read.
        """
        began = time.perf_counter()
        quotation = self._read(quote)
        named = speaker or self._author(quotation)
        meant = matching(named, self._speakers) if named else frozenset[str]()
        places = Places(self._index, self._corpus)
        verdict, rows, others = self._search(quotation, named, meant, places)
        stretch = None if len(rows) else self._nearest(quotation, meant, places)
        if stretch and stretch.aligned >= ALTERED_FROM:
            verdict = Verdict.ALTERED
        return QuoteCheck(
            quote=quotation.text,
            speaker=named,
            meant=tuple(sorted(meant)),
            verdict=verdict,
            occurrences=len(rows),
            by_others=others,
            found=tuple(occurrence(row, quotation, places) for row in self._by_date(rows)[:most]),
            nearest=stretch,
            fragments=() if len(rows) else self._fragments(quotation),
            corpus=self.corpus,
            milliseconds=(time.perf_counter() - began) * 1000,
        )

    def _read(self, quote: str) -> Quotation:
        quotation = read(quote, lambda name: bool(matching(name, self._speakers)))
        if not quotation.parts:
            raise InvalidQuote("The quotation holds no words: give those that are said to have been spoken.")
        if len(quotation.words) > MOST_WORDS:
            raise InvalidQuote(
                f"The quotation has {len(quotation.words):,} words and the limit is {MOST_WORDS:,}: "
                "check it in parts."
            )
        return quotation

    def _author(self, quotation: Quotation) -> str | None:
        name = quotation.author
        known = name and (matching(name, self._speakers) or looks_like_person(name))
        return name if known else None

    def _search(
        self, quotation: Quotation, named: str | None, meant: frozenset[str], places: Places
    ) -> tuple[Verdict, Chains, int]:
        """Return the verdict of the exact search, its places, and how many more are by others."""
        rows = chains(self._corpus, quotation)
        rows = self._honest(rows, quotation, places)
        if len(rows):
            own = self._by(meant)[self._corpus.turn_of(rows[:, 0, 0])]
            if not named:
                return Verdict.VERBATIM, rows, 0
            if own.any():
                return Verdict.VERBATIM, rows[own], int((~own).sum())
            return Verdict.SAID_BY_OTHER, rows, 0
        across = self._honest(chains(self._corpus, quotation, across_turns=True), quotation, places)
        return (Verdict.ACROSS_TURNS if len(across) else Verdict.NOT_FOUND), across, 0

    def _honest(self, rows: Chains, quotation: Quotation, places: Places) -> Chains:
        """Return those places where no ellipsis hides a negation."""
        if not any(joint.ellipsis for joint in quotation.joints):
            return rows
        hiding = [hides_negation(row, quotation, self._corpus, places) for row in rows]
        return rows[~np.array(hiding, dtype=np.bool_)]

    def _by(self, meant: frozenset[str]) -> NDArray[np.bool_]:
        """Return a flag for each turn: whether one of these speakers has it."""
        return np.array([turn.speaker in meant for turn in self._corpus.turns], dtype=np.bool_)

    def _nearest(self, quotation: Quotation, meant: frozenset[str], places: Places) -> Nearest | None:
        corpus = self._corpus
        stretch = nearest(corpus, quotation, self._by(meant) if meant else None)
        if stretch is None:
            return None
        text = places.whole(stretch.first)
        whole = widened(corpus, stretch, text)
        asked = sum(part.last - part.first for part in quotation.parts)
        aligned = min(1.0, stretch.aligned / asked)
        locate = places.place if aligned >= ALTERED_FROM else places.sentence
        found = difference(corpus, quotation, whole, text)
        return Nearest(locate(whole.first, whole.last), aligned, found)

    def _fragments(self, quotation: Quotation) -> tuple[Fragment, ...]:
        if len(quotation.parts) < 2:
            return ()
        return tuple(
            Fragment(
                quotation.written(part.first, part.last),
                len(find(self._corpus, phrase(quotation.words, self._corpus, part.first, part.last))),
            )
            for part in quotation.parts
        )

    def _by_date(self, rows: Chains) -> Chains:
        """Return places in order of date, undated ones last."""
        dates = [origin.date or date.max for origin in self._corpus.origins]
        rank = np.empty(len(dates), np.int64)
        rank[sorted(range(len(dates)), key=lambda number: (dates[number], number))] = np.arange(len(dates))
        origins = self._corpus.origin_of_turn[self._corpus.turn_of(rows[:, 0, 0])]
        return rows[np.lexsort((rows[:, 0, 0], rank[origins]))]
