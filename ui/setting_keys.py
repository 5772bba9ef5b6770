"""Which settings there are, and from where each was read."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ui.errors import SettingsError

PREFIX = "ONRECORD_"
SEPARATOR = "__"
DEBUG = "ONRECORD_DEBUG"
"""No setting: with it, an unexpected error shows its traceback."""
KEY_OF_CHAT_MODEL = "ONRECORD_CHAT_API_KEY"
"""No setting either, so that it cannot stand in a file: `rag.generators.chat_model.key` reads it."""


def keys(model: type[BaseModel], prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every setting of `model` and its sections."""
    for name, field in model.model_fields.items():
        path = (*prefix, name)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from keys(field.annotation, path)
        else:
            yield path


def variable(path: Sequence[str]) -> str:
    """Return the environment variable of a setting: ONRECORD_INDEX__EMBEDDER__THREADS."""
    return PREFIX + SEPARATOR.join(path).upper()


def refuse_unknown_keys(content: Mapping[str, Any], model: type[BaseModel], file: str) -> None:
    """Make sure that every key of a settings file is one of `model`.

    Raises:
        SettingsError: one is not; the message names it and the one most like it.
    """
    known = [".".join(path) for path in keys(model)]
    sections = {key.rsplit(".", depth)[0] for key in known for depth in range(1, key.count(".") + 1)}
    for key in _paths(content, sections):
        if key not in known and key not in sections:
            raise SettingsError(f"{file}: there is no setting {key!r}{_nearest(key, known)}")


def refuse_unknown_variables(environment: Mapping[str, str], model: type[BaseModel]) -> None:
    """Make sure that every variable ONRECORD_... is a setting of `model`.

    Raises:
        SettingsError: one is not; the message names it and the one most like it.
    """
    known = [variable(path) for path in keys(model)]
    for name in environment:
        if name.upper().startswith(PREFIX) and name.upper() not in (*known, DEBUG, KEY_OF_CHAT_MODEL):
            raise SettingsError(f"environment: there is no setting {name}{_nearest(name.upper(), known)}")


def read_from(path: Sequence[str], environment: Mapping[str, str], file: str) -> str:
    """Return the name of a setting as the user wrote it, in the place that decided its value."""
    if any(name.upper() == variable(path) and value for name, value in environment.items()):
        return f"environment: {variable(path)}"
    return f"{file}: {'.'.join(path)}"


def _paths(content: Mapping[str, Any], sections: set[str], prefix: str = "") -> Iterator[str]:
    """Yield the dotted path of every value, down to where the sections end."""
    for name, value in content.items():
        path = prefix + name
        if isinstance(value, Mapping) and path in sections:
            yield from _paths(value, sections, path + ".")
        else:
            yield path


def _nearest(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f": did you mean {near[0]}?" if near else ": remove it."
