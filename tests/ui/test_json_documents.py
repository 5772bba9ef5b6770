"""docs/json.md is the interface: its tables and the documents have the same keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.rag.generators.chat_model.scripted_endpoint import scripted_endpoint
from tests.rag.generators.chat_model.scripted_endpoint import sentences as scripted_sentences
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
    onrecord = CommandLine(seeds.project, folder)
    built = onrecord("index", ".", "--json").document
    (folder / "one.txt").rename(folder / "zwei.txt")
    (folder / "two.txt").unlink()
    moved = onrecord("index", "--json").document
    history = onrecord("history", "--json").document
    doctor = onrecord("doctor", "--json").document
    exported = onrecord("export", "out", "--json").document
    verified = seeds("verify", "This Plan includes 44 projects", "--json").document
    altered = seeds("verify", "This Plan does not include ... 45 projects", "--json").document["checks"][0]
    mentions = seeds("mentions", "chemical weapons", "--by", "speaker", "--json").document
    timeline = seeds("timeline", "chemical weapons", "--json").document
    with scripted_endpoint() as endpoint:
        endpoint.does(scripted_sentences(("14 lighthouses before", 1, "They repair 14 lighthouses.")))
        tried = seeds("models", "check", "--base-url", endpoint.url, "--json").document
    return {
        "`onrecord ask --json`": answer,
        "`onrecord models check --json`": tried,
        "A trial": tried["with_schema"],
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
        "A move": moved["moved"][0],
        "`onrecord history --json`": history,
        "A state": history["generations"][0],
        "`onrecord rollback --json`": onrecord("rollback", "--json").document,
        "`onrecord doctor --json`": doctor,
        "A finding": doctor["findings"][0],
        "`onrecord export --json`": exported,
        "`onrecord verify --json`": verified,
        "A check": verified["checks"][0],
        "An occurrence": verified["checks"][0]["found"][0],
        "The nearest stretch": altered["nearest"],
        "A step": altered["nearest"]["steps"][0],
        "A fragment": altered["fragments"][0],
        "`onrecord mentions --json`": mentions,
        "A group": mentions["groups"][0],
        "`onrecord timeline --json`": timeline,
        "An entry": timeline["entries"][0],
        "A silence": _silence(onrecord),
    }


def _silence(onrecord: CommandLine) -> Mapping[str, Any]:
    """Return a silent period: two of the three days on which somebody speaks."""
    spoken = onrecord.folder / "spoken"
    spoken.mkdir()
    for day, words in (("01", "Nine harbours reopen."), ("02", "Roads are built."), ("03", "Trains run.")):
        text = f"Anna Bergström: {words} Of this we spoke on the {day}th.\n"
        (spoken / f"2019-05-{day}-remarks.txt").write_text(text, encoding="utf-8")
    assert onrecord("index", "spoken", "--index", "days").status == 0
    silence: Mapping[str, Any] = onrecord("timeline", "harbours", "--index", "days", "--json").document[
        "silences"
    ][0]
    return silence


def test_every_object_is_documented_key_by_key(
    documented: dict[str, list[str]], documents: dict[str, Mapping[str, Any]]
) -> None:
    assert {heading: list(document) for heading, document in documents.items()} == documented
