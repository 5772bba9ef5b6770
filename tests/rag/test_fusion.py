from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.fusion import fuse

_ROWS = st.integers(0, 50)
_SCORES = st.integers(-1000, 1000).map(lambda thousandths: thousandths / 1000)
RANKINGS = st.dictionaries(_ROWS, _SCORES, max_size=20).map(lambda scores: list(scores.items()))
WEIGHTS = st.floats(0, 1)


def test_a_case_worked_by_hand() -> None:
    """Dense: 1.0, 0.5, 0.0 after min-max; lexical: 1.0, 0.25, 0.0; weights 0.6 and 0.4."""
    dense = [(7, 0.9), (3, 0.8), (5, 0.7)]
    lexical = [(3, 14.0), (9, 5.0), (7, 2.0)]
    fused = fuse(dense, lexical, 0.6)
    assert [row for row, _ in fused] == [3, 7, 9, 5]
    assert [score for _, score in fused] == pytest.approx([0.6 * 0.5 + 0.4, 0.6, 0.4 * 0.25, 0.0])


def test_ties_go_to_the_lower_row() -> None:
    assert fuse([(9, 0.5), (2, 0.5)], [(5, 3.0)], 0.5) == [(2, 0.5), (5, 0.5), (9, 0.5)]


def test_nothing_fused_with_nothing() -> None:
    assert fuse([], [], 0.5) == []


def test_one_engine_alone_keeps_its_order() -> None:
    assert [row for row, _ in fuse([(4, 0.9), (1, 0.5), (8, 0.1)], [], 0.7)] == [4, 1, 8]
    assert [row for row, _ in fuse([], [(4, 9.0), (1, 5.0), (8, 1.0)], 0.7)] == [4, 1, 8]


@given(RANKINGS, RANKINGS, WEIGHTS)
def test_every_row_stands_once_in_order_within_bounds(
    dense: list[tuple[int, float]], lexical: list[tuple[int, float]], weight: float
) -> None:
    fused = fuse(dense, lexical, weight)
    assert {row for row, _ in fused} == {row for row, _ in (*dense, *lexical)}
    assert len({row for row, _ in fused}) == len(fused)
    assert fused == sorted(fused, key=lambda item: (-item[1], item[0]))
    assert all(-1e-9 <= score <= 1 + 1e-9 for _, score in fused)


@given(RANKINGS, RANKINGS, WEIGHTS, st.sampled_from([0.5, 2.0, 64.0]))
def test_the_scale_of_an_engine_does_not_matter(
    dense: list[tuple[int, float]], lexical: list[tuple[int, float]], weight: float, factor: float
) -> None:
    """Powers of two scale without rounding, so the outcome must be the very same."""
    scaled = [(row, score * factor) for row, score in lexical]
    assert fuse(dense, scaled, weight) == fuse(dense, lexical, weight)


@given(RANKINGS, RANKINGS, st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
def test_the_engines_are_treated_alike(
    dense: list[tuple[int, float]], lexical: list[tuple[int, float]], weight: float
) -> None:
    assert dict(fuse(dense, lexical, weight)) == pytest.approx(dict(fuse(lexical, dense, 1 - weight)))


@given(RANKINGS, RANKINGS)
def test_all_the_weight_leaves_the_order_of_one_engine(
    dense: list[tuple[int, float]], lexical: list[tuple[int, float]]
) -> None:
    scores = dict(dense)
    ranked = [scores[row] for row, _ in fuse(dense, lexical, 1.0) if row in scores]
    assert ranked == sorted(ranked, reverse=True)


@given(RANKINGS, RANKINGS, WEIGHTS)
def test_the_order_of_the_lists_does_not_matter(
    dense: list[tuple[int, float]], lexical: list[tuple[int, float]], weight: float
) -> None:
    assert fuse(dense[::-1], lexical[::-1], weight) == fuse(dense, lexical, weight)
