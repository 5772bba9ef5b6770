"""What every response carries, and what no request gets past."""

from __future__ import annotations

import re

import pytest

from tests.ui.serving import BURST, Served

PAGES = ["/", "/api/v1/docs", "/api/v1/health", "/nowhere", "/gradio_api/call/ask", "/favicon.ico"]


@pytest.mark.parametrize("path", PAGES)
def test_every_response_carries_the_headers(open_server: Served, path: str) -> None:
    with open_server.client() as client:
        headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "server" not in headers


def test_the_page_runs_its_own_scripts_only(open_server: Served) -> None:
    with open_server.browser() as client:
        first, second = client.get("/"), client.get("/")
    [nonce] = re.findall(r"'nonce-([\w-]{20,})'", first.headers["Content-Security-Policy"])
    scripts = re.findall(r"<script[^>]*>", first.text)
    assert len(scripts) >= 4
    assert all(f'nonce="{nonce}"' in script for script in scripts)
    assert nonce not in second.text
    policy = first.headers["Content-Security-Policy"]
    [allowed] = re.findall(r"script-src ([^;]+)", policy)
    assert allowed.split() == ["'self'", "'unsafe-eval'", f"'nonce-{nonce}'"]
    assert "http" not in policy
    assert first.headers["Cache-Control"] == "no-store"


def test_the_page_names_no_other_host_to_load_from(open_server: Served) -> None:
    with open_server.browser() as client:
        page = client.get("/").text
    loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"', page)
    assert loaded
    assert not [address for address in loaded if address.startswith(("http:", "https:", "//"))]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7860", "", "127.0.0.1@evil.example"]
)
def test_another_host_is_refused(open_server: Served, host: str) -> None:
    with open_server.client() as client:
        refused = client.get("/api/v1/health", headers={"Host": host})
    assert refused.status_code == 400
    assert "evil" not in refused.text


def test_a_forwarded_host_is_not_believed(open_server: Served) -> None:
    told = {
        "X-Forwarded-Host": "evil.example",
        "X-Gradio-Server": "http://evil.example",
        "Forwarded": "host=evil.example",
    }
    with open_server.browser() as client:
        assert "evil.example" not in client.get("/", headers=told).text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "http://127.0.0.1"])
def test_a_page_elsewhere_is_refused(open_server: Served, origin: str) -> None:
    with open_server.client() as client:
        for method, path in (
            ("POST", "/api/v1/ask"),
            ("GET", "/api/v1/statements"),
            ("OPTIONS", "/api/v1/ask"),
        ):
            refused = client.request(method, path, headers={"Origin": origin})
            assert refused.status_code == 403
            assert "Access-Control-Allow-Origin" not in refused.headers
        own = client.get("/api/v1/statements", headers={"Origin": open_server.url})
        assert own.status_code == 200


def test_a_client_that_asks_too_fast_has_to_wait(guarded: Served) -> None:
    with guarded.client() as hasty, guarded.client() as other:
        statuses = [hasty.get("/api/v1/health").status_code for _ in range(BURST + 60)]
        assert statuses[:BURST] == [200] * BURST
        assert 429 in statuses
        refused = hasty.get("/login")
        while refused.status_code == 200:
            refused = hasty.get("/login")
        assert int(refused.headers["Retry-After"]) >= 1
        assert other.get("/api/v1/health").status_code == 200


def test_a_body_beyond_the_limit_is_refused(open_server: Served) -> None:
    with open_server.client() as client:
        refused = client.post("/api/v1/ask", content=b'{"question": "' + b"x" * 5_000_000)
        assert refused.status_code == 413
        assert refused.json()["error"]["message"] == "The request is larger than this server takes."


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../../../routes.py",
        "/static/%2e%2e/%2e%2e/index.html",
        "/assets/",
        "/static",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=../../../../etc/passwd",
        "/gradio_api/file=http://127.0.0.1:1/",
        "/gradio_api/file=HTTPS://evil.example/x",
        "/gradio_api/proxy=https://evil.example/x",
        "/.onrecord-chat/conversations.db",
    ],
)
def test_no_file_and_no_folder_is_shown(open_server: Served, path: str) -> None:
    with open_server.browser() as client:
        refused = client.get(path)
    assert refused.status_code in {400, 403, 404}
    assert "root:" not in refused.text
    assert "Traceback" not in refused.text
    assert "site-packages" not in refused.text
