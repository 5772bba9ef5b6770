"""Searching and reading over HTTP give what the commands print."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.command_line import SEED, InProcess
from tests.ui.serving import Served


@pytest.mark.parametrize(
    ("query", "flags"),
    [
        ({"q": "chemical weapons"}, ("chemical weapons",)),
        ({"q": "storm", "k": 2}, ("storm", "-k", "2")),
        ({"q": "plan", "speaker": ["lavrov"]}, ("plan", "--speaker", "lavrov")),
        (
            {"q": "plan", "role": ["questioner", "moderator"], "since": "2013", "until": "2013"},
            ("plan", "--role", "questioner", "--role", "moderator", "--since", "2013", "--until", "2013"),
        ),
        ({"q": "plan", "kind": ["speech"], "doc": [SEED]}, ("plan", "--kind", "speech", "--doc", SEED)),
    ],
)
def test_a_search_is_that_of_the_command(
    open_server: Served, printed: InProcess, query: dict[str, Any], flags: tuple[str, ...]
) -> None:
    document = printed("search", *flags, "--json").document
    with open_server.client() as client:
        found = client.get("/api/v1/search", params=query)
    assert found.status_code == 200
    assert found.json() == document


def test_the_list_is_that_of_the_command(open_server: Served, printed: InProcess) -> None:
    known = printed("info", "--json").document["statements"]
    assert len(known) == 9
    with open_server.client() as client:
        listed = client.get("/api/v1/statements").json()
        assert listed == {"total": 9, "offset": 0, "statements": known}
        page = client.get("/api/v1/statements", params={"offset": 4, "limit": 2}).json()
        assert page == {"total": 9, "offset": 4, "statements": known[4:6]}
        kinds = client.get("/api/v1/statements", params={"kind": "PRESS CONFERENCE"}).json()["statements"]
        assert kinds == [statement for statement in known if statement["kind"] == "press conference"]
        years = client.get("/api/v1/statements", params={"since": "2018", "until": "2018"}).json()[
            "statements"
        ]
        assert years == [statement for statement in known if (statement["date"] or "").startswith("2018")]
        assert 0 < len(kinds) < 9
        assert 0 < len(years) < 9


def test_a_statement_is_that_of_the_command(open_server: Served, printed: InProcess) -> None:
    with open_server.client() as client:
        assert client.get(f"/api/v1/statements/{SEED}").json() == printed("show", SEED, "--json").document
        around = printed("show", SEED, "--around", "7", "--json").document
        assert around["around"] == f"{SEED}:0007"
        assert client.get(f"/api/v1/statements/{SEED}:0007").json() == around
        assert client.get(f"/api/v1/statements/{SEED}", params={"around": "7"}).json() == around


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "No statement has the id 'nowhere'"),
        (SEED[:9], f"did you mean {SEED}?"),
        (f"{SEED}:9999", "The statement has no passage '9999'"),
        ("..%2F..%2Fetc%2Fpasswd", "No statement has the id '../../etc/passwd'"),
        ("%3Cscript%3E", "No statement has the id '<script>'"),
        ("%00", "No statement has the id"),
    ],
)
def test_a_statement_that_is_not_there(open_server: Served, path: str, message: str) -> None:
    with open_server.client() as client:
        refused = client.get(f"/api/v1/statements/{path}")
    assert refused.status_code == 404
    assert refused.headers["Content-Type"] == "application/json"
    assert refused.json()["error"]["type"] == "unknown_statement"
    assert message in refused.json()["error"]["message"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("search", {}),
        ("search", {"q": "x", "k": "0"}),
        ("search", {"q": "x", "k": "101"}),
        ("search", {"q": "x", "k": "many"}),
        ("search", {"q": "x", "role": "minister"}),
        ("search", {"q": "x", "since": "soon"}),
        ("search", {"q": "x", "speakers": "Lavrov"}),
        ("statements", {"limit": "0"}),
        ("statements", {"limit": "1001"}),
        ("statements", {"offset": "-1"}),
        ("statements", {"until": "2013-02-30"}),
    ],
)
def test_a_wrong_query_names_the_field(open_server: Served, path: str, query: dict[str, str]) -> None:
    with open_server.client() as client:
        refused = client.get(f"/api/v1/{path}", params=query)
    assert refused.status_code == 422
    error = refused.json()["error"]
    assert error["type"] == "invalid_request"
    assert error["details"][0]["where"].startswith("query.")


def test_an_empty_search_is_refused(open_server: Served) -> None:
    with open_server.client() as client:
        refused = client.get("/api/v1/search", params={"q": "?"})
    assert (refused.status_code, refused.json()["error"]["type"]) == (422, "invalid_question")
