"""What manifests and front matter state, and how it goes together."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidMetadata
from index.metadata import Metadata


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"Title": " On\nfish "}, Metadata(title="On fish")),
        ({"date": "2013-09-12"}, Metadata(date=date(2013, 9, 12))),
        ({"date": date(2013, 9, 12)}, Metadata(date=date(2013, 9, 12))),
        ({"DATE": datetime(2013, 9, 12, 8)}, Metadata(date=date(2013, 9, 12))),
        ({"date": "12 September 2013"}, Metadata(date=date(2013, 9, 12))),
        ({"speaker": "Sergey Lavrov\u202e"}, Metadata(speaker="Sergey Lavrov")),
        ({"type": "Press Conference"}, Metadata(kind="press conference")),
        ({"venue": "Astana", "link": "https://a.b/c"}, Metadata(place="Astana", source_url="https://a.b/c")),
        ({"lang": "en-GB"}, Metadata(language="en")),
        ({"title": None, "speaker": "", "views": 7}, Metadata()),
        ({"title": 2013}, Metadata(title="2013")),
    ],
)
def test_keys_and_values(values: dict[str, Any], expected: Metadata) -> None:
    assert Metadata.from_mapping(values, "a.md") == expected


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"date": "soon"}, "a date that is not understood: write it as 2013-09-12"),
        ({"date": "31 June 2013"}, "a date that is not understood"),
        ({"title": ["a", "b"]}, "a title that is not understood: write it as plain text"),
        ({"speaker": "x" * 201}, "write it in at most 200 characters"),
        ({"language": "English"}, "write it as en, fr, ru"),
    ],
)
def test_what_cannot_be_meant_is_refused(values: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidMetadata, match=f"a.md states .*{told.split(': ')[-1]}"):
        Metadata.from_mapping(values, "a.md")


def test_the_stronger_goes_first() -> None:
    strong, weak = Metadata(title="Strong"), Metadata(title="Weak", place="Oslo")
    assert strong.over(weak) == Metadata(title="Strong", place="Oslo")


@given(
    st.dictionaries(
        st.sampled_from(["title", "date", "speaker", "lang", "kind", "url"]),
        st.text() | st.floats() | st.none(),
    )
)
def test_any_values_give_metadata_or_a_read_error(values: dict[str, Any]) -> None:
    try:
        stated = Metadata.from_mapping(values, "a.md")
    except InvalidMetadata:
        return
    assert all(
        line is None or (line and "\n" not in line) for line in (stated.title, stated.speaker, stated.kind)
    )
