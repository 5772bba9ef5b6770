"""The files of a generation, and what lies around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.disk import free, size
from index.doctor.finding import Finding, damaged, ok, warning
from index.generation import Generation, kept, leftovers
from index.journal import journal_path
from index.manifest import FileDigest, IndexManifest


def check_checksums(generation: Generation, manifest: IndexManifest) -> Iterator[Finding]:
    """Compare every byte with the manifest; each file that differs is named."""
    sound = True
    for name, digest in manifest.files.items():
        path = generation.folder / name
        if not path.is_file():
            yield damaged("checksums", f"{name} is missing.")
        elif path.stat().st_size != digest.size:
            yield damaged("checksums", f"{name} has {path.stat().st_size:,} bytes of {digest.size:,}.")
        elif FileDigest.of(path) != digest:
            yield damaged("checksums", f"{name} was altered.")
        else:
            continue
        sound = False
    if sound:
        yield ok(
            "checksums", f"All {len(manifest.files)} files of generation {generation.folder.name} are sound."
        )


def check_surroundings(index_dir: Path, generation: Generation) -> Iterator[Finding]:
    """Look for what interrupted builds left, and whether there is room for the next one."""
    left = leftovers(index_dir)
    if left:
        yield warning(
            "leftovers", f"Interrupted builds left folders ({len(left)}): the next build removes them."
        )
    else:
        yield ok("leftovers", "No build was interrupted since the last one.")
    if journal_path(index_dir).exists():
        yield warning("journal", "A build did not finish: the next one goes on with the vectors that it has.")
    yield ok("history", f"Generations that are kept: {len(kept(index_dir))}.")
    needed, room = size(generation.folder), free(index_dir)
    if room < needed:
        message = f"{room // 10**6:,} MB are free and the next build may need {needed // 10**6:,}: make room."
        yield warning("disk", message)
    else:
        yield ok("disk", f"{room // 10**6:,} MB are free, the index takes {needed // 10**6:,}.")
