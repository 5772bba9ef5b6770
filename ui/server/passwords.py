"""Hashing of passwords and tokens.

Passwords go through scrypt (Percival and Josefsson, RFC 7914) with the parameters that OWASP's Password
Storage Cheat Sheet gives for 32 MiB of memory, and are written in the PHC string format. Tokens are
random and long, so one round of SHA-256 hides them.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

MIN_PASSWORD, MAX_PASSWORD = 10, 512
"""Characters of a password."""

_LOG2_N, _R, _P = 15, 8, 3
_SALT_BYTES, _HASH_BYTES = 16, 32
_FORM = re.compile(r"\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)")
_TOKEN_BYTES = 32


def hash_password(password: str) -> str:
    """Return the salted hash of `password`, as in `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`."""
    salt = secrets.token_bytes(_SALT_BYTES)
    derived = _scrypt(password, salt, _LOG2_N, _R, _P, _HASH_BYTES)
    return f"$scrypt$ln={_LOG2_N},r={_R},p={_P}${_encode(salt)}${_encode(derived)}"


def is_password_hash(text: str) -> bool:
    """Whether `text` has the form that `hash_password` writes."""
    found = _FORM.fullmatch(text)
    return found is not None and 10 <= int(found[1]) <= 20


def verify_password(password: str, hashed: str) -> bool:
    """Whether `password` is the one that `hashed` was made from; takes some tenths of a second."""
    found = _FORM.fullmatch(hashed)
    if found is None or len(password) > MAX_PASSWORD:
        return False
    salt, expected = _decode(found[4]), _decode(found[5])
    derived = _scrypt(password, salt, int(found[1]), int(found[2]), int(found[3]), len(expected))
    return hmac.compare_digest(derived, expected)


def new_token() -> str:
    """Return a token for a program, 43 characters."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def digest(token: str) -> str:
    """Return the hexadecimal SHA-256 under which a token is kept."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _scrypt(password: str, salt: bytes, log2_n: int, r: int, p: int, length: int) -> bytes:
    n = 1 << log2_n
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=salt,
        n=n,
        r=r,
        p=p,
        maxmem=2 * 128 * n * r * p,
        dklen=length,
    )


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii").rstrip("=")


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
