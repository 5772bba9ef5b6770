"""Whose statement a document is, as a line of its header or its signature tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.transcript.forms import Form, form_of, name_words, title_and_name
from index.transcript.lines import Line
from index.transcript.title_words import SHORT_OFFICES
from index.transcript.vocabulary import OFFICE_WORDS

_I_NAME = re.compile(r"\bI, (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}), (?P<office>[^,.;]{3,60})")
_SIGNATURE = re.compile(r"(?P<name>[A-Z][A-Z'’-]*\.?(?: [A-Z][A-Z'’-]*\.?){1,3}?)\.?")
_SIGNATURE_LINES = 5


@dataclass(frozen=True, slots=True)
class Principal:
    """The person whose statement a document is; `office` is one word ("president"), or "" if not given."""

    name: str
    office: str


def office_of(name: str) -> str:
    """Return the office in a label or title in one word ("vice-president" of "THE VICE PRESIDENT"), or ""."""
    words = [SHORT_OFFICES.get(word, word) for word in map(str.casefold, name_words(name))]
    found = [word for word in words if word in OFFICE_WORDS]
    if not found:
        return ""
    if found[-2:] == ["secretary", "general"]:
        return "secretary-general"
    return "vice-president" if found[-1] == "president" and "vice" in words else found[-1]


def principal_in_field(value: str, key: str) -> Principal:
    """Read the value of a header line: "President: John F. Kennedy", "Speaker: Sergey Lavrov, Minister"."""
    person, _, described = value.partition(",")
    title, rest = title_and_name(person)
    name = " ".join(person.split()[-len(rest) :]) if title and len(rest) > 1 else person.strip()
    return Principal(
        name, "president" if key == "president" else office_of(" ".join(title)) or office_of(described)
    )


def principal_by_signature(lines: Sequence[Line]) -> Principal | None:
    """Find who signs a written statement: "I, Augustin Pell, Governor ...", or "JOSIAH TRENT." at its end."""
    for line in lines:
        match = _I_NAME.search(line.text)
        if match and office_of(match["office"]):
            return Principal(match["name"], office_of(match["office"]))
    for line in lines[: -_SIGNATURE_LINES - 1 : -1]:
        match = _SIGNATURE.fullmatch(line.text)
        if match and form_of(match["name"]) is Form.NAME:
            words = match["name"].rstrip(".").split()
            return Principal(" ".join(word if "." in word else word.capitalize() for word in words), "")
    return None
