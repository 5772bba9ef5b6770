"""Who may use the API, and what it says of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.command_line import CommandLine
from tests.ui.serving import API_TOKEN, Served, serving

CLOSED = [
    "/api/v1/statements",
    "/api/v1/search?q=x",
    "/api/v1/docs",
    "/api/v1/openapi.json",
    "/api/v1/nowhere",
]


@pytest.mark.parametrize("path", CLOSED)
def test_the_api_needs_a_token_where_there_are_logins(guarded: Served, path: str) -> None:
    with guarded.client() as client:
        refused = client.get(path)
        assert refused.status_code == 401
        assert refused.headers["WWW-Authenticate"].startswith("Bearer")
        assert refused.json()["error"]["type"] == "unauthorized"


@pytest.mark.parametrize(
    "header", ["Bearer wrong", "bearer", f"Basic {API_TOKEN}", API_TOKEN, f"Bearer {API_TOKEN}x"]
)
def test_a_wrong_token_is_refused(guarded: Served, header: str) -> None:
    with guarded.client(Authorization=header) as client:
        assert client.get("/api/v1/statements").status_code == 401
        assert client.post("/api/v1/ask", json={"question": "who?"}).status_code == 401


def test_a_token_of_the_users_file_opens_the_api_and_not_the_page(guarded: Served) -> None:
    with guarded.client(Authorization=f"Bearer {API_TOKEN}", Accept="text/html") as client:
        assert client.get("/api/v1/statements").status_code == 200
        answered = client.post("/api/v1/ask", json={"question": "How many projects are in the joint plan?"})
        assert answered.status_code == 200
        assert client.get("/").status_code == 303


def test_a_login_opens_the_api_too(guarded: Served) -> None:
    with guarded.browser("anna") as client:
        assert client.get("/api/v1/statements").status_code == 200
        assert client.get("/api/v1/statements", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_a_token_of_the_settings_closes_the_api_to_all_others(library: CommandLine) -> None:
    token = "0123456789-of-the-settings"  # noqa: S105
    with serving(library, **{"ONRECORD_SERVER__API_TOKEN": token}) as served:
        with served.browser() as page:
            assert page.get("/api/v1/statements").status_code == 401
        with served.client(Authorization=f"Bearer {token}") as client:
            assert client.get("/api/v1/statements").status_code == 200
        assert token not in "".join(served.lines)


def test_health_is_for_everybody_and_tells_little(guarded: Served) -> None:
    with guarded.client() as client:
        assert client.get("/api/v1/health").json() == {"status": "ok"}


def test_the_description_names_every_operation(open_server: Served, project: Path) -> None:
    with open_server.client() as client:
        described = client.get("/api/v1/openapi.json").json()
        page = client.get("/api/v1/docs")
    operations = {
        f"{method.upper()} {path}" for path, methods in described["paths"].items() for method in methods
    }
    assert operations == {
        "POST /api/v1/ask",
        "POST /api/v1/ask/stream",
        "GET /api/v1/search",
        "GET /api/v1/statements",
        "GET /api/v1/statements/{statement_id}",
        "GET /api/v1/health",
    }
    written = (project / "docs" / "http-api.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## `(\w+ /\S+)`$", written, re.MULTILINE)) == operations
    for operation in operations:
        method, path = operation.split()
        assert f"<b>{method}</b> <code>{path}</code>" in page.text


def test_the_page_of_the_api_loads_nothing_from_elsewhere_and_runs_nothing(open_server: Served) -> None:
    with open_server.client() as client:
        page = client.get("/api/v1/docs")
        style = client.get("/api/v1/docs.css")
    assert "<script" not in page.text
    assert re.findall(r'(?:src|href)="([^"#]+)"', page.text) == ["docs.css", "openapi.json"]
    assert "http" not in style.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
