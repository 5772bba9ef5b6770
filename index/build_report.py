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

    Passages are embedded while files are read: their number grows until all files are.
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
class Move:
    """A statement whose text is now found at another path, and goes by another id."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CorpusChanges:
    """What a build did to the content store.

    `added`, `changed` and `removed` are statement ids; `changed` were read again under their old
    id, and `moved` tells which of the removed ones live on among the added. `unchanged` counts
    files. Of all files that were looked at, `failed` lists those without a statement, `withdrawn`
    those that a user took out and that stay out, `skipped` those that are no statements by their
    name or place; `lost` are the sources that are no longer there. `incomplete` tells of the files that
    were read now, and of which a part is missing in the statement, what that is.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    moved: tuple[Move, ...]
    unchanged: int
    failed: tuple[Failure, ...]
    duplicates: tuple[Duplicate, ...]
    withdrawn: tuple[str, ...]
    skipped: tuple[str, ...]
    lost: tuple[str, ...]
    incomplete: tuple[Failure, ...] = ()


NO_CHANGES = CorpusChanges((), (), (), (), 0, (), (), (), (), ())


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
