"""What an index says about itself."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import IndexDamaged, IndexMismatch
from index.settings import ChunkerSettings

SCHEMA_VERSION = 2
"""Raised with every change to the stored form, or to the way from a file to its passages and vectors."""

_TAKEN_UP = (1,)  # which a build turns into the present one; `index/stores/upgrade.py`

_STRICT = ConfigDict(extra="forbid", frozen=True)


class FileDigest(BaseModel):
    """The size of a file in bytes and the hexadecimal SHA-256 of what is in it."""

    model_config = _STRICT

    size: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")

    @classmethod
    def of(cls, path: Path) -> Self:
        """Measure a file."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(size=path.stat().st_size, sha256=digest)


class IndexManifest(BaseModel):
    """The facts that decide whether a generation can be read, and by which models.

    `embedding_checksum` identifies the weights; `dim` is the length of a vector; `tokenizer` names
    the tiktoken encoding that counts the chunker's tokens. `corpus_digest` is the SHA-256 of all
    statements' ids and texts: two indexes of the same corpus share it. `files` maps each file of
    the generation, but for the manifest, to its digest, by its path with forward slashes.
    """

    model_config = _STRICT

    schema_version: int
    product_version: str
    built_at: datetime
    embedding_model: str
    embedding_checksum: str
    dim: int = Field(ge=1)
    tokenizer: str
    chunker: ChunkerSettings
    statements: int = Field(ge=0)
    turns: int = Field(ge=0)
    passages: int = Field(ge=0)
    corpus_digest: str
    files: dict[str, FileDigest]

    @classmethod
    def load(cls, path: Path, *, to_build_on: bool = False) -> Self:
        """Read a manifest; `to_build_on` also takes one of an older schema that a build can go on from.

        Raises:
            IndexMismatch: it is of another schema version.
            IndexDamaged: it is missing or not a manifest.
        """
        try:
            content = json.loads(path.read_bytes())
            version = content["schema_version"]
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise _damaged(path) from error
        if version != SCHEMA_VERSION and not (to_build_on and version in _TAKEN_UP):
            raise IndexMismatch(
                f"The index has schema version {version} and this program reads {SCHEMA_VERSION}: "
                "bring it up to date with `onrecord index`."
            )
        try:
            return cls.model_validate(content)
        except ValidationError as error:
            raise _damaged(path) from error

    def save(self, path: Path) -> None:
        """Write the manifest as indented JSON."""
        path.write_text(self.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _damaged(path: Path) -> IndexDamaged:
    return IndexDamaged(
        f"The manifest {path} cannot be read: rebuild the index with `onrecord index --force`."
    )
