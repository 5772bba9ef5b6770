"""The order of search results."""

from __future__ import annotations

from collections.abc import Callable

Scored = tuple[int, float]
"""The row of a passage and its score; higher is better."""


def best(fetch: Callable[[int], list[Scored]], k: int) -> list[Scored]:
    """Return the `k` best results, ties by row, whatever the order in which an engine meets them.

    `fetch(limit)` returns the engine's `limit` best, in descending order. Engines cut through a
    group of equal scores wherever their own storage order has it; hence more is fetched until
    the cut falls below the last group that counts.
    """
    limit = k + 16
    while True:
        found = fetch(limit)
        if len(found) < limit or found[-1][1] < found[k - 1][1]:
            return sorted(found, key=lambda result: (-result[1], result[0]))[:k]
        limit *= 2
