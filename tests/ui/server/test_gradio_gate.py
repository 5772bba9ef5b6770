"""Gradio's side doors are closed, and one browser cannot take over the session of another."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.ui.serving import Served

CLOSED = [
    ("GET", "/gradio_api/info"),
    ("GET", "/gradio_api/openapi.json"),
    ("GET", "/gradio_api/runs"),
    ("GET", "/gradio_api/token"),
    ("GET", "/gradio_api/queue/status"),
    ("GET", "/gradio_api/deep_link"),
    ("GET", "/monitoring"),
    ("GET", "/monitoring/summary"),
    ("GET", "/docs"),
    ("GET", "/openapi.json"),
    ("GET", "/pwa_icon"),
    ("GET", "/gradio_api/dev/reload"),
    ("GET", "/gradio_api/call/ask/1"),
    ("POST", "/gradio_api/call/ask"),
    ("POST", "/gradio_api/call/v2/ask"),
    ("POST", "/gradio_api/run/ask"),
    ("POST", "/gradio_api/api/predict"),
    ("POST", "/gradio_api/stream/1"),
    ("POST", "/gradio_api/component_server"),
    ("POST", "/gradio_api/vibe-edit"),
    ("POST", "/gradio_api/run-history/connect"),
    ("POST", "/gradio_api/process_recording"),
    ("POST", "/gradio_api/mcp"),
    ("PUT", "/gradio_api/queue/join"),
    ("DELETE", "/"),
    ("POST", "/"),
]


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_side_doors_are_closed(open_server: Served, method: str, path: str) -> None:
    with open_server.browser() as client:
        assert client.request(method, path).status_code in {404, 405}


def _join(client: httpx.Client, session: Any, path: str = "queue/join") -> httpx.Response:
    body = {"data": [], "fn_index": 10_000, "session_hash": session}
    return client.post(f"/gradio_api/{path}", json=body)


@pytest.mark.parametrize("logins", [False, True])
def test_a_session_belongs_to_whoever_used_it_first(
    open_server: Served, guarded: Served, logins: bool
) -> None:
    server = guarded if logins else open_server
    users = ("anna", "boris") if logins else (None, None)
    with server.browser(users[0]) as mine, server.browser(users[1]) as theirs:
        session = f"mine{logins}"
        assert _join(mine, session).status_code not in {401, 403}
        assert _join(theirs, session).status_code == 403
        for path in ("run/predict", "cancel"):
            assert _join(theirs, session, path).status_code == 403
        assert theirs.get("/gradio_api/queue/data", params={"session_hash": session}).status_code == 403
        assert theirs.get(f"/gradio_api/heartbeat/{session}").status_code == 403
        assert _join(mine, session).status_code not in {401, 403}


def test_two_browsers_of_one_user_are_apart(guarded: Served) -> None:
    with guarded.browser("anna") as first, guarded.browser("anna") as second:
        assert _join(first, "first-browser").status_code != 403
        assert _join(second, "first-browser").status_code == 403


@pytest.mark.parametrize("session", [None, "", 7, ["a"], {"a": 1}, "a b", "../x", "x" * 65, "é", "a\x00"])
def test_what_is_no_session_is_refused(open_server: Served, session: Any) -> None:
    with open_server.browser() as client:
        assert _join(client, session).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"session_hash": "a", "session_hash": "b"}',
        b'{"session_hash": "a", "data": ' + b"[" * 100_000,
        json.dumps({"session_hash": "a"}).encode("utf-16"),
        b"\xff\xfe\x00",
    ],
)
def test_bodies_that_two_readers_might_read_apart_are_refused(open_server: Served, body: bytes) -> None:
    with open_server.browser() as client:
        answered = client.post("/gradio_api/queue/join", content=body)
    assert answered.status_code in {400, 422}
    assert "Traceback" not in answered.text


def test_a_query_with_two_sessions_is_refused(open_server: Served) -> None:
    with open_server.browser() as client:
        assert client.get("/gradio_api/queue/data?session_hash=a&session_hash=b").status_code == 400


def test_uploads_can_be_switched_off(open_server: Served, guarded: Served) -> None:
    files = {"files": ("statement.txt", b"Anna Berg: Nine harbours reopen.")}
    with open_server.browser() as client:
        assert client.post("/gradio_api/upload", files=files).status_code == 200
    with guarded.browser("anna") as client:
        assert client.post("/gradio_api/upload", files=files).status_code == 404


def test_a_failure_inside_gradio_tells_nothing(open_server: Served) -> None:
    with open_server.browser() as client:
        for body in (
            {"data": [1, 2, 3], "fn_index": 0},
            {"data": None, "fn_index": -1},
            {"data": {}, "fn_index": "x"},
        ):
            answered = client.post("/gradio_api/run/predict", json={**body, "session_hash": "probe"})
            assert answered.status_code >= 400
            assert "Traceback" not in answered.text
            assert ".py" not in answered.text
