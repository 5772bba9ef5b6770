"""What a browser may send, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from index.statement import Role
from ui.chat.inputs import Asked, Browsed, FilterChoice, Place, Rated, Renamed, Uploaded


def test_a_question_with_its_filters() -> None:
    asked = Asked.model_validate(
        {
            "question": "What?",
            "conversation": "",
            "instead_of": "",
            "filters": {"speakers": ["Lavrov"], "roles": ["questioner"], "since": "2013-01-01", "until": ""},
        }
    )
    filters = asked.filters.filters()
    assert (asked.conversation, asked.instead_of) == (None, None)
    assert (filters.speakers, filters.roles) == (("Lavrov",), (Role.QUESTIONER,))
    assert (filters.since, filters.until) == (date(2013, 1, 1), None)
    assert asked.filters.document() == {
        "speakers": ["Lavrov"],
        "roles": ["questioner"],
        "since": "2013-01-01",
    }


@pytest.mark.parametrize(
    ("model", "sent"),
    [
        (Asked, {"question": None}),
        (Asked, {"question": "x" * 100_001}),
        (Asked, {"question": "x", "owner": "anna"}),
        (Asked, {"question": "x", "conversation": "../../etc"}),
        (Asked, {"question": "x", "instead_of": -1}),
        (FilterChoice, {"roles": ["king"]}),
        (FilterChoice, {"speakers": ["x"] * 51}),
        (FilterChoice, {"speakers": "Lavrov"}),
        (FilterChoice, {"since": "yesterday"}),
        (Place, {"start": "-1"}),
        (Place, {"statement": "x" * 501}),
        (Rated, {"conversation": "a", "turn": 1, "verdict": "superb"}),
        (Rated, {"conversation": "a", "turn": 1, "comment": "x" * 2001}),
        (Renamed, {"conversation": "a", "title": "  "}),
        (Browsed, {"sort": "text; DROP TABLE statements"}),
        (Browsed, {"page": 0}),
        (Uploaded, {"files": [["only-a-path"]]}),
        (Uploaded, []),
    ],
)
def test_anything_else_is_refused(model: Any, sent: object) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(sent)
