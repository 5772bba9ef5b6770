"""Whether the files of a generation are the ones that its manifest describes."""

from __future__ import annotations

from collections.abc import Callable

from index.errors import IndexDamaged
from index.generation import Generation
from index.manifest import FileDigest, IndexManifest
from index.stores.catalogue import Counts

_MEND = "rebuild the index with `onrecord index --force`"


def check_sizes(generation: Generation, manifest: IndexManifest) -> None:
    """Compare the size of every file with the manifest: cheap, and finds what was cut short.

    Raises:
        IndexDamaged: a file is missing or has another size.
    """
    for name, digest in manifest.files.items():
        path = generation.folder / name
        if not path.is_file() or path.stat().st_size != digest.size:
            raise IndexDamaged(f"The file {path} of the index is missing or cut short: {_MEND}.")


def check_digests(
    generation: Generation, manifest: IndexManifest, among: Callable[[str], bool] = lambda _: True
) -> None:
    """Compare every byte with the manifest; reads all files `among` those by name, at the disk's speed.

    Raises:
        IndexDamaged: a file is missing or altered.
    """
    check_sizes(generation, manifest)
    for name, digest in manifest.files.items():
        if among(name) and FileDigest.of(generation.folder / name) != digest:
            raise IndexDamaged(f"The file {generation.folder / name} of the index was altered: {_MEND}.")


def is_carried_over(name: str) -> bool:
    """Tell whether a file is one that a build mostly shares with the generation before, and never reads."""
    return name.startswith(("texts/", "vectors."))


def check_counts(manifest: IndexManifest, content: Counts, vectors: int, words: int) -> None:
    """Compare what the three stores hold with the manifest, and thereby with each other.

    Raises:
        IndexDamaged: a store holds more or less than it should.
    """
    described = Counts(manifest.statements, manifest.turns, manifest.passages)
    if content != described or vectors != manifest.passages or words != manifest.passages:
        raise IndexDamaged(
            f"The stores of the index disagree ({content.passages} passages, {vectors} vectors, {words} "
            f"word entries; {manifest.passages} expected): {_MEND}."
        )
