"""Every check of an index, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from index.doctor.files import check_checksums, check_surroundings
from index.doctor.finding import Finding, State, damaged
from index.doctor.settings import check_model, check_sources
from index.doctor.stores import check_offsets, check_rows, check_tables
from index.errors import IndexDamaged, IndexMismatch, IndexNotFound
from index.generation import Generation, current, kept
from index.manifest import IndexManifest
from index.opened import open_generation
from index.settings import IndexSettings


def examine(index_dir: Path, settings: IndexSettings) -> tuple[Finding, ...]:
    """Examine the published generation in all its parts; reads every byte of it.

    Raises:
        IndexNotFound: nothing was ever published here.
    """
    try:
        generation = current(index_dir)
    except IndexDamaged as error:
        return (damaged("pointer", str(error)),)
    except IndexNotFound:
        if not kept(index_dir):
            raise
        return (damaged("pointer", "The file CURRENT is gone, and generations are there."),)
    findings = list(examine_stores(generation))
    with suppress(IndexDamaged, IndexMismatch):  # which are among the findings
        findings.extend(check_model(IndexManifest.load(generation.manifest), settings))
    return (*findings, *check_surroundings(index_dir, generation))


def examine_stores(generation: Generation) -> Iterator[Finding]:
    """Examine what one generation holds."""
    try:
        manifest = IndexManifest.load(generation.manifest)
    except (IndexDamaged, IndexMismatch) as error:
        yield damaged("manifest", str(error))
        return
    files = list(check_checksums(generation, manifest))
    yield from files
    try:
        with open_generation(generation) as index:
            for check in (check_tables, check_offsets, check_rows, check_sources):
                yield from check(index)
    except IndexDamaged as error:
        if all(finding.state is State.OK for finding in files):
            yield damaged("stores", str(error))


def is_sound(generation: Generation) -> bool:
    """Tell whether nothing in a generation is damaged."""
    return all(finding.state is not State.DAMAGED for finding in examine_stores(generation))
