"""docs/json.md is the interface: its tables and the documents have the same keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.ui.command_line import SEED, CommandLine


@pytest.fixture(scope="module")
def documented(project: Path) -> dict[str, list[str]]:
    """The keys of each table, by the heading above it."""
    sections = re.split(
        r"^#+ ", (project / "docs" / "json.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    return {
        section.splitlines()[0]: re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
        for section in sections
        if "| Key |" in section
    }


@pytest.fixture(scope="module")
def documents(seeds: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Mapping[str, Any]]:
    """An example of every object, by the heading under which it is documented."""
    answer = seeds("ask", "How many projects does the joint plan include?", "--json").document
    refusal = seeds("ask", "What did Lavrov say about Ukraine?", "--json").document
    found = seeds("search", "chemical weapons", "--json").document
    shown = seeds("show", SEED, "--json").document
    info = seeds("info", "--json").document
    assert answer.keys() == refusal.keys()
    assert refusal["nearest"][0].keys() == found["hits"][0].keys()
    assert refusal["corpus"].keys() == found["corpus"].keys()

    folder = tmp_path_factory.mktemp("json")
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text("Anna Bergström: Nine harbours reopen in May.\n", encoding="utf-8")
    (folder / "none.txt").touch()
    built = CommandLine(seeds.project, folder)("index", ".", "--json").document
    return {
        "`onrecord ask --json`": answer,
        "A sentence": answer["sentences"][0],
        "A citation": answer["citations"][0],
        "A corpus": answer["corpus"],
        "`onrecord search --json`": found,
        "A hit": found["hits"][0],
        "`onrecord show --json`": shown,
        "A turn": shown["turns"][0],
        "A passage of a statement": shown["passages"][0],
        "`onrecord info --json`": info,
        "The corpus in numbers": info["corpus"],
        "A statement in a list": info["statements"][0],
        "The manifest": info["manifest"],
        "Disk use": info["disk"],
        "`onrecord index --json`": built,
        "A duplicate": built["duplicates"][0],
        "A failure": built["failed"][0],
    }


def test_every_object_is_documented_key_by_key(
    documented: dict[str, list[str]], documents: dict[str, Mapping[str, Any]]
) -> None:
    assert {heading: list(document) for heading, document in documents.items()} == documented
