from __future__ import annotations

import pytest

from tests.ui.server.clock import Clock
from ui.server.lockout import Lockout


def test_back_off_doubles_up_to_a_quarter_of_an_hour() -> None:
    clock = Clock()
    lockout = Lockout(3, clock)
    assert [lockout.attempt("anna") for _ in range(3)] == [0.0, 0.0, 0.0]
    waits = []
    for _ in range(12):
        waits.append(lockout.attempt("anna"))
        clock.now += waits[-1]
        assert lockout.attempt("anna") == 0.0
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 900.0, 900.0]


def test_an_attempt_while_waiting_does_not_lengthen_the_wait() -> None:
    clock = Clock()
    lockout = Lockout(1, clock)
    lockout.attempt("anna")
    assert lockout.attempt("anna") == 1.0
    clock.now += 0.75
    assert lockout.attempt("anna") == 0.25


def test_either_key_makes_both_wait() -> None:
    lockout = Lockout(1, Clock())
    lockout.attempt("anna", "192.0.2.1")
    assert lockout.attempt("boris", "192.0.2.1") == 1.0
    assert lockout.attempt("anna", "192.0.2.2") == 1.0
    assert lockout.attempt("boris", "192.0.2.2") == 0.0


def test_success_forgives_the_user_and_takes_back_one_attempt_of_the_client() -> None:
    lockout = Lockout(3, Clock())
    for user in ("anna", "anna", "boris"):
        lockout.attempt(user, "192.0.2.1")
    lockout.forgive("boris")
    lockout.take_back("192.0.2.1")
    assert lockout.attempt("boris", "192.0.2.1") == 0.0
    assert lockout.attempt("boris", "192.0.2.1") == 1.0  # four attempts of this client, one was right


def test_failures_are_forgotten_after_an_hour() -> None:
    clock = Clock()
    lockout = Lockout(1, clock)
    for _ in range(5):
        clock.now += lockout.attempt("anna")
    clock.now += 3601
    assert lockout.attempt("anna") == 0.0
    assert lockout.attempt("anna") == 1.0


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.server.lockout._MOST_KEYS", 10)
    lockout = Lockout(1, Clock())
    for number in range(11):
        assert lockout.attempt(f"user {number}") == 0.0
    assert lockout.attempt("user 10") == 1.0
    assert lockout.attempt("user 0") == 0.0
