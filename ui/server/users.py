"""The file of users: one `name:hash` a line, a password's or a token's."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ui.errors import SettingsError
from ui.notes import note
from ui.server.passwords import digest, is_password_hash, verify_password

_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")
_TOKEN = re.compile(r"\$sha256\$([0-9a-f]{64})")
RESERVED = frozenset({"local", "api"})
"""Who uses a server without logins, and who comes with the token of the settings."""

_NOBODY = f"$scrypt$ln=15,r=8,p=3${'A' * 22}${'A' * 43}"
"""Compared where there is no such user, so that the time of a refusal does not tell."""


@dataclass(slots=True)
class User:
    """A user's password hash, if there is one, and the digests of the tokens."""

    password: str | None = None
    tokens: set[str] = field(default_factory=set)


class Users:
    """Reads the file again whenever it has changed, so that a user who is removed is out at once.

    A file that has become unreadable changes nothing, and is noted; one that is gone has no users.
    """

    def __init__(self, path: Path) -> None:
        """Read `path`.

        Raises:
            SettingsError: it cannot be read, or a line is not one of a user.
        """
        self._path = path
        self._users = read(path)
        self._seen = _state(path)

    def password_of(self, name: str) -> str | None:
        """Return the hash of a user's password; None where the user has none, or does not exist."""
        user = self._current().get(normalised(name))
        return user.password if user else None

    def verify(self, name: str, password: str) -> str | None:
        """Return the name of the user who has this password, or None. Slow on purpose."""
        known = self.password_of(name)
        matches = verify_password(password, known or _NOBODY)
        return normalised(name) if known and matches else None

    def of_token(self, token: str) -> str | None:
        """Return the name of the user whose token this is, or None."""
        hashed = digest(token)
        return next((name for name, user in self._current().items() if hashed in user.tokens), None)

    def _current(self) -> dict[str, User]:
        state = _state(self._path)
        if state != self._seen:
            self._seen = state
            try:
                self._users = read(self._path) if state else {}
            except SettingsError as error:
                note(f"{error} Until then, the users are those of before.")
        return self._users


def normalised(name: str) -> str:
    """Return `name` as it stands in the file; capitals do not count."""
    return name.strip().lower()


def read(path: Path) -> dict[str, User]:
    """Return the users of a file by name.

    Raises:
        SettingsError: it cannot be read, or a line is not one of a user.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The users file {path} cannot be read: make it with `onrecord users add {path} NAME`."
        ) from error
    users: dict[str, User] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, hashed = line.strip().partition(":")
        token = _TOKEN.fullmatch(hashed)
        if not _NAME.fullmatch(name) or name in RESERVED or not (token or is_password_hash(hashed)):
            raise SettingsError(f"{path}, line {number}: this is no user; remove the line.")
        user = users.setdefault(name, User())
        if token:
            user.tokens.add(token[1])
        else:
            user.password = hashed
    return users


def write(path: Path, users: dict[str, User]) -> None:
    """Replace the file in one step; only its owner may read it."""
    lines = []
    for name, user in sorted(users.items()):
        lines += [f"{name}:{user.password}"] if user.password else []
        lines += [f"{name}:$sha256${token}" for token in sorted(user.tokens)]
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)


def check_name(name: str) -> str:
    """Return the normalised form of a new user's name.

    Raises:
        SettingsError: it is no name, or a reserved one.
    """
    wanted = normalised(name)
    if not _NAME.fullmatch(wanted) or wanted in RESERVED:
        raise SettingsError(
            f"{name!r} cannot name a user: use letters a to z, digits, dots, dashes and @, 64 at most"
            f"{', and not a reserved name' if wanted in RESERVED else ''}."
        )
    return wanted


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
