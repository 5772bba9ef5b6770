"""Runs the command and turns every ending into an exit status and at most one line."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import typer

from index.errors import OnRecordError
from ui.errors import SettingsError
from ui.notes import note
from ui.printable import plain_error_handler
from ui.setting_keys import DEBUG

FAILED, MISUSED, INCOMPLETE, INTERRUPTED = 1, 2, 3, 130
"""Exit statuses beside 0. INCOMPLETE: an index was published, but some files could not be read."""


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run `app` with `arguments`, or those of the process, and return the exit status.

    A pipe that closes early (`| head`) ends the process silently with status 1.
    """
    if sys.stdout is None:
        return _fail("standard output is closed: there is no place for a result.", FAILED)
    for stream in (sys.stdout, sys.stderr):
        _write_anything(stream)
    try:
        return _status(typer.main.get_command(app).main(arguments, "onrecord", standalone_mode=False))
    except typer.TyperException as error:
        message = error.format_message().replace(": Value error, ", ": ").rstrip(".")
        return _fail(f"{message} ({_help(error)}).", error.exit_code)
    except SettingsError as error:
        return _fail(str(error), MISUSED)
    except OnRecordError as error:
        return _fail(str(error), FAILED)
    except (KeyboardInterrupt, typer.Abort):
        return _status(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last stop before the user
        return _unexpected(error)


def _help(error: typer.TyperException) -> str:
    """Return what prints the help of the command that was misused."""
    context = getattr(error, "ctx", None)
    return f"see {context.command_path if context else 'onrecord'} --help"


def _status(returned: Any) -> int:
    if returned == INTERRUPTED:
        return _fail("interrupted.", INTERRUPTED)
    return returned if isinstance(returned, int) else 0


def _unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    if isinstance(error, OSError) and error.strerror:
        about = f"{error.filename}: " if error.filename else ""
        return _fail(f"{about}{error.strerror}.", FAILED)
    described = f"{type(error).__name__}: {error}"
    return _fail(f"an unexpected error ({described}); set {DEBUG}=1 to see where.", FAILED)


def _fail(message: str, status: int) -> int:
    note(message)
    return status


def _write_anything(stream: Any) -> None:
    """Let a terminal with few characters show what it can instead of failing on the rest."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors=plain_error_handler())
