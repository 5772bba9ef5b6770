"""`onrecord users`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """
\b
Examples:
  onrecord users add users.txt anna
  onrecord users add users.txt reader-bot --token
  onrecord users list users.txt
  onrecord users remove users.txt anna
"""

users = typer.Typer(
    help="Manage who may log in to `onrecord serve --auth-file FILE`.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="The users file.")]
Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="The user's name.")]


@users.command()
def add(
    file: File,
    name: Name,
    token: Annotated[
        bool, typer.Option("--token", help="Give a token for the HTTP API, printed once, not a password.")
    ] = False,
    from_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
) -> None:
    """Add a user, or change the password of one; makes FILE where there is none.

    A server that is running takes it up at once, and ends the logins made with an old password.
    """
    from ui.notes import note
    from ui.server.passwords import digest, hash_password, new_token
    from ui.server.users import User, check_name, read, write

    wanted = check_name(name)
    known = read(file) if file.exists() else {}
    user = known.setdefault(wanted, User())
    if token:
        fresh = new_token()
        user.tokens.add(digest(fresh))
        write(file, known)
        print(fresh)
        note(f"this token of {wanted} is not shown again.")
    else:
        user.password = hash_password(_password(from_stdin=from_stdin))
        write(file, known)
        note(f"{wanted} may log in.")


@users.command()
def remove(file: File, name: Name) -> None:
    """Remove a user with password and tokens; their logins end at once, their conversations stay."""
    from ui.errors import SettingsError
    from ui.notes import note
    from ui.server.users import normalised, read, write

    known = read(file)
    if known.pop(normalised(name), None) is None:
        raise SettingsError(f"There is no user {name!r} in {file}: `onrecord users list {file}` shows them.")
    write(file, known)
    note(f"{normalised(name)} is removed.")


@users.command("list")
def list_users(file: File) -> None:
    """List the users, and what each may log in with."""
    from ui.server.users import read

    for name, user in sorted(read(file).items()):
        held = ["password"] if user.password else []
        held += [f"{len(user.tokens)} token{'s' * (len(user.tokens) > 1)}"] if user.tokens else []
        print(f"{name}\t{', '.join(held)}")


def _password(*, from_stdin: bool) -> str:
    from ui.errors import SettingsError
    from ui.server.passwords import MAX_PASSWORD, MIN_PASSWORD

    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise SettingsError(
            f"The password has {len(password)} characters: use {MIN_PASSWORD} to {MAX_PASSWORD}."
        )
    return password
