"""The parser on the whole presidential corpus, where it stands beside the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.statement import Role
from index.transcript.parse import parse
from index.transcript.transcript import Transcript

CORPUS = Path(__file__).parents[4] / "shared/corpora/presidential-speeches"
QUESTION = re.compile(
    r"(?:Q|QUESTION|Question|Reporter)\s?(?:[.:]|\s{2,})|(?:Thank you,? )?Mr\.? President,.*\?$"
)

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def corpus() -> dict[str, Transcript]:
    if not CORPUS.is_dir():
        pytest.skip("the presidential corpus does not stand beside the project")
    return {
        path.name: parse(path.read_text(encoding="utf-8"), path.name) for path in sorted(CORPUS.iterdir())
    }


def test_every_document_has_a_date_a_title_and_a_turn(corpus: dict[str, Transcript]) -> None:
    for name, parsed in corpus.items():
        assert parsed.date is not None
        assert parsed.date.isoformat() == name[:10]
        assert parsed.title
        assert parsed.turns, name


def test_no_paragraph_of_the_president_is_a_question_put_to_him(corpus: dict[str, Transcript]) -> None:
    faults = []
    for name, parsed in corpus.items():
        asked = any(turn.role is Role.QUESTIONER for turn in parsed.turns)
        president = parsed.text.partition("\n")[0].removeprefix("President: ").strip()
        for turn in parsed.turns:
            if asked and turn.role is Role.PRINCIPAL and turn.speaker == president:
                paragraphs = parsed.text[turn.start : turn.end].split("\n")
                faults += [(name, line[:80]) for line in paragraphs if QUESTION.match(line)]
    assert not faults


def test_labels_are_cut_off(corpus: dict[str, Transcript]) -> None:
    label = re.compile(r"\n\W*(?:THE PRESIDENT|The President|MR\. [A-Z]+|AUDIENCE(?: MEMBER)?|Q)[.:] +\S")
    for name, parsed in corpus.items():
        if len(parsed.turns) > 1:
            assert not any(label.search(parsed.text[turn.start : turn.end]) for turn in parsed.turns), name
