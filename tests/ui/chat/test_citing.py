"""Citations in the forms that other programs take."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ui.chat.citing import Source

WHOLE = Source(
    statement_id="2013/09 talks",
    quote="We spent 50 %\nof it.",
    speaker="Sergey Lavrov",
    title="Remarks & answers_{1}",
    kind="press conference",
    date=date(2013, 9, 12),
    place="Astana",
    url="https://example.org/a_b",
)
BARE = Source("x", "Words.", None, "Title", "speech", None, None)


def test_plain_and_quoted() -> None:
    assert WHOLE.plain() == (
        "Sergey Lavrov, “Remarks & answers_{1}”, press conference, Astana, 12 September 2013, "
        "https://example.org/a_b."
    )
    assert WHOLE.quoted() == (
        "“We spent 50 % of it.”\n— Sergey Lavrov, Remarks & answers_{1}, 12 September 2013"
    )
    assert BARE.plain() == "“Title”, speech."
    assert BARE.quoted() == "“Words.”\n— Speaker not identified, Title"


def test_bibtex_is_escaped() -> None:
    assert WHOLE.bibtex().splitlines() == [
        "@misc{2013-09-talks,",
        "  author = {{Sergey Lavrov}},",
        r"  title = {{Remarks \& answers\_\{1\}}},",
        "  howpublished = {Press conference},",
        "  address = {Astana},",
        "  year = {2013},",
        "  month = {9},",
        "  day = {12},",
        r"  url = {https://example.org/a\_b},",
        r"  note = {``We spent 50 \% of it.''},",
        "}",
    ]


@given(st.text(), st.text(min_size=1))
def test_bibtex_braces_balance_whatever_is_quoted(title: str, quote: str) -> None:
    entry = Source("id", quote, None, title, "speech", None, None).bibtex()
    depth = 0
    for before, character in zip(" " + entry, entry, strict=False):
        if before != "\\":
            depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


def test_csl_json() -> None:
    (item,) = json.loads(WHOLE.csl_json())
    assert item["author"] == [{"literal": "Sergey Lavrov"}]
    assert item["issued"] == {"date-parts": [[2013, 9, 12]]}
    assert item["event-place"] == "Astana"
    (bare,) = json.loads(BARE.csl_json())
    assert {"author", "issued", "event-place", "URL"}.isdisjoint(bare)
