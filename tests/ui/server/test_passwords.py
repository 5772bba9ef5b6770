from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.server.passwords import (
    MAX_PASSWORD,
    digest,
    hash_password,
    is_password_hash,
    new_token,
    verify_password,
)


def test_a_password_is_known_again_and_nothing_else_is() -> None:
    hashed = hash_password("Dvě žáby, ticho")
    assert is_password_hash(hashed)
    assert "žáby" not in hashed
    assert verify_password("Dvě žáby, ticho", hashed)
    assert not verify_password("dvě žáby, ticho", hashed)
    assert not verify_password("", hashed)


def test_equal_passwords_have_different_hashes() -> None:
    assert hash_password("the same words") != hash_password("the same words")


def test_the_hash_is_scrypt_of_the_standard() -> None:
    # RFC 7914, section 12: N = 1024, r = 8, p = 16, of "password" and "NaCl".
    expected = bytes.fromhex(
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
    )
    encoded = base64.b64encode(expected).decode().rstrip("=")
    assert verify_password("password", f"$scrypt$ln=10,r=8,p=16$TmFDbA${encoded}")


@pytest.mark.parametrize("damaged", ["", "plain", "$scrypt$ln=15,r=8,p=3$AAAA", "$argon2id$v=19$m=1$AA$AA"])
def test_what_is_no_hash_matches_nothing(damaged: str) -> None:
    assert not is_password_hash(damaged)
    assert not verify_password(damaged, damaged)


def test_an_endless_password_is_not_hashed() -> None:
    hashed = hash_password("x" * MAX_PASSWORD)
    assert verify_password("x" * MAX_PASSWORD, hashed)
    assert not verify_password("x" * (MAX_PASSWORD + 1), hashed)


def test_tokens_are_long_and_differ() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 43


@settings(max_examples=50)
@given(st.text())
def test_every_text_has_a_digest(text: str) -> None:
    assert len(digest(text)) == 64
