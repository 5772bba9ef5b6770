"""Checking quotations: cold, warm where they are verbatim, and warm where one word was changed."""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path

from benchmarks.measure import report
from index.opened import Index, open_index
from index.settings import IndexSettings
from rag.mentions.count import count
from rag.quotes import QuoteChecker, Verdict


def main(index_dir: Path, quotations: int = 200) -> None:
    """Check quotations cut at random from the statements of an index, after one that is not counted."""
    with open_index(index_dir, IndexSettings()) as index:
        started = time.perf_counter()
        checker = QuoteChecker(index)
        report("quotations, reading the corpus into memory", time.perf_counter() - started, "s", "< 3")
        quotes = _cuts(index, quotations)
        checker.check(quotes[0])
        _report(checker, "verbatim quotation", quotes, "< 300")
        _report(checker, "quotation with a word changed", [_changed(quote) for quote in quotes], "")
        started = time.perf_counter()
        count(index, "of the")
        report("counting all mentions of “of the”", (time.perf_counter() - started) * 1000, "ms", "")


def _cuts(index: Index, number: int) -> list[str]:
    """Return stretches of 6 to 40 words of random turns."""
    drawn = random.Random(0)  # noqa: S311 - a sample, no secret
    ids = index.catalogue.statement_ids()
    cuts: list[str] = []
    while len(cuts) < number:
        statement = index.content.statement(drawn.choice(ids))
        turn = drawn.choice(statement.turns)
        words = statement.text[turn.start : turn.end].split()
        length = drawn.randint(6, 40)
        if len(words) > length:
            first = drawn.randrange(len(words) - length)
            cuts.append(" ".join(words[first : first + length]))
    return cuts


def _changed(quote: str) -> str:
    words = quote.split()
    words[len(words) // 2] = "unheard-of"
    return " ".join(words)


def _report(checker: QuoteChecker, name: str, quotes: list[str], wanted: str) -> None:
    checks = [checker.check(quote) for quote in quotes]
    times = [check.milliseconds for check in checks]
    verbatim = sum(check.verdict is Verdict.VERBATIM for check in checks)
    report(f"{name}, p50", statistics.median(times), "ms", wanted)
    report(f"{name}, p95", statistics.quantiles(times, n=20)[-1], "ms", wanted)
    report(f"{name}, share found verbatim", verbatim / len(checks), "", "")
