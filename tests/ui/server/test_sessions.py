from __future__ import annotations

import pytest

from tests.ui.server.clock import Clock
from ui.server.sessions import Sessions


def test_a_login_is_known_by_its_token_until_logout() -> None:
    sessions = Sessions(60, {"anna": "hash"}.get, Clock())
    token = sessions.begin("anna")
    assert sessions.begin("anna") != token
    assert sessions.user_of(token) == "anna"
    assert sessions.user_of(token + "x") is None
    sessions.end(token)
    assert sessions.user_of(token) is None


def test_a_login_ends_when_it_is_not_used() -> None:
    clock = Clock()
    sessions = Sessions(60, {"anna": "hash"}.get, clock)
    token = sessions.begin("anna")
    clock.now += 59
    assert sessions.user_of(token) == "anna"
    clock.now += 59
    assert sessions.user_of(token) == "anna"
    clock.now += 61
    assert sessions.user_of(token) is None


def test_a_login_ends_after_a_week_of_use() -> None:
    clock = Clock()
    sessions = Sessions(7200, {"anna": "hash"}.get, clock)
    token = sessions.begin("anna")
    for _ in range(7 * 24):
        clock.now += 3600
        assert sessions.user_of(token) == "anna"
    clock.now += 3600
    assert sessions.user_of(token) is None


def test_a_login_ends_with_the_password_it_was_made_with() -> None:
    passwords = {"anna": "hash", "boris": "other"}
    sessions = Sessions(60, passwords.get, Clock())
    tokens = {name: sessions.begin(name) for name in passwords}
    passwords["anna"] = "new hash"
    del passwords["boris"]
    assert sessions.user_of(tokens["anna"]) is None
    assert sessions.user_of(tokens["boris"]) is None


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.server.sessions._MOST", 3)
    sessions = Sessions(60, {"anna": "hash"}.get, Clock())
    tokens = [sessions.begin("anna") for _ in range(4)]
    assert [sessions.user_of(token) for token in tokens] == [None, "anna", "anna", "anna"]
