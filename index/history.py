"""The last states of an index, and the way back to one of them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.agreement import check_digests
from index.disk import link, size, writing_to
from index.errors import IndexDamaged, IndexMismatch, NoSuchGeneration
from index.generation import Generation, building, current, kept, publish
from index.lock import build_lock
from index.manifest import IndexManifest
from index.settings import HistorySettings
from index.stores.content import ContentStore
from index.stores.source_records import all_digests


@dataclass(frozen=True, slots=True)
class PastState:
    """A generation that is kept.

    `added`, `changed` and `removed` count statements against the generation before; they are None
    for the oldest one, and where one of the two cannot be read. `bytes` is its size on disk, which
    generations may share. `unreadable` is the reason why nothing is known but its name.
    """

    generation: str
    published: bool
    built_at: datetime | None
    statements: int | None
    passages: int | None
    added: int | None
    changed: int | None
    removed: int | None
    bytes: int
    unreadable: str | None


def history(index_dir: Path) -> tuple[PastState, ...]:
    """Return the generations that are kept, oldest first.

    Raises:
        IndexNotFound: nothing was ever published here.
        IndexDamaged: the published generation is not there.
    """
    newest = current(index_dir)
    states = []
    before: dict[str, str] | None = None
    for generation in kept(index_dir):
        manifest, statements, reason = _read(generation)
        states.append(_state(generation, newest, manifest, before, statements, reason))
        before = statements
    return tuple(states)


def rollback(index_dir: Path, name: str | None, settings: HistorySettings) -> tuple[str, str]:
    """Publish an earlier generation anew, and return its name and the new one.

    `name` is that of a generation, leading zeros left out or not; without it, the one before the
    published one is meant. Nothing is lost: what was published stays in the history, and a second
    rollback leads back to it. The sources stay as they are, and the next build goes by them again.

    Raises:
        NoSuchGeneration: it is not among those that are kept.
        IndexDamaged: its files are not those that were published.
        IndexMismatch: it is of another schema version.
        IndexBusy: another process is writing this index.
    """
    current(index_dir)
    with writing_to(index_dir), build_lock(index_dir):
        target = _target(index_dir, name)
        check_digests(target, IndexManifest.load(target.manifest))
        new = restore(index_dir, target, settings)
    return target.folder.name, new.folder.name


def restore(index_dir: Path, generation: Generation, settings: HistorySettings) -> Generation:
    """Publish `generation` under a new name, unexamined. Call this under the build lock."""
    with building(index_dir) as built:
        _link(generation.folder, built.folder)
        return publish(index_dir, built, settings.generations)


def _target(index_dir: Path, name: str | None) -> Generation:
    published = current(index_dir)
    earlier = [generation for generation in kept(index_dir) if generation != published]
    if name is None and earlier:
        return earlier[-1]
    for generation in earlier:
        if name is not None and name.isdecimal() and int(name) == int(generation.folder.name):
            return generation
    names = ", ".join(generation.folder.name for generation in earlier)
    choice = f"choose one of {names}." if names else "nothing but the published one is kept."
    raise NoSuchGeneration(f"There is no earlier generation {name or ''}".rstrip() + f": {choice}")


def _link(source: Path, target: Path) -> None:
    """Give every file of a generation, which never changes, a second name."""
    for path in sorted(source.rglob("*")):
        twin = target / path.relative_to(source)
        if path.is_dir():
            twin.mkdir()
        elif path.suffix != ".lock":
            link(path, twin)


def _read(generation: Generation) -> tuple[IndexManifest | None, dict[str, str] | None, str | None]:
    try:
        manifest = IndexManifest.load(generation.manifest)
        with closing(ContentStore.load(generation.content)) as content:
            return manifest, all_digests(content.database), None
    except (IndexDamaged, IndexMismatch) as error:
        return None, None, str(error)


def _state(
    generation: Generation,
    newest: Generation,
    manifest: IndexManifest | None,
    before: dict[str, str] | None,
    statements: dict[str, str] | None,
    reason: str | None,
) -> PastState:
    added = changed = removed = None
    if before is not None and statements is not None:
        added, removed = len(statements.keys() - before), len(before.keys() - statements)
        changed = sum(before[known] != statements[known] for known in before.keys() & statements)
    return PastState(
        generation=generation.folder.name,
        published=generation == newest,
        built_at=manifest.built_at if manifest else None,
        statements=manifest.statements if manifest else None,
        passages=manifest.passages if manifest else None,
        added=added,
        changed=changed,
        removed=removed,
        bytes=size(generation.folder),
        unreadable=reason,
    )
