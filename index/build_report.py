"""What a build tells while it runs, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.stores.catalogue import Counts


class Phase(StrEnum):
    """The parts of a build, in their order."""

    READING = "reading files"
    EMBEDDING = "embedding passages"
    INDEXING = "indexing words"
    PUBLISHING = "publishing"


@dataclass(frozen=True, slots=True)
class BuildProgress:
    """How far a build has come. Only what is new or changed is counted.

    The number of passages is known once the files are read: it is 0 before that.
    """

    phase: Phase
    files: int
    files_total: int
    passages: int
    passages_total: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that gave no statement, and the reason in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose text is that of another statement, which stands for both."""

    path: str
    statement_id: str


@dataclass(frozen=True, slots=True)
class CorpusChanges:
    """What reading the sources did to the content store.

    `added`, `changed` and `removed` are statement ids; `changed` were read again under their old
    id. `unchanged` counts files. `failed` lists all files without a statement, old and new;
    `skipped` those that are no statements by their name or place; `lost` the sources that are no
    longer there.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    failed: tuple[Failure, ...]
    duplicates: tuple[Duplicate, ...]
    skipped: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    `generation` is the name of the published generation, None where nothing had changed.
    `anew` is the reason why nothing of the old index was used, None where it was or there was
    none. `counts` describe the whole index. `embedded` passages went through the model, `reused`
    kept the vector of a passage with the same embedding text. `seconds` is wall-clock time.
    """

    generation: str | None
    anew: str | None
    counts: Counts
    changes: CorpusChanges
    embedded: int
    reused: int
    seconds: float
