"""Reading replies that come in pieces of any size."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.checking.claim import Claim
from rag.generators.chat_model.reply import ReplyReader

ITEMS = [
    {"quote": "a “plan” {of} [five]", "evidence": 1, "text": "The plan\nhas five parts [1]."},
    {"quote": "é\\ 漢", "evidence": 12, "text": 'He said "no".'},
]
CLAIMS = [
    Claim("The plan has five parts.", "a “plan” {of} [five]", (1,)),
    Claim('He said "no".', "é\\ 漢", (12,)),
]
AS_JSON = json.dumps({"sentences": ITEMS}, indent=1)
AS_TEXT = (
    "The plan has five parts [1] [2]. Mr. Smith agrees [3][99]!\n- It is late [2]\nIt rains. “It pours.” [1]"
)
TEXT_CLAIMS = [
    Claim("The plan has five parts.", None, (1, 2)),
    Claim("Mr. Smith agrees!", None, (3, 99)),
    Claim("It is late", None, (2,)),
    Claim("It rains.", None, ()),
    Claim("“It pours.”", None, (1,)),
]


def read(text: str, size: int) -> list[Claim]:
    reader = ReplyReader()
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    return [claim for piece in pieces for claim in reader.feed(piece)] + list(reader.finish())


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("```json\n", "\n```"), ("<think>{[1]} hm</think>\n\n", ""), ("\n  ", "\n"), ("```\n", "```")],
)
def test_json(size: int, before: str, after: str) -> None:
    assert read(before + AS_JSON + after, size) == CLAIMS


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize("before", ["", "<think>The answer is [4].</think>\n", "\n"])
def test_text(size: int, before: str) -> None:
    assert read(before + AS_TEXT, size) == TEXT_CLAIMS


def test_a_marker_in_the_middle_of_a_sentence_does_not_end_it() -> None:
    assert read("The plan [1] has five parts, and [2] more.", 4) == [
        Claim("The plan has five parts, and more.", None, (1, 2))
    ]


def test_a_claim_comes_as_soon_as_its_markers_are_complete() -> None:
    reader = ReplyReader()
    assert list(reader.feed("The plan has five parts [1")) == []
    assert list(reader.feed("] ")) == []
    assert list(reader.feed("[2] ")) == []
    assert list(reader.feed("A")) == [Claim("The plan has five parts", None, (1, 2))]


@pytest.mark.parametrize(
    "text", ["NONE", "none of it"[:0], "NONE.", '{"sentences": []}', "<think>never ends"]
)
def test_no_claims(text: str) -> None:
    assert read(text, 3) == []


@given(st.text(), st.integers(1, 9))
def test_any_reply_is_read_without_harm_and_whatever_its_pieces(text: str, size: int) -> None:
    assert read(text, size) == read(text, len(text) + 1)


@given(st.lists(st.tuples(st.text(min_size=1), st.text(), st.integers(0, 99)), max_size=4), st.integers(1, 9))
def test_any_json_is_read_whole(items: list[tuple[str, str, int]], size: int) -> None:
    sentences = [{"quote": quote, "evidence": n, "text": text} for text, quote, n in items]
    claims = read(json.dumps({"sentences": sentences}), size)
    assert [(claim.quote, claim.evidence[0]) for claim in claims] == [(quote, n) for _, quote, n in items]
