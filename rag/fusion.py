"""Joining the rankings of two search engines."""

from __future__ import annotations

from collections.abc import Sequence

Scored = Sequence[tuple[int, float]]
"""Pairs of passage row and score, a higher score being better."""


def fuse(dense: Scored, lexical: Scored, dense_weight: float) -> list[tuple[int, float]]:
    """Return the rows of both lists by the convex sum of their min-max normalised scores.

    `dense_weight` lies in 0 to 1; so do the fused scores. A row that one engine did not return
    counts there as that engine's lowest. Ties go to the lower row.

    Source: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM
    TOIS 42(1), 2023, section 3; it beat reciprocal rank fusion here as well (docs/evaluation.md).
    """
    fused: dict[int, float] = {}
    for ranking, weight in ((dense, dense_weight), (lexical, 1.0 - dense_weight)):
        for row, score in _min_max(ranking):
            fused[row] = fused.get(row, 0.0) + weight * score
    return sorted(fused.items(), key=lambda item: (-item[1], item[0]))


def _min_max(ranking: Scored) -> list[tuple[int, float]]:
    if not ranking:
        return []
    scores = [score for _, score in ranking]
    low, high = min(scores), max(scores)
    if high == low:
        return [(row, 1.0) for row, _ in ranking]
    return [(row, (score - low) / (high - low)) for row, score in ranking]
