"""Markdown, with front matter where it has some."""

from __future__ import annotations

import re

from index.cleaning import cleaned
from index.metadata import Metadata
from index.readers.document import Document
from index.readers.text import characters
from index.settings import ReaderSettings

_FRONT_MATTER = re.compile(r"\s*^---[ \t]*\n(?P<yaml>.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M | re.S)
_KEY = re.compile(r"^[A-Za-z][\w -]*:", re.MULTILINE)


class MarkdownReader:
    """Reads Markdown as the text it is; YAML between two lines of hyphens at its top is metadata."""

    isolated = False

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:  # noqa: ARG002
        """Return the text below the front matter, and what that states; see `Reader.read`."""
        text = cleaned(characters(data, name), name)
        match = _FRONT_MATTER.match(text)
        stated = _mapping(match["yaml"]) if match else None
        if match is None or stated is None:
            return Document(text)
        return Document(cleaned(text[match.end() :], name), Metadata.from_mapping(stated, name))


def _mapping(front_matter: str) -> dict[str, object] | None:
    """Return the keys and values; None where this is prose between two rules, or not YAML."""
    import yaml

    if not _KEY.search(front_matter):
        return None
    try:
        values = yaml.safe_load(front_matter)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
