"""Containers by file name suffix. A new one is one file here and one line in the table."""

from __future__ import annotations

from collections.abc import Mapping

from index.containers.archive import ZipContainer
from index.containers.blob import Blob, FileBlob, contents, digest
from index.containers.container import Container, Description, Member, Refused
from index.containers.json_lines import JsonLinesContainer
from index.containers.table import TableContainer

__all__ = [
    "CONTAINERS",
    "Blob",
    "Container",
    "Description",
    "FileBlob",
    "Member",
    "Refused",
    "contents",
    "digest",
]

CONTAINERS: Mapping[str, Container] = {
    ".csv": TableContainer(",;"),
    ".jsonl": JsonLinesContainer(),
    ".ndjson": JsonLinesContainer(),
    ".tsv": TableContainer("\t"),
    ".zip": ZipContainer(),
}
