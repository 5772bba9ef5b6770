"""The parts of the page that a handler may renew."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Pane(StrEnum):
    """A part of the page; the value is the id of its element. EFFECTS is read by the script alone."""

    RAIL = "rail"
    THREAD = "thread"
    EXAMPLES = "examples"
    SOURCES = "sources"
    READER = "reader"
    FIELDS = "fields"
    BROWSE = "browse"
    OVERVIEW = "overview"
    DOCUMENTS = "documents"
    EFFECTS = "effects"


Panes = Mapping[Pane, str]
"""New HTML by pane; those left out stay as they are."""

_serial = itertools.count(1)


def effects(**wanted: Any) -> dict[Pane, str]:
    """Return what the script shall do once the panes are renewed; assets/js/2-effects.js lists the names.

    Two equal wishes differ in their serial number, so that the browser notices the second.
    """
    document = json.dumps({**wanted, "serial": next(_serial)})
    # No markup, wherever this is put: "<" and "&" can only stand inside of JSON strings.
    return {Pane.EFFECTS: document.replace("<", "\\u003c").replace("&", "\\u0026")}


def answering(event: str, panes: Panes) -> Panes:
    """Return `panes` with the name of the event that they answer, for the script to know that it arrived."""
    wanted = json.loads(panes.get(Pane.EFFECTS, "{}"))
    return {**panes, **effects(**{**wanted, "of": event})}


def told(message: str) -> dict[Pane, str]:
    """Return a short message to the user, and nothing else."""
    return effects(message=message)
