"""Markdown, with front matter where it has some."""

from __future__ import annotations

import re
import tomllib

from index.cleaning import cleaned
from index.metadata import Metadata
from index.readers.document import Document
from index.readers.text import characters
from index.settings import ReaderSettings

_FRONT_MATTER = re.compile(
    r"\s*^(?:---[ \t]*\n(?P<yaml>.{0,20000}?)^(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?P<toml>.{0,20000}?)^\+\+\+)[ \t]*(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_KEY = re.compile(r"^[A-Za-z][\w -]*[:=]", re.MULTILINE)


class MarkdownReader:
    """Reads Markdown as the text it is; front matter is metadata: YAML between lines of ---, TOML of +++."""

    def read(self, data: bytes, name: str, settings: ReaderSettings) -> Document:  # noqa: ARG002
        """Return the text below the front matter, and what that states; see `Reader.read`."""
        text = cleaned(characters(data, name), name)
        match = _FRONT_MATTER.match(text)
        stated = _mapping(match) if match else None
        if match is None or stated is None:
            return Document(text)
        return Document(cleaned(text[match.end() :], name), Metadata.from_mapping(stated, name))


def _mapping(front_matter: re.Match[str]) -> dict[str, object] | None:
    """Return the keys and values; None where this is prose between two rules, or in neither language."""
    import yaml

    written = front_matter["yaml"] or front_matter["toml"] or ""
    if not _KEY.search(written):
        return None
    try:
        values = tomllib.loads(written) if front_matter["toml"] else yaml.safe_load(written)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
