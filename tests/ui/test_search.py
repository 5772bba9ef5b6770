from __future__ import annotations

import re

from tests.ui.command_line import SEED, InProcess


def test_passages_come_with_speaker_and_score(inside: InProcess) -> None:
    ran = inside("search", "chemical weapons", "-k", "2")
    assert ran.status == 0
    assert ran.err == ""
    heads = re.findall(r"^\d\. .*$", ran.out, re.MULTILINE)
    assert heads == [
        "1. Sergey Lavrov (principal), 12 September 2013, Astana",
        "2. Journalist (questioner), 12 September 2013, Astana",
    ]
    scores = [float(score) for score in re.findall(rf"{SEED}:\d{{4}}, score (-?\d+\.\d\d) —", ran.out)]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)


def test_document_ranks_and_locates(inside: InProcess, seed_text: str) -> None:
    found = inside("search", "chemical weapons", "--json").document
    assert found["query"] == "chemical weapons"
    assert found["corpus"] == {"statements": 1, "first_date": "2013-09-12", "last_date": "2013-09-12"}
    assert [hit["rank"] for hit in found["hits"]] == list(range(1, len(found["hits"]) + 1))
    for hit in found["hits"]:
        assert seed_text[hit["start"] : hit["end"]] == hit["text"]


def test_role_restricts_the_passages(inside: InProcess) -> None:
    hits = inside("search", "Geneva", "--role", "questioner", "--json").document["hits"]
    assert {hit["role"] for hit in hits} == {"questioner"}


def test_nothing_found(inside: InProcess) -> None:
    ran = inside("search", "Geneva", "--since", "2014")
    assert ran.status == 0
    assert ran.out == "No passage matches.\n"
