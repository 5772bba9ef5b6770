"""Logging in and out, over HTTP, as a browser does."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.ui.serving import PASSWORDS, Served
from ui.server.login import local_path


def _log_in(client: httpx.Client, name: str, password: str, to: str = "/") -> httpx.Response:
    return client.post("/login", data={"name": name, "password": password, "next": to})


def test_a_stranger_is_sent_to_the_login(guarded: Served) -> None:
    with guarded.client(Accept="text/html") as client:
        sent = client.get("/?conversation=7")
        assert sent.status_code == 303
        assert sent.headers["Location"] == "/login?next=%2F%3Fconversation%3D7"
        page = client.get(sent.headers["Location"])
        assert page.status_code == 200
        assert '<input type="hidden" name="next" value="/?conversation=7">' in page.text
        assert client.get("/login.css").headers["Content-Type"].startswith("text/css")


@pytest.mark.parametrize(
    "path", ["/config", "/gradio_api/info", "/gradio_api/file=/etc/passwd", "/theme.css", "/assets/index.js"]
)
def test_a_stranger_gets_nothing_else(guarded: Served, path: str) -> None:
    with guarded.client() as client:
        assert client.get(path).status_code == 401
        assert client.post(path).status_code == 401


def test_the_right_password_opens_the_page(guarded: Served) -> None:
    with guarded.client(Accept="text/html") as client:
        sent = _log_in(client, "Anna", PASSWORDS["anna"], "/?conversation=7")
        assert sent.status_code == 303
        assert sent.headers["Location"] == "/?conversation=7"
        [cookie] = [header for header in sent.headers.get_list("Set-Cookie") if "onrecord_session=" in header]
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
        assert "Secure" not in cookie
        page = client.get("/")
        assert page.status_code == 200
        assert '"username":"anna"' in page.text


def test_over_https_the_cookie_is_for_https_alone(guarded: Served) -> None:
    with guarded.client(**{"X-Forwarded-Proto": "https"}) as client:
        sent = _log_in(client, "anna", PASSWORDS["anna"])
        [cookie] = [header for header in sent.headers.get_list("Set-Cookie") if "_session=" in header]
        assert cookie.startswith("__Host-onrecord_session=")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
        assert sent.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_logout_ends_the_login_on_the_server(guarded: Served) -> None:
    with guarded.browser("boris") as client:
        cookies = dict(client.cookies)
        assert "Log out" in client.get("/logout").text
        left = client.post("/logout")
        assert left.headers["Location"] == "/login"
        assert "Max-Age=0" in left.headers["Set-Cookie"]
        assert client.get("/").status_code == 303
    with guarded.client(Accept="text/html") as thief:
        thief.cookies.update(cookies)
        assert thief.get("/").status_code == 303


def test_a_login_replaces_the_cookie_that_was_there(guarded: Served) -> None:
    with guarded.client(Accept="text/html") as client:
        client.cookies.set("onrecord_session", "planted")
        assert client.get("/").status_code == 303
        sent = _log_in(client, "anna", PASSWORDS["anna"])
        assert "planted" not in sent.headers["Set-Cookie"]


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("anna", PASSWORDS["boris"]),
        ("nobody", PASSWORDS["anna"]),
        ("", ""),
        ("anna", ""),
        ("anna\x00", PASSWORDS["anna"]),
        ("anna", "x" * 5000),
        ("' or 1=1 --", "' or 1=1 --"),
    ],
)
def test_a_wrong_login_tells_nothing(guarded: Served, name: str, password: str) -> None:
    with guarded.client() as client:
        refused = _log_in(client, name, password)
        assert refused.status_code == 401
        assert "The name or the password is wrong." in refused.text
        assert "Set-Cookie" not in refused.headers


def test_what_was_typed_is_shown_as_text(guarded: Served) -> None:
    with guarded.client() as client:
        refused = _log_in(client, '"><script>alert(1)</script>', "x", '/"><script>alert(2)</script>')
        assert "<script" not in refused.text
        assert "&lt;script&gt;alert(1)" in refused.text


def test_guessing_is_slowed_down_for_the_client(guarded: Served) -> None:
    with guarded.client() as client, guarded.client() as other:
        statuses = [_log_in(client, f"guess{number}", "wrong password").status_code for number in range(6)]
        assert statuses == [401] * 5 + [429]
        refused = _log_in(client, "anna", PASSWORDS["anna"])
        assert refused.status_code == 429
        assert int(refused.headers["Retry-After"]) >= 1
        assert re.search(r"Too many attempts: wait \d+ seconds\.", refused.text)
        assert _log_in(other, "anna", PASSWORDS["anna"]).status_code == 303


def test_guessing_one_user_from_many_places_is_slowed_down_too(guarded: Served) -> None:
    def guess(number: int) -> int:
        with guarded.client(f"198.51.100.{number}") as client:
            return _log_in(client, "victim", "wrong password").status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(guess, range(1, 9)))
    assert sorted(statuses) == [401] * 5 + [429] * 3


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/a\nb",
        "///evil.example",
    ],
)
def test_a_login_leads_nowhere_else(wanted: str) -> None:
    assert local_path(wanted) == "/"


def test_a_login_leads_back() -> None:
    assert local_path("/?statement=a%20b&at=5#words") == "/?statement=a%20b&at=5#words"


def test_there_is_no_login_where_nobody_logs_in(open_server: Served) -> None:
    with open_server.client() as client:
        assert client.get("/login").status_code == 404
        assert client.post("/login", data={"username": "a", "password": "b"}).status_code == 404
